using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Tests.Support;

namespace NewsBot.Core.Tests.Answering;

public sealed class StatementCheckTests
{
    private static readonly AnalyzedArticle Bridge = Texts.Article(
        "The bridge at Tallow Ford cost 12.5 million crowns, Mayor Ada Quill said. “It will not close again,” she added. " +
        "Engineers counted three cracks in early March. The ministry denied that the steel was old.",
        title: "Tallow Ford bridge reopens",
        url: "https://wire.example/bridge");

    private static Rejection? Paraphrase(string text, string cited) =>
        StatementCheck.Rejection(new DraftStatement(text, StatementKind.Paraphrase, [Texts.Cite(Bridge, cited)]));

    private static Rejection? Extract(string text, string cited) =>
        StatementCheck.Rejection(new DraftStatement(text, StatementKind.Extract, [Texts.Cite(Bridge, cited)]));

    private static Rejection? Quote(string text, string cited) =>
        StatementCheck.Rejection(new DraftStatement(text, StatementKind.Quote, [Texts.Cite(Bridge, cited)]));

    [Fact]
    public void A_statement_without_evidence_is_dropped() =>
        Assert.NotNull(StatementCheck.Rejection(new DraftStatement("The bridge cost money.", StatementKind.Paraphrase, [])));

    [Fact]
    public void Evidence_outside_the_article_is_no_evidence() =>
        Assert.NotNull(StatementCheck.Rejection(new DraftStatement(
            "The bridge cost money.", StatementKind.Paraphrase, [new EvidenceSpan(Bridge, new TextSpan(0, Bridge.Article.Text.Length + 1))])));

    [Fact]
    public void A_sentence_as_it_stands_in_the_cited_place_passes() =>
        Assert.Null(Extract("Engineers counted three cracks in early March.", "Engineers"));

    [Fact]
    public void An_extract_from_another_sentence_than_the_cited_one_is_dropped() =>
        Assert.NotNull(Extract("Engineers counted three cracks in early March.", "The ministry"));

    [Theory]
    [InlineData("Engineers counted four cracks in early March.")]
    [InlineData("Engineers counted cracks in early March.")]
    public void An_extract_with_a_changed_or_missing_word_is_dropped(string text) => Assert.NotNull(Extract(text, "Engineers"));

    [Fact]
    public void Quotation_marks_of_another_kind_are_the_same_words() =>
        Assert.Null(Quote("Ada Quill: \"It will not close again\"", "close again"));

    [Fact]
    public void A_quote_that_stands_elsewhere_than_in_the_cited_place_is_dropped() =>
        Assert.NotNull(Quote("\"It will not close again\"", "Mayor"));

    [Theory]
    [InlineData("\"It will close again\"")]
    [InlineData("\"It will never close again\"")]
    [InlineData("\"It will not close\" again \"ever\"")]
    public void A_quote_with_a_changed_word_is_dropped(string text) => Assert.NotNull(Quote(text, "close again"));

    [Fact]
    public void A_quote_may_leave_words_out_where_it_says_so() => Assert.Null(Quote("Ada Quill: \"It will [...] again\"", "close again"));

    [Fact]
    public void A_quote_that_begins_inside_a_word_is_dropped() => Assert.NotNull(Quote("\"t will not close\"", "close again"));

    [Fact]
    public void A_quote_statement_without_quotation_marks_is_dropped() => Assert.NotNull(Quote("It will not close again", "close again"));

    [Theory]
    [InlineData("The bridge cost 12.5 million crowns.")]
    [InlineData("The bridge at Tallow Ford cost 12,500,000 crowns.")]
    public void A_number_in_another_form_is_the_same_number(string text) => Assert.Null(Paraphrase(text, "cost"));

    [Theory]
    [InlineData("The bridge cost 12.6 million crowns.")]
    [InlineData("The bridge cost 12.5 billion crowns.")]
    [InlineData("The bridge cost twelve million crowns.")]
    public void A_number_that_the_evidence_does_not_have_is_dropped(string text) => Assert.NotNull(Paraphrase(text, "cost"));

    [Fact]
    public void A_number_of_a_neighbouring_sentence_does_not_count() => Assert.NotNull(Paraphrase("The bridge cost 3 crowns, the mayor said.", "cost"));

    [Fact]
    public void The_publication_date_may_be_given() => Assert.Null(Paraphrase("Engineers counted three cracks, the article of 14 March 2024 says.", "Engineers"));

    [Fact]
    public void A_name_that_the_evidence_does_not_have_is_dropped() => Assert.NotNull(Paraphrase("The bridge cost 12.5 million crowns, Mayor Ada Brand said.", "cost"));

    [Fact]
    public void A_negation_that_the_evidence_does_not_have_is_dropped() => Assert.NotNull(Paraphrase("Engineers did not count three cracks in early March.", "Engineers"));

    [Fact]
    public void A_denial_may_be_reported_as_one() => Assert.Null(Paraphrase("The ministry denied that the steel was old.", "denied"));

    [Fact]
    public void Words_of_which_the_evidence_has_few_are_dropped() =>
        Assert.NotNull(Paraphrase("Budget planners expect prolonged regional shortages near the bridge.", "cost"));

    [Theory]
    [InlineData("The bridge cost 12.5 million crowns, see https://other.example/bridge.")]
    [InlineData("The bridge cost 12.5 million crowns, see www.other.example.")]
    [InlineData("The [bridge](https://wire.example/bridg) cost 12.5 million crowns.")]
    public void A_link_that_the_store_does_not_have_is_dropped(string text) => Assert.NotNull(Paraphrase(text, "cost"));

    [Fact]
    public void The_articles_own_link_passes() => Assert.Null(Paraphrase("The bridge cost 12.5 million crowns https://wire.example/bridge", "cost"));

    [Fact]
    public void A_pronoun_may_be_explained_by_the_speaker_that_the_article_resolves()
    {
        var article = Bridge.WithQuote("“It will not close again,”", new Speaker { Text = "she", Kind = SpeakerKind.Pronoun, Name = "Ada Quill" });
        Assert.Null(Check("“It will not close again,” she [Ada Quill] added."));
        Assert.NotNull(Check("“It will not close again,” she [Bea Thorn] added."));

        Rejection? Check(string text) => StatementCheck.Rejection(new DraftStatement(text, StatementKind.Extract, [Texts.Cite(article, "close again")]));
    }
}
