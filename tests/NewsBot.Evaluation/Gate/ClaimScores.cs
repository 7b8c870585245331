using System.Globalization;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Answering.Gate.Checks;
using NewsBot.Core.Answering.Gate.Support;
using NewsBot.Core.Answering.Gate.Wordings;

namespace NewsBot.Evaluation.Gate;

/// <summary>
/// Scores labelled claims: AUROC of the support score (over alternatives of evidence the best), balanced accuracy and F1
/// at the threshold that the gate has, the same of the whole gate, and the best balanced accuracy that any threshold would give.
/// With NEWSBOT_FEATURES=FILE the evaluations also write the features of every claim there, from which the weights are fitted.
/// </summary>
internal static class ClaimScores
{
    private static readonly DateOnly Day = new(2020, 6, 1);

    public static EvaluationReport Report(string title, IReadOnlyList<LabelledClaim> claims, double bar)
    {
        var scored = claims.Select(claim => (Claim: claim, Score: Best(claim), Passes: claim.Alternatives.Any(evidence => ClaimCheck.Check(claim.Text, evidence, Day).Rejection is null))).ToList();
        var scores = new List<Score>();
        Add("", scored, bar);
        if (claims.Select(claim => claim.Group).Distinct().Count() > 1)
            foreach (var group in scored.GroupBy(item => item.Claim.Group).OrderBy(group => group.Key, StringComparer.Ordinal))
                Add(group.Key + ": ", [.. group], null);
        var misses = scored.Where(item => item.Claim.IsSupported != item.Score >= SupportCheck.Least).OrderByDescending(item => Math.Abs(item.Score - SupportCheck.Least)).Take(40)
            .Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Score:0.00} supported={item.Claim.IsSupported} {item.Claim.Id}: {item.Claim.Text}"));
        return new EvaluationReport(title, scores, [.. misses]);

        void Add(string prefix, List<(LabelledClaim Claim, double Score, bool Passes)> items, double? least)
        {
            var pairs = items.Select(item => (item.Score, item.Claim.IsSupported)).ToList();
            var counts = $"{items.Count(item => item.Claim.IsSupported)} supported, {items.Count(item => !item.Claim.IsSupported)} not";
            scores.Add(new Score(prefix + "AUROC", Discrimination.Auroc(pairs), least, counts));
            var accepted = items.Select(item => (item.Score >= SupportCheck.Least, item.Claim.IsSupported)).ToList();
            scores.Add(new Score(prefix + "balanced accuracy at the threshold", Discrimination.BalancedAccuracy(accepted), null, string.Create(CultureInfo.InvariantCulture, $"score >= {SupportCheck.Least}")));
            scores.Add(new Score(prefix + "F1 at the threshold", Discrimination.F1(accepted)));
            scores.Add(new Score(prefix + "balanced accuracy of the gate", Discrimination.BalancedAccuracy(items.Select(item => (item.Passes, item.Claim.IsSupported))), null, "all rules"));
            scores.Add(new Score(prefix + "best balanced accuracy", pairs.Max(pair => Discrimination.BalancedAccuracy(pairs.Select(other => (other.Score >= pair.Score, other.IsSupported)))), null, "over all thresholds"));
        }
    }

    /// <summary>One line a claim: label, group, and the features for each alternative, for fitting the weights.</summary>
    public static IEnumerable<string> Features(IEnumerable<LabelledClaim> claims) => claims.Select(claim => string.Join('\t',
        [claim.IsSupported ? "1" : "0", claim.Group, .. claim.Alternatives.Select(evidence => string.Join(',',
            SupportFeatures.Of(Wording.Read(claim.Text), [.. evidence.Select(Wording.Read)]).ToArray().Select(value => value.ToString("0.####", CultureInfo.InvariantCulture))))]));

    private static double Best(LabelledClaim claim) => claim.Alternatives.Select(evidence => SupportScore.Of(claim.Text, evidence)).DefaultIfEmpty(0).Max();
}
