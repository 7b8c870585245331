using System.Text.Json;

namespace NewsBot.Composition;

/// <summary>
/// What was last read into a data folder, kept there as <c>sources.json</c>, so that a reload without naming sources
/// reads the same again.
/// </summary>
internal static class RememberedSources
{
    private const string FileName = "sources.json";

    /// <returns>Full paths; none where nothing is remembered or the file is damaged.</returns>
    public static IReadOnlyList<string> Read(string dataFolder)
    {
        var file = Path.Combine(dataFolder, FileName);
        if (!File.Exists(file))
            return [];
        try
        {
            return JsonSerializer.Deserialize<string[]>(File.ReadAllText(file)) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    public static async Task WriteAsync(string dataFolder, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(dataFolder);
        var file = Path.Combine(dataFolder, FileName);
        var draft = file + ".new";
        await File.WriteAllTextAsync(draft, JsonSerializer.Serialize(sources), cancellationToken).ConfigureAwait(false);
        File.Move(draft, file, overwrite: true);
    }
}
