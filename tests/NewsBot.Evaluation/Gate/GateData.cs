using System.IO.Compression;
using System.Text.Json;

namespace NewsBot.Evaluation.Gate;

/// <summary>Reads gzipped JSON lines, whichever half the folder has.</summary>
internal static class GateData
{
    public static async Task<List<T>> ReadAsync<T>(string folder, string prefix, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        foreach (var file in Directory.GetFiles(folder, prefix + "*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            await using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
                if (line.Length > 0)
                    items.Add(JsonSerializer.Deserialize<T>(line, EvaluationReport.Json) ?? throw new InvalidDataException($"{file}: an empty line"));
        }

        return items;
    }
}
