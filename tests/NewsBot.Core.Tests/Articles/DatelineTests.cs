using NewsBot.Core.Articles;

namespace NewsBot.Core.Tests.Articles;

public sealed class DatelineTests
{
    [Theory]
    [InlineData("MINSK, August 17. /TASS/. The talks began.", "The talks began.")]
    [InlineData("ROME (Agency) — The talks began.", "The talks began.")]
    [InlineData("(ANSW) The talks began.", "The talks began.")]
    [InlineData("(ANSW) — “The talks began,” she said.", "“The talks began,” she said.")]
    [InlineData("By Ann Lee\n\nUpdated May 3\n\nTROY, N.Y. – The talks began.", "The talks began.")]
    public void A_sentence_is_shown_without_the_dateline_that_the_report_opens_with(string text, string shown)
    {
        var article = Analyze(text);
        var last = article.Analysis.Sentences[^1];

        Assert.Equal(shown, article.WithoutDateline(last.Span).In(text));
    }

    [Theory]
    [InlineData("The talks began.\n\nAnn Lee (Green List) Mayor of Troy, came.")]
    [InlineData("The talks began.\n\n(Ann Lee) The mayor came.")]
    [InlineData("The talks (ANSW) began.")]
    public void What_only_looks_like_a_dateline_stays(string text)
    {
        var article = Analyze(text);

        Assert.All(article.Analysis.Sentences, sentence => Assert.Equal(sentence.Span, article.WithoutDateline(sentence.Span)));
    }

    [Fact]
    public void A_dateline_far_into_the_text_is_none_of_the_reports_own()
    {
        var text = string.Concat(Enumerable.Repeat("The talks began in the old hall by the river.\n\n", 20)) + "TROY, N.Y. – The mayor came.";
        var article = Analyze(text);

        Assert.Equal("TROY, N.Y. – The mayor came.", article.WithoutDateline(article.Analysis.Sentences[^1].Span).In(text));
    }

    private static AnalyzedArticle Analyze(string text) => ArticleAnalyzer.Analyze(new Article
    {
        Id = new ArticleId("a"),
        Title = "Talks",
        Text = text,
        Source = "",
        Published = PublicationTime.OnDay(new DateOnly(2024, 5, 3)),
        Language = "en",
        Origin = "a",
        ContentHash = "",
    });
}
