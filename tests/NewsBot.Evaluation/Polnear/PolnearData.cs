using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsBot.Core.Articles;

namespace NewsBot.Evaluation.Polnear;

internal sealed record PolnearSpan(int Start, int End, string Text)
{
    public TextSpan Span => new(Start, End);
}

internal sealed record PolnearAttribution(string Id, IReadOnlyList<PolnearSpan> Source, IReadOnlyList<PolnearSpan> Cue, IReadOnlyList<PolnearSpan> Content, string Kind);

internal sealed record PolnearArticle(string Id, string Publisher, string Published, string Title, string Text, IReadOnlyList<PolnearAttribution> Attributions);

internal sealed record WhoSaidItem(string Id, string Article, string Quote, string Kind, string Speaker, string Speaker_Kind);

/// <summary>Reads the data set: gzipped JSON lines, whichever half the folder has.</summary>
internal static class PolnearData
{
    public static Task<List<PolnearArticle>> ArticlesAsync(string folder, CancellationToken cancellationToken) =>
        ReadAsync<PolnearArticle>(folder, "articles.", cancellationToken);

    public static Task<List<WhoSaidItem>> WhoSaidAsync(string folder, CancellationToken cancellationToken) =>
        ReadAsync<WhoSaidItem>(folder, "who_said.", cancellationToken);

    /// <summary>Halves the articles for development: misses are only shown from the half that may be looked at.</summary>
    public static bool IsOpenHalf(string id)
    {
        var hash = 2166136261u;
        foreach (var c in id)
            hash = (hash ^ c) * 16777619u;
        return (hash >> 7) % 2 == 0;
    }

    private static async Task<List<T>> ReadAsync<T>(string folder, string prefix, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        foreach (var file in Directory.GetFiles(folder, prefix + "*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            await foreach (var line in LinesAsync(file, cancellationToken))
                items.Add(JsonSerializer.Deserialize<T>(line, EvaluationReport.Json) ?? throw new InvalidDataException($"{file}: an empty line"));
        }

        return items;
    }

    private static async IAsyncEnumerable<string> LinesAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
            if (line.Length > 0)
                yield return line;
    }
}
