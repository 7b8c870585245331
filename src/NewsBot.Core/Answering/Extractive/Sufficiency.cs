using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>How well the evidence covers a question.</summary>
/// <param name="Context">Best share of the question's weight in one sentence with its headline and neighbours, 0 to 1.</param>
/// <param name="Union">Share of it in the best sentences of all articles together.</param>
/// <param name="Names">Best share of the asked names in one article; in all of them where several outlets are asked. 1 without names.</param>
/// <param name="MissingNames">Names asked about that the articles found do not have.</param>
/// <param name="Terms">How many terms the question has: one sentence covers less of a long one.</param>
internal sealed record Sufficiency(double Context, double Union, double Names, IReadOnlyList<string> MissingNames, int Terms)
{
    private const double MostNeeded = 0.35;
    private const double NeededTerms = 2.2;
    private const double LeastUnion = 0.25;
    private const double LeastNames = 0.42;
    private const int UnionSentences = 8;

    /// <summary>The least <see cref="Context"/>: a third of a short question, and of a long one about two terms' weight.</summary>
    public double NeededContext => Math.Min(MostNeeded, NeededTerms / Math.Max(1, Terms));

    /// <summary>Whether the evidence is worth showing as an answer. The thresholds are tuned on questions with and without an answer.</summary>
    public bool IsEnough => Context >= NeededContext && Union >= LeastUnion && Names >= LeastNames;

    public static Sufficiency Of(Question question, IReadOnlyList<ScoredSentence> sentences, QuestionWeights weights)
    {
        if (sentences.Count == 0)
            return new Sufficiency(0, 0, 0, [.. question.Names.Select(name => name.Text)], weights.Weights.Count);
        var top = sentences.Take(UnionSentences).ToList();
        var union = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in top)
        {
            union.UnionWith(sentence.Terms);
            union.UnionWith(NameSupport.TermsOf(sentence.Article, sentence.Index));
        }

        var support = new NameSupport(question, weights);
        return new Sufficiency(
            top.Max(sentence => sentence.Context),
            weights.Share(term => QuestionWeights.Says(union, term) ? 1 : 0),
            support.Best(sentences),
            support.Missing(sentences),
            weights.Weights.Count);
    }
}
