using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;

namespace NewsBot.Core.Retrieval;

/// <summary>What to rank passages by, in terms of <see cref="Text.Tokenizer"/>. All parts but the filter are soft.</summary>
public sealed record PassageQuery
{
    public required IReadOnlyList<WeightedTerm> Terms { get; init; }

    /// <summary>Terms that should stand together.</summary>
    public IReadOnlyList<WeightedPhrase> Phrases { get; init; } = [];

    /// <summary>Added to the score of passages from these outlets (compared without case).</summary>
    public IReadOnlyList<SourceBoost> Sources { get; init; } = [];

    /// <summary>Added to the score of passages of articles published in these days.</summary>
    public IReadOnlyList<DateBoost> Dates { get; init; } = [];

    public ArticleFilter Filter { get; init; } = ArticleFilter.All;
}

public readonly record struct WeightedTerm(string Term, float Weight);

/// <param name="Terms">The terms in order.</param>
/// <param name="Slop">How many positions they may be moved apart in all; 0 for side by side.</param>
/// <param name="Weight">Factor on the phrase's own BM25 score.</param>
public sealed record WeightedPhrase(IReadOnlyList<string> Terms, int Slop, float Weight);

public readonly record struct SourceBoost(string Source, float Score);

public readonly record struct DateBoost(DateInterval Published, float Score);
