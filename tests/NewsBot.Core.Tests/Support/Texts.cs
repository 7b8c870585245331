using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Tests.Support;

/// <summary>Articles for tests, analysed as they are at ingest, and evidence in them.</summary>
internal static class Texts
{
    public static AnalyzedArticle Article(string text, string title = "A headline", string source = "Agency", string published = "2024-03-14", string? url = null)
    {
        var day = DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture);
        var article = new Article
        {
            Id = new ArticleId(title),
            Title = title,
            Text = text,
            Source = source,
            Published = PublicationTime.OnDay(day),
            Url = url,
            Origin = "test",
            ContentHash = "0",
        };
        return new AnalyzedArticle(article, ArticleAnalyzer.Analyze(text, TimeAnchor.At(day)));
    }

    /// <summary>The sentence that holds some words.</summary>
    public static EvidenceSpan Cite(AnalyzedArticle article, string words)
    {
        var at = article.Article.Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the test's article does not hold \"{words}\"");
        return new EvidenceSpan(article, article.Analysis.Sentences.Single(sentence => sentence.Span.Contains(at)).Span);
    }

    /// <summary>The same article with a quote that the analysis is to have found.</summary>
    public static AnalyzedArticle WithQuote(this AnalyzedArticle article, string content, Speaker speaker)
    {
        var at = article.Article.Text.IndexOf(content, StringComparison.Ordinal);
        var quote = new Quote { Kind = QuoteKind.Direct, Content = [new TextSpan(at, at + content.Length)], Speaker = speaker };
        return article with { Analysis = article.Analysis with { Quotes = [quote] } };
    }
}
