using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Sources.Configuration;

namespace NewsBot.Sources.Live;

/// <summary>
/// The states of the sources, one file each in the data folder. A reading works on copies; they are written when its
/// revision stands, so that a crash in between only makes the next reading look again.
/// </summary>
internal sealed class SourceStates(string dataFolder)
{
    private const long Largest = 64 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly string _folder = Path.Combine(dataFolder, "sources", "state");
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SourceState> _known = new(StringComparer.Ordinal);

    /// <summary>The state as it was last written; a new one where there is none or it cannot be read.</summary>
    public SourceState Of(string place)
    {
        lock (_lock)
        {
            if (!_known.TryGetValue(place, out var state))
                _known[place] = state = Read(place) ?? new SourceState { Place = place };
            return state;
        }
    }

    public void Write(IEnumerable<SourceState> states)
    {
        lock (_lock)
        {
            foreach (var state in states)
            {
                ConfigurationFolder.Replace(FileOf(state.Place), JsonSerializer.Serialize(state, Json));
                _known[state.Place] = state;
            }
        }
    }

    /// <summary>Forgets sources that are no longer configured: added again, they are read as new ones.</summary>
    public void KeepOnly(IReadOnlySet<string> places)
    {
        lock (_lock)
        {
            foreach (var place in _known.Keys.Where(place => !places.Contains(place)).ToList())
                _known.Remove(place);
            if (!Directory.Exists(_folder))
                return;
            var files = places.Select(FileOf).ToHashSet(StringComparer.Ordinal);
            foreach (var file in Directory.EnumerateFiles(_folder, "*.json"))
                if (!files.Contains(file))
                    File.Delete(file);
        }
    }

    private SourceState? Read(string place)
    {
        try
        {
            var file = new FileInfo(FileOf(place));
            if (!file.Exists || file.Length > Largest)
                return null;
            using var stream = file.OpenRead();
            return JsonSerializer.Deserialize<SourceState>(stream, Json) is { } state && state.Place == place ? state : null;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string FileOf(string place) => Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place)))[..24] + ".json");
}
