using NewsBot.Core.Articles;
using NewsBot.Sources.Files;

namespace NewsBot.Benchmarks.Texts;

/// <summary>The sentences of the shipped articles, in their order.</summary>
internal sealed record SeedSentences(IReadOnlyList<IReadOnlyList<string>> Articles)
{
    public static async Task<SeedSentences> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var articles = new List<IReadOnlyList<string>>();
        await foreach (var item in new FileSourceReader(new FileSourceOptions()).ReadAsync([folder], cancellationToken))
            if (item.Article is { Language: "en" } article)
                articles.Add([.. SentenceSplitter.Split(article.Text).Select(sentence => sentence.Span.In(article.Text))]);
        return articles.Count > 0 ? new SeedSentences(articles) : throw new InvalidOperationException($"No articles were read from {folder}.");
    }
}
