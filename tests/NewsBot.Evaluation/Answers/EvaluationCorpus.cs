using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;

namespace NewsBot.Evaluation.Answers;

/// <summary>Puts the articles of a data set into a corpus as the bot would hold them.</summary>
internal static class EvaluationCorpus
{
    public static AnalyzedArticle Article(string id, string title, string text, string source, string? url, DateOnly published)
    {
        var article = new Article
        {
            Id = new ArticleId(id),
            Title = title,
            Text = text,
            Source = source,
            Published = PublicationTime.OnDay(published),
            Url = url,
            Language = "en",
            Origin = "evaluation",
            ContentHash = id,
        };
        return new AnalyzedArticle(article, ArticleAnalyzer.Analyze(text, TimeAnchor.At(published)));
    }

    public static DateOnly Day(string text) => DateOnly.Parse(text.Replace('/', '-')[..10], CultureInfo.InvariantCulture);

    public static Task<ICorpusSnapshot> BuildAsync(IReadOnlyList<AnalyzedArticle> articles, CancellationToken cancellationToken) =>
        Task.FromResult<ICorpusSnapshot>(new MemoryCorpus(articles));
}
