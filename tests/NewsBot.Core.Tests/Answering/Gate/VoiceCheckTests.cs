using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Tests.Support;

namespace NewsBot.Core.Tests.Answering.Gate;

public sealed class VoiceCheckTests
{
    private static readonly AnalyzedArticle Speech = Texts.Article(
        "“The old bridge was never safe. Nobody had counted the cracks. This one is safe,” Mayor Ada Quill said. The bridge is called “Long Jane”.\n\n" +
        "“Eleven years are a long time,” she added.");

    private static Rejection? Check(string text, StatementKind kind, AnalyzedArticle? article = null) =>
        StatementCheck.Rejection(new DraftStatement(text, kind, [new EvidenceSpan(article ?? Speech, new TextSpan(0, (article ?? Speech).Article.Text.Length))]));

    [Theory]
    [InlineData("“The old bridge was never safe.")]
    [InlineData("This one is safe,” Mayor Ada Quill said.")]
    public void A_sentence_with_one_mark_of_two_is_dropped(string text) =>
        Assert.Equal(RejectionReason.Quotation, Check(text, StatementKind.Extract)?.Reason);

    [Theory]
    [InlineData(StatementKind.Extract)]
    [InlineData(StatementKind.Paraphrase)]
    public void A_sentence_from_the_middle_of_a_speech_is_not_the_article_s(StatementKind kind) =>
        Assert.Equal(RejectionReason.Speaker, Check("Nobody had counted the cracks.", kind)?.Reason);

    [Theory]
    [InlineData(StatementKind.Extract, "“Eleven years are a long time,”")]
    [InlineData(StatementKind.Quote, "“Eleven years are a long time”")]
    [InlineData(StatementKind.Paraphrase, "\"Eleven years are a long time\"")]
    public void Quoted_words_without_their_speaker_are_dropped(StatementKind kind, string text) => Assert.NotNull(Check(text, kind));

    [Theory]
    [InlineData(StatementKind.Extract, "“The old bridge was never safe. Nobody had counted the cracks. This one is safe,” Mayor Ada Quill said.")]
    [InlineData(StatementKind.Extract, "The bridge is called “Long Jane”.")]
    [InlineData(StatementKind.Quote, "Ada Quill (14 March 2024): “Nobody had counted the cracks.”")]
    [InlineData(StatementKind.Paraphrase, "**“Long Jane”**")]
    [InlineData(StatementKind.Paraphrase, "**Yes**: Ada Quill (14 March 2024): “Eleven years are a long time,”")]
    public void Whole_quotations_beside_their_speaker_pass(StatementKind kind, string text) => Assert.Null(Check(text, kind));

    [Fact]
    public void A_half_open_quotation_is_dropped_behind_a_date_and_a_word_of_the_bot_too()
    {
        Assert.NotNull(Check("[14 March 2024] “The old bridge was never safe.", StatementKind.Extract));
        Assert.NotNull(Check("**Yes**: “The old bridge was never safe.", StatementKind.Paraphrase));
    }

    [Fact]
    public void The_same_words_pass_where_the_article_has_them_outside_a_quotation_too()
    {
        var article = Texts.Article("Nobody had counted the cracks. “The old bridge was never safe. Nobody had counted the cracks. This one is,” Mayor Ada Quill said.");
        Assert.Null(Check("Nobody had counted the cracks.", StatementKind.Extract, article));
    }
}
