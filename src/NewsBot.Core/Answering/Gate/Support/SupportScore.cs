using NewsBot.Core.Answering.Gate.Wordings;

namespace NewsBot.Core.Answering.Gate.Support;

/// <summary>
/// How far evidence bears out a claim, from words and their order alone: the logistic function of a weighted sum of
/// <see cref="SupportFeatures"/>,
/// <code>
/// -1.83 + 0.63 Figures + 1.00 BestSentence + 0.64 Near + 0.35 Adjacent + 0.64 LongestRun
///       - 1.02 Missing + 0.36 WorstClause - 0.54 Gap
/// </code>
/// The weights were fitted by ridge logistic regression on sentences that people judged, with ten-fold cross-validation; they are rounded,
/// and no feature is kept whose sign speaks against its meaning.
/// </summary>
public static class SupportScore
{
    private const double Bias = -1.83;

    private static readonly double[] Weights = [0.63, 1.00, 0.64, 0.35, 0.64, -1.02, 0.36, -0.54];

    /// <param name="claim">One or a few sentences.</param>
    /// <param name="evidence">The sentences that are to bear it out, in the order of their text.</param>
    /// <returns>In [0, 1]; higher is better supported. 0 without evidence.</returns>
    public static double Of(string claim, IReadOnlyList<string> evidence) =>
        Of(Wording.Read(claim), [.. evidence.Select(Wording.Read)]);

    /// <remarks>See <see cref="SupportFeatures.Of"/> for <c>isVouched</c>.</remarks>
    internal static double Of(Wording claim, IReadOnlyList<Wording> evidence, Func<Word, bool>? isVouched = null) =>
        evidence.All(wording => wording.Words.Length == 0) ? 0 : Of(SupportFeatures.Of(claim, evidence, isVouched));

    internal static double Of(SupportFeatures features)
    {
        var sum = Bias;
        var values = features.ToArray();
        for (var i = 0; i < values.Length; i++)
            sum += Weights[i] * values[i];
        return 1 / (1 + Math.Exp(-sum));
    }
}
