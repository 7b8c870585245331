using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;

namespace NewsBot.Storage.Tests.Support;

/// <summary>Articles for tests, analysed as they are at ingest.</summary>
internal static class TestArticles
{
    public static Article Plain(string id, string text, string title = "A headline", string source = "Agency", string published = "2024-03-14", string? origin = null) => new()
    {
        Id = new ArticleId(id),
        Title = title,
        Text = text,
        Source = source,
        Published = PublicationTime.OnDay(DateOnly.Parse(published, CultureInfo.InvariantCulture)),
        Language = "en",
        Origin = origin ?? $"articles/{id}.txt",
        ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{title}|{source}|{published}|{text}"))),
    };

    public static AnalyzedArticle Article(string id, string text, string title = "A headline", string source = "Agency", string published = "2024-03-14") =>
        ArticleAnalyzer.Analyze(Plain(id, text, title, source, published));

    /// <summary>The article with one more quote, of given words.</summary>
    public static AnalyzedArticle WithQuote(this AnalyzedArticle article, string content, string? speaker, string? title = null)
    {
        var at = article.Article.Text.IndexOf(content, StringComparison.Ordinal);
        var quote = new Quote
        {
            Kind = QuoteKind.Direct,
            Content = [new TextSpan(at, at + content.Length)],
            Speaker = new Speaker { Text = speaker ?? "he", Kind = speaker is null ? SpeakerKind.Pronoun : SpeakerKind.Person, Name = speaker, Title = title },
        };
        return article with { Analysis = article.Analysis with { Quotes = [.. article.Analysis.Quotes, quote] } };
    }

    /// <summary>The article with one more time expression, of given words and days.</summary>
    public static AnalyzedArticle WithTime(this AnalyzedArticle article, string words, DateInterval? interval, TimeBasis basis = TimeBasis.Explicit)
    {
        var at = article.Article.Text.IndexOf(words, StringComparison.Ordinal);
        var time = new TimeExpression
        {
            Span = new TextSpan(at, at + words.Length),
            Text = words,
            Type = TimeType.Date,
            Value = "X",
            Interval = interval,
            Precision = DatePrecision.Day,
            Basis = basis,
        };
        return article with { Analysis = article.Analysis with { Times = [.. article.Analysis.Times, time] } };
    }

    /// <summary>The article with nothing found in it, for tests that put in what they need.</summary>
    public static AnalyzedArticle Bare(this AnalyzedArticle article) =>
        article with { Analysis = article.Analysis with { Quotes = [], Times = [] } };
}
