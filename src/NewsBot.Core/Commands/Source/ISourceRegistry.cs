using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Commands.Source;

/// <summary>The sources as admins see and change them. An admin of a server sees and changes those of that server only.</summary>
public interface ISourceRegistry
{
    /// <summary>The sources that an audience may know of, in the order of the configuration.</summary>
    IReadOnlyList<SourceReport> List(Audience audience);

    /// <summary>Adds an address after a look at it; what a server's admin adds is for that server.</summary>
    /// <param name="address">The address of a feed, a page or a sitemap.</param>
    /// <param name="fields">Settings by name, as in <c>sources.yaml</c>.</param>
    /// <param name="audience">Who adds it.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    Task<SourceChange> AddAsync(string address, IReadOnlyList<KeyValuePair<string, string>> fields, Audience audience, CancellationToken cancellationToken);

    SourceChange Remove(string address, Audience audience);

    SourceChange Pause(string address, bool isPaused, Audience audience);

    /// <summary>What would be read at an address, without keeping any of it.</summary>
    Task<SourceTrial> TryAsync(string address, CancellationToken cancellationToken);
}

/// <param name="Succeeded">Whether something was changed.</param>
/// <param name="Message">What, or why not: a sentence.</param>
public sealed record SourceChange(bool Succeeded, string Message);

/// <summary>How a source is.</summary>
/// <param name="Place">Its address or path.</param>
/// <param name="Kind">"feed", "page", "sitemap", "files".</param>
/// <param name="Name">The outlet; null where it is not configured.</param>
public sealed record SourceReport(string Place, string Kind, string? Name)
{
    public bool IsPaused { get; init; }

    /// <summary>Servers that it is restricted to; empty for all.</summary>
    public IReadOnlyList<string> Servers { get; init; } = [];

    public DateTimeOffset? LastSuccess { get; init; }

    public DateTimeOffset? LastFailure { get; init; }

    /// <summary>Why it failed then, as the end of a sentence about it.</summary>
    public string? Reason { get; init; }

    public int FailuresInRow { get; init; }

    /// <summary>When it is asked again on its own; null for files, and for what is asked at once.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Whether it is on the network.</summary>
    public bool IsLive { get; init; }
}

/// <summary>What a look at an address found.</summary>
/// <param name="Kind">"feed", "page", "sitemap"; null where nothing could be read.</param>
/// <param name="Problem">Why nothing could be read, or what is wrong all the same.</param>
/// <param name="Articles">The first articles, as they would be stored.</param>
/// <param name="Entries">How many the place has.</param>
public sealed record SourceTrial(string? Kind, string? Problem, IReadOnlyList<TrialArticle> Articles, int Entries);

/// <param name="Article">The article; null where it would not be used.</param>
/// <param name="Address">Where.</param>
/// <param name="Problem">Why it would not be used, or not whole.</param>
public sealed record TrialArticle(Article? Article, string Address, string? Problem);
