using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsBot.Core.Articles;

namespace NewsBot.Benchmarks.Texts;

/// <summary>Writes articles as the JSON Lines that the bot reads.</summary>
internal static class ArticleFile
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> WriteAsync(string path, IEnumerable<Article> articles, CancellationToken cancellationToken)
    {
        var count = 0;
        await using var writer = new StreamWriter(path);
        foreach (var article in articles)
        {
            var line = JsonSerializer.Serialize(
                new
                {
                    id = article.Id.Value,
                    title = article.Title,
                    text = article.Text,
                    published = article.Published.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    source = article.Source,
                    language = article.Language,
                },
                Options);
            await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
            count++;
        }

        return count;
    }
}
