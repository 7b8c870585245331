using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsBot.Evaluation.Dates;

namespace NewsBot.Evaluation.Pages;

/// <summary>A saved web page of a data set with what is known of it.</summary>
internal sealed record SavedPage(string Id, Uri Address, byte[] Body, JsonElement Gold)
{
    public string? Text(string name) => Gold.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <param name="data">The folder of the data set, or of one half of it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<SavedPage> ReadAsync(string data, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var gold in Directory.GetFiles(data, "gold.jsonl*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var folder = Path.GetDirectoryName(gold)!;
            await foreach (var row in JsonLines.ReadAsync(gold, cancellationToken))
            {
                await using var file = File.OpenRead(Path.Combine(folder, row.GetProperty("file").GetString()!));
                await using var content = new GZipStream(file, CompressionMode.Decompress);
                using var body = new MemoryStream();
                await content.CopyToAsync(body, cancellationToken);
                var address = Uri.TryCreate(row.GetProperty("url").GetString(), UriKind.Absolute, out var url) ? url : new Uri("http://example.org/");
                yield return new SavedPage(row.GetProperty("id").GetString()!, address, body.ToArray(), row);
            }
        }
    }
}
