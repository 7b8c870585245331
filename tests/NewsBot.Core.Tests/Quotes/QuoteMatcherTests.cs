using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Tests.Quotes;

public sealed class QuoteMatcherTests
{
    private const string Text = "“We will not close the old bridge in May – it’s the pride of Troy,” Ann Lee said.";

    [Theory]
    [InlineData("We will not close the old bridge in May")]
    [InlineData("\"we will NOT close the old  bridge in May - it's the pride of Troy\"")]
    [InlineData("the pride of Troy")]
    [InlineData("We will not close the old brigde in May")]
    public void The_same_words_are_verbatim_whatever_their_typography(string asked) =>
        Assert.Equal(QuoteMatchKind.Verbatim, Match(asked).Kind);

    [Fact]
    public void What_is_shown_is_the_text_of_the_article()
    {
        var shown = Assert.Single(Match("close the old bridge in may - it's the pride").Shown);

        Assert.Equal("close the old bridge in May – it’s the pride", shown.In(Text));
    }

    [Fact]
    public void A_quote_that_is_matched_whole_is_shown_with_its_marks() =>
        Assert.Equal("“We will not close the old bridge in May – it’s the pride of Troy,”", Assert.Single(Match("we will not close the old bridge in may it's the pride of troy").Shown).In(Text));

    [Theory]
    [InlineData("We will close the old bridge in May", WordChangeKind.NegationFlipped, "not", "")]
    [InlineData("We won't not close the old bridge in May", WordChangeKind.NegationFlipped, "will", "won't")]
    [InlineData("We will not close the new bridge in May", WordChangeKind.WordChanged, "old", "new")]
    [InlineData("We will not close the old bridge in June", WordChangeKind.NameChanged, "May", "June")]
    [InlineData("We will not close the bridge in May", WordChangeKind.WordDropped, "old", "")]
    [InlineData("We will not close the very old bridge in May", WordChangeKind.WordAdded, "", "very")]
    public void A_change_is_named(string asked, WordChangeKind kind, string said, string typed)
    {
        var match = Match(asked);

        Assert.Equal(QuoteMatchKind.Altered, match.Kind);
        var change = Assert.Single(match.Changes);
        Assert.Equal((kind, said, typed), (change.Kind, change.Said, change.Asked));
        Assert.Equal(said, change.Span?.In(Text) ?? "");
    }

    [Fact]
    public void A_changed_number_is_named()
    {
        const string text = "The bridge cost 3.5 million dollars in 2019.";

        var change = Assert.Single(new QuoteMatcher("the bridge cost 4.5 million dollars in 2019").Match(text, [new TextSpan(0, text.Length)]).Changes);

        Assert.Equal((WordChangeKind.NumberChanged, "3.5", "4.5"), (change.Kind, change.Said, change.Asked));
    }

    [Fact]
    public void Million_is_no_slip_of_billion() =>
        Assert.Equal(QuoteMatchKind.Altered, new QuoteMatcher("it cost one billion dollars").Match("It cost one million dollars", [new TextSpan(0, 27)]).Kind);

    [Fact]
    public void Other_words_for_much_the_same_are_a_paraphrase() =>
        Assert.Equal(QuoteMatchKind.Paraphrase, Match("in Troy people take pride in their bridge and May is no time for closing").Kind);

    [Fact]
    public void Something_else_is_no_match() => Assert.Equal(QuoteMatchKind.None, Match("taxes on fuel went up by two cents last year").Kind);

    [Fact]
    public void Verbatim_ranks_before_altered_and_altered_before_a_paraphrase()
    {
        var scores = new[] { "We will not close the old bridge in May", "We will not close the new bridge in May", "the closing of bridges in old Troy" }.Select(a => Match(a).Score).ToList();

        Assert.Equal(scores.OrderDescending(), scores);
        Assert.True(scores[0] > 1 && scores[1] < 1);
    }

    [Fact]
    public void A_quote_in_two_spans_is_matched_across_them_and_shown_in_both()
    {
        const string text = "\"The old bridge,\" Lee said, \"will open in May.\"";
        var quote = text.OnlyQuote();

        var match = new QuoteMatcher("old bridge will open").Match(text, quote);

        Assert.Equal(QuoteMatchKind.Verbatim, match.Kind);
        Assert.Equal(["old bridge,\"", "\"will open"], match.Shown.Select(s => s.In(text)));
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("“”", "x")]
    [InlineData("the of and", "the of and")]
    [InlineData("x", "")]
    public void Degenerate_texts_are_compared_without_fault(string asked, string text) =>
        _ = new QuoteMatcher(asked).Match(text, [new TextSpan(0, text.Length)]);

    [Theory]
    [InlineData("Lukashenko said \"we are strong advocates for peace\"", "we are strong advocates for peace", "Lukashenko")]
    [InlineData("\"we are strong advocates for peace\" - Ann Lee", "we are strong advocates for peace", "Ann Lee")]
    [InlineData("Ann Lee: \"we are strong advocates for peace\"", "we are strong advocates for peace", "Ann Lee")]
    [InlineData("According to Ann Lee, the bridge is late", "the bridge is late", "Ann Lee")]
    [InlineData("Ann Lee said that the bridge is late", "the bridge is late", "Ann Lee")]
    [InlineData("\"we are strong advocates for peace\"", "we are strong advocates for peace", null)]
    [InlineData("we are strong advocates for peace", "we are strong advocates for peace", null)]
    public void A_claimed_speaker_is_read_from_the_text(string text, string words, string? speaker) =>
        Assert.Equal(new ClaimedQuote(words, speaker), ClaimedQuote.Read(text));

    private static QuoteMatch Match(string asked) => new QuoteMatcher(asked).Match(Text, Text.OnlyQuote());
}
