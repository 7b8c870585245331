namespace NewsBot.Sources.Configuration;

internal enum SourceKind
{
    /// <summary>A file, a folder or a glob.</summary>
    Files,

    /// <summary>RSS, Atom or JSON Feed.</summary>
    Feed,

    /// <summary>One web page with one article.</summary>
    Page,

    /// <summary>A news sitemap, or an index of them.</summary>
    Sitemap,

    /// <summary>An address of which nobody said what is there; its content tells.</summary>
    Any,
}

/// <summary>One source as it is configured.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">The address; of files the full path, or the full path with wildcards.</param>
internal sealed record SourceSettings(SourceKind Kind, string Place)
{
    /// <summary>The outlet, for articles that do not name one themselves and for people; null for what the articles say.</summary>
    public string? Name { get; init; }

    /// <summary>Where the outlet is: the day of an article is the day there.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>BCP 47, for articles that do not say.</summary>
    public string? Language { get; init; }

    /// <summary>How often it is asked on its own.</summary>
    public TimeSpan Refresh { get; init; }

    /// <summary>Ids of the servers that may see its articles; empty for all, and direct messages too.</summary>
    public IReadOnlyList<string> Servers { get; init; } = [];

    public bool Paused { get; init; }

    /// <summary>Whether each article's page is read; null to read it where the feed does not have the whole text.</summary>
    public bool? FullText { get; init; }

    /// <summary>Most time since publication; null for any.</summary>
    public TimeSpan? KeepAge { get; init; }

    /// <summary>Most articles, the newest; null for any number.</summary>
    public int? KeepCount { get; init; }

    /// <summary>Whether changes to files are noticed at once.</summary>
    public bool Watch { get; init; }

    /// <summary>The file that configures it; null for what was named on the command line.</summary>
    public string? File { get; init; }

    /// <summary>The line there, from 1.</summary>
    public int Line { get; init; }

    public bool IsLive => Kind != SourceKind.Files;

    /// <summary>As people name it: "Wire (https://...)".</summary>
    public string Described => Name is null ? Place : $"{Name} ({Place})";

    public static TimeSpan UsualRefresh(SourceKind kind) => kind switch
    {
        SourceKind.Feed or SourceKind.Any => TimeSpan.FromMinutes(15),
        SourceKind.Sitemap => TimeSpan.FromMinutes(30),
        SourceKind.Page => TimeSpan.FromHours(1),
        _ => TimeSpan.Zero,
    };
}
