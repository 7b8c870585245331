using NewsBot.Sources.Configuration;
using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Live;

/// <summary>What is remembered of a source on the network between two readings.</summary>
internal sealed record SourceState
{
    public required string Place { get; init; }

    /// <summary>What was found at the place where nobody said what is there.</summary>
    public SourceKind? Kind { get; init; }

    /// <summary>The outlet as the source names itself.</summary>
    public string? Outlet { get; init; }

    public string? ETag { get; init; }

    public DateTimeOffset? LastModified { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    public DateTimeOffset? LastFailure { get; init; }

    /// <summary>Why it failed then: the end of a sentence about the source.</summary>
    public string? Reason { get; init; }

    public int FailuresInRow { get; init; }

    /// <summary>When it is asked again on its own; null: at once.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>By the entry's own id, else its address.</summary>
    public Dictionary<string, EntryState> Entries { get; init; } = [];

    public Validators Validators => new(ETag, LastModified);

    public bool WasNeverRead => LastSuccess is null && LastFailure is null;
}

/// <summary>What is remembered of one article of a source.</summary>
internal sealed record EntryState
{
    /// <summary>The id of the article; empty where another source has it.</summary>
    public string Article { get; init; } = "";

    /// <summary>The other source that has the story, by its place.</summary>
    public string? Owner { get; init; }

    /// <summary>The page.</summary>
    public string? Url { get; init; }

    /// <summary>The one spelling of the article's address under which it is known, across sources.</summary>
    public string? Identity { get; init; }

    /// <summary>Of what the feed said of it.</summary>
    public string FeedHash { get; init; } = "";

    /// <summary>The hash of the article as it was stored.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Of the text alone, to know it under another address; null for short ones.</summary>
    public string? TextHash { get; init; }

    /// <summary>Whether the text is the page's, and not the feed's.</summary>
    public bool FromPage { get; init; }

    public string? Title { get; init; }

    public string? Author { get; init; }

    public string? Language { get; init; }

    public DateTimeOffset? Published { get; init; }

    public int PublishedPrecision { get; init; }

    public string? PageETag { get; init; }

    public DateTimeOffset? PageLastModified { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When the page was last looked at.</summary>
    public DateTimeOffset? PageRead { get; init; }

    /// <summary>When the page was first found gone; null while it is there.</summary>
    public DateTimeOffset? GoneSince { get; init; }

    public bool IsWithdrawn { get; init; }
}
