using NewsBot.Core.Articles;

namespace NewsBot.Models.Tests.Support;

/// <summary>Articles for tests, analysed as the program does it.</summary>
internal static class Articles
{
    public static AnalyzedArticle Of(string text, string id = "a1", string title = "Bridge closed", string source = "Coast Agency") => ArticleAnalyzer.Analyze(new Article
    {
        Id = new ArticleId(id),
        Title = title,
        Text = text,
        Source = source,
        Published = PublicationTime.OnDay(new DateOnly(2024, 5, 14)),
        Url = "https://wire.example/1",
        Origin = "test",
        ContentHash = id,
    });

    public static TextSpan Whole(AnalyzedArticle article) => new(0, article.Article.Text.Length);
}
