using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace NewsBot.Evaluation.Dates;

/// <summary>Reads files of one JSON object a line, gzipped or not.</summary>
internal static class JsonLines
{
    public static async IAsyncEnumerable<JsonElement> ReadAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        await using var content = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : (Stream)stream;
        using var reader = new StreamReader(content);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0)
                continue;
            // Some sets were written by programs that spell a missing value NaN.
            using var document = JsonDocument.Parse(line.Replace(": NaN", ": null", StringComparison.Ordinal));
            yield return document.RootElement.Clone();
        }
    }
}
