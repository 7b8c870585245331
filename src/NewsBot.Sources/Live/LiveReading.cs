using System.Collections.Concurrent;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Live;

/// <summary>What the sources of one reading share.</summary>
/// <param name="Fetcher">The way to the network.</param>
/// <param name="Scope">Why it is read.</param>
/// <param name="Known">What the archive has.</param>
/// <param name="Places">Of all sources that are configured.</param>
/// <param name="Claims">Which source has which story.</param>
/// <param name="Now">When it began.</param>
internal sealed record LiveReading(
    IFetcher Fetcher,
    ReadingScope Scope,
    IReadOnlyDictionary<ArticleId, KnownArticle> Known,
    IReadOnlySet<string> Places,
    StoryClaims Claims,
    DateTimeOffset Now)
{
    /// <summary>States to be written when the revision stands.</summary>
    public ConcurrentDictionary<string, SourceState> States { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether somebody asked for it in person, and wants to know how things are now.</summary>
    public bool IsByHand => Scope == ReadingScope.All;
}

/// <summary>Takes what one source gives, one after the other.</summary>
internal delegate ValueTask Give(SourceItem item, CancellationToken cancellationToken);

/// <summary>How the reading of one source ended.</summary>
/// <param name="State">What is to be remembered, without the schedule.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
/// <param name="RetryAfter">The pause that the server asked for.</param>
/// <param name="IsComplete">Whether all was read; otherwise the rest is for the next reading, soon.</param>
internal sealed record SourceEnd(SourceState State, string? Failure = null, TimeSpan? RetryAfter = null, bool IsComplete = true)
{
    /// <summary>What was wrong with single articles of a source that was read.</summary>
    public string? Note { get; init; }
}
