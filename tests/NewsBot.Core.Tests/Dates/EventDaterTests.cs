using NewsBot.Core.Articles;
using NewsBot.Core.Dates;

namespace NewsBot.Core.Tests.Dates;

public class EventDaterTests
{
    private static readonly TimeAnchor Published = TimeAnchor.At(new DateOnly(2023, 8, 17));

    private const string StateVisit =
        "He recalled that early this year the president made a state visit to China, during which they reached agreements. " +
        "The ties are based on a treaty signed by the two ministries in May 2010.";

    [Theory]
    [InlineData("visit", "2023", DatePrecision.PartOfYear)]
    [InlineData("made", "2023", DatePrecision.PartOfYear)]
    [InlineData("reached", "2023", DatePrecision.PartOfYear)]
    [InlineData("signed", "2010-05", DatePrecision.Month)]
    public void A_time_belongs_to_the_event_of_its_clause(string word, string value, DatePrecision precision)
    {
        var date = DateOf(StateVisit, word);
        Assert.Equal((value, precision, EventDateBasis.SentenceExpression), (date.Value, date.Precision, date.Basis));
    }

    [Fact]
    public void What_reports_an_event_does_not_share_its_time() => Assert.Equal(EventDateBasis.Publication, DateOf(StateVisit, "recalled").Basis);

    [Fact]
    public void The_reasoning_is_one_short_line() =>
        Assert.Equal("\"early this year\", article of 17 August 2023 -> early 2023", DateOf(StateVisit, "visit").Explanation);

    [Theory]
    [InlineData("fought", "2004")]
    [InlineData("took", "2009")]
    public void Each_of_two_verbs_keeps_its_own_time(string word, string value) =>
        Assert.Equal(value, DateOf("He fought cancer in 2004 and took six months off in early 2009.", word).Value);

    [Fact]
    public void A_coming_event_is_a_plan()
    {
        var date = DateOf("The presidents will meet on Monday, officials said.", "meet");
        Assert.Equal(("2023-08-21", true), (date.Value, date.IsPlanned));
        Assert.Contains("planned", date.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_in_front_of_a_noun_dates_that_noun()
    {
        const string text = "The company reported its February 2020 sales on Tuesday.";
        Assert.Equal(("2020-02", "2023-08-15"), (DateOf(text, "sales").Value, DateOf(text, "reported").Value));
    }

    [Fact]
    public void What_is_told_in_the_past_tense_has_the_day_that_the_article_tells_of()
    {
        const string text = "The court convicted the minister on Tuesday. The judge announced the verdict in person. It is the first of its kind.";
        var announced = DateOf(text, "announced");
        Assert.Equal(("2023-08-15", EventDateBasis.Narrative), (announced.Value, announced.Basis));
        Assert.Equal(EventDateBasis.Publication, DateOf(text, "is the first").Basis);
    }

    [Fact]
    public void An_event_that_is_named_again_has_its_date_from_there() =>
        Assert.Equal("2007-10", DateOf("The delivery was set for October 2007. Officials regret how late the delivery is.", "delivery", last: true).Value);

    [Fact]
    public void A_dateline_dates_no_event() =>
        Assert.Equal(EventDateBasis.Publication, DateOf("MINSK, August 16. /TASS/. The minister is ill.", "ill").Basis);

    [Fact]
    public void A_whole_sentence_stands_for_its_first_verb()
    {
        const string text = "The treaty was signed in 1998 and ended in 2004.";
        var sentences = SentenceSplitter.Split(text);
        var date = EventDater.Date(text, sentences, TimeTagger.Tag(text, sentences, Published), Published, sentences[0].Span);
        Assert.Equal("1998", date.Value);
    }

    [Theory]
    [InlineData("They praised the Expo 2021 pavilion.", "praised")]
    [InlineData("They lost sight of the 2021 World Cup.", "lost")]
    public void A_year_that_is_part_of_a_name_dates_nothing_else(string text, string word) => Assert.Equal(EventDateBasis.Publication, DateOf(text, word).Basis);

    private static EventDate DateOf(string text, string word, bool last = false)
    {
        var sentences = SentenceSplitter.Split(text);
        var at = last ? text.LastIndexOf(word, StringComparison.Ordinal) : text.IndexOf(word, StringComparison.Ordinal);
        return EventDater.Date(text, sentences, TimeTagger.Tag(text, sentences, Published), Published, new TextSpan(at, at + word.Length));
    }
}
