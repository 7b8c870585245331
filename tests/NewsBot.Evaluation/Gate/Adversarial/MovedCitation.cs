using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Evaluation.Gate.Adversarial;

/// <summary>The true sentence with the number of a neighbour: the passage before or behind, or in a short article the next sentence.</summary>
internal sealed class MovedCitation : IRewriter
{
    public string Kind => "citation moved";

    public bool IsHarmful => true;

    public IEnumerable<Rewriting> Of(TrueSentence sentence, Neighbourhood around, Random random)
    {
        if (sentence.HasQuotes)
            yield break;
        var passages = sentence.Article.Analysis.Passages;
        foreach (var passage in passages)
            if (!passage.Span.Overlaps(sentence.Sentence.Span) && passages.Any(mine => mine.Span.Contains(sentence.Sentence.Span) && Math.Abs(mine.Ordinal - passage.Ordinal) == 1))
                yield return Made(sentence, passage.Span, "passage");
        var next = sentence.Article.Analysis.Sentences.FirstOrDefault(other => other.Span.Start >= sentence.Sentence.Span.End);
        if (next.Span.Length > 40)
            yield return Made(sentence, next.Span, "sentence");
    }

    /// <summary>In its own words: a cited place that has the sentence word for word would be a copy of it.</summary>
    private Rewriting Made(TrueSentence sentence, TextSpan span, string detail) => new(Kind, sentence.Text, [new EvidenceSpan(sentence.Article, span)], detail);
}
