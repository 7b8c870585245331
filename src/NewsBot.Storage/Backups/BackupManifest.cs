using System.Text.Json;

namespace NewsBot.Storage.Backups;

/// <summary>What a backup has, as <c>manifest.json</c> in it.</summary>
/// <param name="Format">Version of the layout, see <see cref="Current"/>.</param>
/// <param name="Created">When it was made, in UTC.</param>
/// <param name="Revision">The revision of the archive.</param>
/// <param name="Articles">How many articles that has.</param>
/// <param name="Files">Everything else in the backup.</param>
internal sealed record BackupManifest(int Format, DateTimeOffset Created, long Revision, int Articles, IReadOnlyList<BackupFile> Files)
{
    public const int Current = 1;

    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <returns>Null for what is no manifest.</returns>
    public static BackupManifest? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(json, Json) is { Files: not null } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Path">Place in the data folder, with <c>/</c>.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Hash of its content, hexadecimal.</param>
internal sealed record BackupFile(string Path, long Bytes, string Sha256);

/// <summary>A backup that was made or restored, or why not. <see cref="Failure"/> is a sentence for the operator; the rest is then 0.</summary>
public sealed record BackupResult(long Revision, int Articles, long Bytes, string? Failure)
{
    public static BackupResult Failed(string failure) => new(0, 0, 0, failure);
}
