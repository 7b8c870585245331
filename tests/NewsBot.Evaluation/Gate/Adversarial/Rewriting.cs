using System.Buffers;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Evaluation.Gate.Adversarial;

/// <summary>A sentence of an article that rewritings start from.</summary>
/// <param name="Article">Its article.</param>
/// <param name="Sentence">Where it stands.</param>
/// <param name="Text">The sentence without a dateline.</param>
internal sealed record TrueSentence(AnalyzedArticle Article, Sentence Sentence, string Text)
{
    public EvidenceSpan Evidence => new(Article, Sentence.Span);

    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”„«»");

    public bool HasQuotes => Text.AsSpan().ContainsAny(Marks);
}

/// <summary>A statement made from true sentences by program.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Text">The statement.</param>
/// <param name="Evidence">What it is said to rest on.</param>
/// <param name="Detail">The words that were changed, for reading misses.</param>
internal sealed record Rewriting(string Kind, string Text, IReadOnlyList<EvidenceSpan> Evidence, string Detail);

/// <summary>Makes statements of one kind.</summary>
internal interface IRewriter
{
    string Kind { get; }

    /// <summary>Whether the evidence no longer bears out what it makes.</summary>
    bool IsHarmful { get; }

    IEnumerable<Rewriting> Of(TrueSentence sentence, Neighbourhood around, Random random);
}

/// <summary>What stands around a sentence: the other true sentences of its article, and names of other articles.</summary>
internal sealed record Neighbourhood(IReadOnlyList<TrueSentence> Article, IReadOnlyList<string> OtherNames);
