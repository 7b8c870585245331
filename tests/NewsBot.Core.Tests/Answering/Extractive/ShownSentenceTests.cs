using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Articles;
using NewsBot.Core.Tests.Support;

namespace NewsBot.Core.Tests.Answering.Extractive;

public sealed class ShownSentenceTests
{
    private static ShownSentence? Show(AnalyzedArticle article, string words) => ShownSentence.Of(article, Texts.Cite(article, words).Span);

    [Fact]
    public void A_sentence_that_opens_a_quotation_is_shown_with_the_one_that_closes_it()
    {
        var article = Texts.Article("The bridge opened on Monday. “The old one was never safe. This one is,” Mayor Ada Quill said.");
        Assert.Equal("“The old one was never safe. This one is,” Mayor Ada Quill said.", Show(article, "never safe")!.Statement.Text);
        Assert.Equal("“The old one was never safe. This one is,” Mayor Ada Quill said.", Show(article, "This one is")!.Statement.Text);
    }

    [Fact]
    public void A_sentence_of_the_article_s_own_words_stays_as_it_is()
    {
        var article = Texts.Article("The film “Winter Road” won the prize. “The old one was never safe. This one is,” Mayor Ada Quill said.");
        Assert.Equal("The film “Winter Road” won the prize.", Show(article, "Winter Road")!.Statement.Text);
    }

    [Fact]
    public void A_sentence_in_the_middle_of_a_speech_is_shown_as_its_speaker_s_words()
    {
        var article = Texts.Article(
            "“We have waited for eleven years for this bridge, and in all these years not one ministry wrote us a letter,” Mayor Ada Quill said.\n\n" +
            "“Then the river rose and took the old one away in a night. The ministry came with cameras the next morning and counted the stones. It sent the money in the following spring, when the ferry had long been sold and half of the young people had left the valley.\n\n" +
            "“I thank it for that.”");
        var shown = Show(article, "with cameras")!.Statement;
        Assert.Equal(StatementKind.Quote, shown.Kind);
        Assert.Equal("Ada Quill (14 March 2024): “The ministry came with cameras the next morning and counted the stones.”", shown.Text);
        Assert.Null(StatementCheck.Rejection(shown));
    }

    [Fact]
    public void A_short_quotation_is_shown_whole_with_its_speaker()
    {
        var article = Texts.Article("Mayor Ada Quill spoke to the crowd in the rain. “It will not close again.” The band played.");
        Assert.Equal("Ada Quill (14 March 2024): “It will not close again.”", Show(article, "close again")!.Statement.Text);
    }

    [Fact]
    public void Words_of_whom_the_article_does_not_say_whose_they_are_are_not_shown()
    {
        var article = Texts.Article("“It will not close again.”\n\nThe bridge opened on Monday.");
        Assert.Null(Show(article, "close again"));
    }

    [Fact]
    public void A_quotation_inside_a_quotation_is_not_torn_apart()
    {
        var article = Texts.Article(
            "“We have waited for eleven years for this bridge, and in all these years not one ministry wrote us a letter of more than two lines in reply to ours,” Mayor Ada Quill told the council. " +
            "“Then an officer rang and told us: ‘The money is here. You may build.’ Nobody in the whole of the town hall believed him for a minute, and the clerk put down the phone.”");
        Assert.Equal(
            "Ada Quill (14 March 2024): “Then an officer rang and told us: ‘The money is here. You may build.’”", Show(article, "The money is here")!.Statement.Text);
    }

    [Theory]
    [InlineData("„Die alte war nie sicher. Diese ist es“, sagte Bürgermeisterin Ada Quill.", "nie sicher")]
    [InlineData("« Le vieux pont n'était pas sûr. Celui-ci l'est », a dit la maire Ada Quill.", "pas sûr")]
    [InlineData("\"The old one was never safe. This one is,\" Mayor Ada Quill said.", "never safe")]
    public void Marks_of_every_kind_are_kept_together(string text, string words)
    {
        if (Show(Texts.Article(text), words) is { } shown)
            Assert.Equal(text, shown.Statement.Text);
    }

    [Fact]
    public void A_sentence_that_one_already_shown_holds_is_not_shown_again()
    {
        var article = Texts.Article("“The old one was never safe. This one is,” Mayor Ada Quill said.");
        Assert.Single(ShownSentence.Of(article.Analysis.Sentences.Select(sentence => (article, sentence.Span))));
        Assert.Equal(2, article.Analysis.Sentences.Count);
    }
}
