namespace NewsBot.Core.Corpus;

/// <summary>A reload as it is asked for.</summary>
/// <param name="Sources">All the sources: articles that none of them has are removed.</param>
/// <param name="StartedBy">Who asks, as others are told: a name, "the schedule".</param>
public sealed record ReloadRequest(IReadOnlyList<string> Sources, string StartedBy)
{
    public ReadingScope Scope { get; init; }

    /// <summary>
    /// Whether nobody asked for it in person. After an undo such a reload does nothing until somebody reloads or undoes the
    /// undo, as it would bring back what was just taken back.
    /// </summary>
    public bool IsScheduled => Scope == ReadingScope.Due;
}

/// <summary>A reload that is under way.</summary>
public sealed record RunningReload(string StartedBy, DateTimeOffset Since);

/// <summary>How far a reload has come.</summary>
/// <param name="Read">How much the sources have told so far: articles and failures.</param>
/// <param name="Analyzed">How many articles were new or changed, and are analysed.</param>
/// <param name="Total">How many articles there will be; null where that is not known.</param>
/// <param name="Left">About how long it will still take; null where that is not known.</param>
public readonly record struct ReloadProgress(int Read, int Analyzed, int? Total = null, TimeSpan? Left = null);
