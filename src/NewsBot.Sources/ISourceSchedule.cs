using NewsBot.Sources.Configuration;
using NewsBot.Sources.Live;

namespace NewsBot.Sources;

/// <summary>Knows when the sources want to be read.</summary>
public interface ISourceSchedule
{
    /// <summary>When the next source is due; null where none is read on its own.</summary>
    DateTimeOffset? NextDue();

    /// <summary>Files and folders whose changes are to be noticed at once.</summary>
    IReadOnlyList<string> Watched();
}

/// <summary>Goes by the intervals of the sources and how they did.</summary>
internal sealed class SourceSchedule(SourceCatalog catalog, SourceStates states, IReadOnlyList<string> named) : ISourceSchedule
{
    public DateTimeOffset? NextDue() => catalog.Read(named).Sources
        .Where(source => source is { IsLive: true, Paused: false })
        .Select(source => (DateTimeOffset?)(states.Of(source.Place).Due ?? DateTimeOffset.MinValue))
        .Min();

    public IReadOnlyList<string> Watched() =>
        [.. catalog.Read(named).Sources.Where(source => source is { Watch: true, Paused: false }).Select(source => FileGlob.FolderOf(source.Place)).Distinct(StringComparer.Ordinal)];
}
