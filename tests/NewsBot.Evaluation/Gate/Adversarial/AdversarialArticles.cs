using System.IO.Compression;
using System.Text.Json;
using NewsBot.Core.Articles;
using NewsBot.Evaluation.Answers;
using NewsBot.Sources.Files;

namespace NewsBot.Evaluation.Gate.Adversarial;

/// <summary>Reads the articles that rewritings start from.</summary>
internal static class AdversarialArticles
{
    private const int Most = 1200;

    /// <param name="data">A folder with <c>articles*.jsonl.gz</c> of <c>{"id","title","published","text"}</c>, or one with article files as the bot reads them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<List<AnalyzedArticle>> ReadAsync(string data, CancellationToken cancellationToken)
    {
        var archives = Directory.GetFiles(data, "articles*.jsonl.gz").Order(StringComparer.Ordinal).ToList();
        if (archives.Count == 0)
            return await FilesAsync(data, cancellationToken);
        var articles = new List<AnalyzedArticle>();
        foreach (var archive in archives)
        {
            await using var stream = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
            using var reader = new StreamReader(stream);
            while (articles.Count < Most && await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                using var document = JsonDocument.Parse(line);
                var root = document.RootElement;
                articles.Add(EvaluationCorpus.Article(root.GetProperty("id").GetString()!, root.GetProperty("title").GetString()!, root.GetProperty("text").GetString()!, "", null, EvaluationCorpus.Day(root.GetProperty("published").GetString()!)));
            }
        }

        return articles;
    }

    private static async Task<List<AnalyzedArticle>> FilesAsync(string folder, CancellationToken cancellationToken)
    {
        var articles = new List<AnalyzedArticle>();
        await foreach (var item in new FileSourceReader(new FileSourceOptions()).ReadAsync([folder], cancellationToken))
            if (item.Article is { Language: "en" } article)
                articles.Add(ArticleAnalyzer.Analyze(article));
        return articles;
    }
}
