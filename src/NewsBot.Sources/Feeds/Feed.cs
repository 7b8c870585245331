using NewsBot.Core.Articles;

namespace NewsBot.Sources.Feeds;

/// <summary>A feed (RSS, Atom or JSON Feed) in the terms that they share.</summary>
public sealed record Feed
{
    /// <summary>The name as plain text.</summary>
    public string? Title { get; init; }

    /// <summary>The page that the feed belongs to, absolute.</summary>
    public string? Link { get; init; }

    /// <summary>BCP 47; null where the feed does not say.</summary>
    public string? Language { get; init; }

    public PublicationTime? Updated { get; init; }

    /// <summary>In the order of the feed.</summary>
    public IReadOnlyList<FeedEntry> Entries { get; init; } = [];
}

/// <summary>One entry of a feed. Everything that an entry may leave out is null then.</summary>
public sealed record FeedEntry
{
    /// <summary>The guid or id as written: it stays the same when the entry changes.</summary>
    public string? Id { get; init; }

    /// <summary>The page of the article, absolute.</summary>
    public string? Link { get; init; }

    /// <summary>As plain text.</summary>
    public string? Title { get; init; }

    public PublicationTime? Published { get; init; }

    public PublicationTime? Updated { get; init; }

    /// <summary>Names, separated by commas.</summary>
    public string? Author { get; init; }

    /// <summary>The whole article as HTML, where the feed carries it; not sanitised.</summary>
    public string? ContentHtml { get; init; }

    /// <summary>The teaser as HTML; in many RSS feeds it is the whole article. Not sanitised.</summary>
    public string? SummaryHtml { get; init; }

    /// <summary>BCP 47, of this entry where it says, else of the feed.</summary>
    public string? Language { get; init; }
}

/// <summary>
/// What came of reading a feed. A broken feed has a fault, and the entries before the fault where there are any:
/// both may be set, and at least one is.
/// </summary>
public sealed record FeedReading(Feed? Feed, FeedFault? Fault);

/// <param name="Line">The line, from 1, where the fault has one.</param>
/// <param name="Reason">Follows the feed's name in a sentence: "is not a feed".</param>
public sealed record FeedFault(int? Line, string Reason);
