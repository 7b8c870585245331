using System.Text.Json;

namespace NewsBot.Sources.Configuration;

/// <summary>
/// Remembers which sources were ever meant for some servers only. Such a source that is no longer configured stays hidden
/// from everybody: its articles are there until the next reload, and come back with an undo.
/// </summary>
internal sealed class RestrictedPlaces(string dataFolder)
{
    private readonly string _file = Path.Combine(dataFolder, "sources", "restricted.json");
    private readonly Lock _lock = new();
    private SortedSet<string>? _known;
    private volatile IReadOnlyList<string>? _gone;

    /// <summary>Those that are not configured now.</summary>
    public IReadOnlyList<string> Gone => _gone ?? [];

    /// <summary>Takes in what is configured now.</summary>
    public void Remember(SourceSet set)
    {
        lock (_lock)
        {
            _known ??= Read();
            var isChanged = false;
            foreach (var source in set.Sources)
                isChanged |= source.Servers.Count > 0 ? _known.Add(FileGlob.FolderOf(source.Place)) : _known.Remove(FileGlob.FolderOf(source.Place));
            var configured = set.Sources.Select(source => FileGlob.FolderOf(source.Place)).ToHashSet(StringComparer.Ordinal);
            _gone = [.. _known.Where(place => !configured.Contains(place))];
            if (isChanged)
                Write();
        }
    }

    private SortedSet<string> Read()
    {
        try
        {
            return File.Exists(_file) ? new SortedSet<string>(JsonSerializer.Deserialize<string[]>(File.ReadAllText(_file)) ?? [], StringComparer.Ordinal) : new(StringComparer.Ordinal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            return new(StringComparer.Ordinal);
        }
    }

    private void Write()
    {
        try
        {
            ConfigurationFolder.Replace(_file, JsonSerializer.Serialize(_known));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // In this process it is known all the same.
        }
    }
}
