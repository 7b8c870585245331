using NewsBot.Core.Articles;
using NewsBot.Core.Dates;

namespace NewsBot.Core.Tests.Dates;

public class TimeTaggerTests
{
    /// <summary>A Thursday.</summary>
    private static readonly TimeAnchor Published = TimeAnchor.At(new DateOnly(2023, 8, 17));

    [Theory]
    [InlineData("It was signed on 5 May 2010.", "5 May 2010", "2010-05-05")]
    [InlineData("It was signed on May 5, 2010.", "May 5, 2010", "2010-05-05")]
    [InlineData("It was signed on Wednesday, May 5, 2010.", "Wednesday, May 5, 2010", "2010-05-05")]
    [InlineData("It was signed on the 5th of May, 2010.", "the 5th of May, 2010", "2010-05-05")]
    [InlineData("It was signed on Sept. 5, 2010, in Minsk.", "Sept. 5, 2010", "2010-09-05")]
    [InlineData("It was signed on 2010-05-05.", "2010-05-05", "2010-05-05")]
    [InlineData("It was signed on 10/29/1999.", "10/29/1999", "1999-10-29")]
    [InlineData("It was signed on 29.10.1999.", "29.10.1999", "1999-10-29")]
    [InlineData("It was signed on 10/29/99.", "10/29/99", "1999-10-29")]
    [InlineData("It was signed in May 2010.", "May 2010", "2010-05")]
    [InlineData("It was signed in May of 2010.", "May of 2010", "2010-05")]
    [InlineData("It was signed in 2010.", "2010", "2010")]
    [InlineData("It was signed in the summer of '68.", "the summer of '68", "1968-SU")]
    [InlineData("It was signed in the third quarter of 2019.", "the third quarter of 2019", "2019-Q3")]
    [InlineData("It was signed in Q3 2019.", "Q3 2019", "2019-Q3")]
    [InlineData("It was signed in the first half of 2019.", "the first half of 2019", "2019-H1")]
    [InlineData("Third-quarter profit rose.", "Third-quarter", "2023-Q3")]
    [InlineData("It ended in fiscal 2012.", "fiscal 2012", "2012")]
    [InlineData("It began in the 1990s.", "the 1990s", "199")]
    [InlineData("It began in the '90s.", "the '90s", "199")]
    [InlineData("It began in the nineties.", "the nineties", "199")]
    [InlineData("It began in the 19th century.", "the 19th century", "18")]
    [InlineData("It began in 490 BC.", "490 BC", "BC0490")]
    [InlineData("It began on Christmas Day 2019.", "Christmas Day 2019", "2019-12-25")]
    [InlineData("It began on Easter Monday 2023.", "Easter Monday 2023", "2023-04-10")]
    [InlineData("It began on Thanksgiving 2022.", "Thanksgiving 2022", "2022-11-24")]
    [InlineData("It began in the first week of May 2010.", "the first week of May 2010", "2010-W17")]
    [InlineData("It began on the last day of 2010.", "the last day of 2010", "2010-12-31")]
    [InlineData("It began on the first Sunday in May 2010.", "the first Sunday in May 2010", "2010-05-02")]
    [InlineData("It began at 9:30 a.m. EST Tuesday.", "9:30 a.m. EST Tuesday", "2023-08-15T09:30")]
    [InlineData("It began on the night of May 5.", "the night of May 5", "2023-05-05TNI")]
    public void A_date_of_the_calendar_has_its_value(string sentence, string text, string value)
    {
        var found = Assert.Single(Tag(sentence));
        Assert.Equal((text, value), (found.Text, found.Value));
    }

    [Theory]
    [InlineData("It lasted three days.", "three days", "P3D", null)]
    [InlineData("A three-day visit began.", "three-day", "P3D", null)]
    [InlineData("It lasted for more than 30 years.", "more than 30 years", "P30Y", "MORE_THAN")]
    [InlineData("It lasted for the past thirty years.", "the past thirty years", "P30Y", null)]
    [InlineData("It lasted nearly a decade.", "nearly a decade", "P1DE", "LESS_THAN")]
    [InlineData("It lasted several months.", "several months", "PXM", null)]
    [InlineData("It lasted for years.", "years", "PXY", null)]
    [InlineData("It lasted half an hour.", "half an hour", "PT30M", null)]
    [InlineData("It lasted two and a half years.", "two and a half years", "P2.5Y", null)]
    [InlineData("It lasted at least 48 hours.", "at least 48 hours", "PT48H", "EQUAL_OR_MORE")]
    public void A_duration_is_no_date(string sentence, string text, string value, string? modifier)
    {
        var found = Assert.Single(Tag(sentence));
        Assert.Equal((text, TimeType.Duration, value, modifier), (found.Text, found.Type, found.Value, found.Modifier));
    }

    [Theory]
    [InlineData("It meets every Monday.", "every Monday", "XXXX-WXX-1")]
    [InlineData("It meets twice a week.", "twice a week", "P1W")]
    [InlineData("It costs $500 a year.", "a year", "P1Y")]
    [InlineData("It is printed daily.", "daily", "P1D")]
    [InlineData("It meets every two years.", "every two years", "P2Y")]
    public void A_set_is_no_date(string sentence, string text, string value)
    {
        var found = Assert.Single(Tag(sentence));
        Assert.Equal((text, TimeType.Set, value, null), (found.Text, found.Type, found.Value, found.Interval));
    }

    [Theory]
    [InlineData("The asteroid 2031 QX7 is harmless.")]
    [InlineData("The mayor spoke to TOLNA TODAY about it.")]
    [InlineData("He was a guest of The Tonight Show.")]
    [InlineData("He filled in Form 1990 and sat in Room 2012.")]
    [InlineData("He bought 2000 shares for $1999.")]
    [InlineData("The 59-year-old, who is 12 years old at heart, may march again.")]
    [InlineData("May he march to the spring? A second chance, a quarter of them.")]
    [InlineData("He won 6-3 and finished in 2.05 in room 1418 of Boeing 747s.")]
    [InlineData("Following the vote, Mr. May and April Jones met The Sun.")]
    public void What_only_looks_like_a_time_is_left_alone(string sentence) => Assert.Empty(Tag(sentence));

    [Theory]
    [InlineData("The ferry will not sail before May 2014.", "2014-05-01", null, DatePrecision.Month)]
    [InlineData("The ferry won't be able to sail until May 2014.", "2014-05-01", null, DatePrecision.Month)]
    [InlineData("They did not agree, so it must sail before May 2014.", null, "2014-04-30", DatePrecision.Month)]
    [InlineData("He was in office since 2014.", "2014-01-01", null, DatePrecision.Year)]
    [InlineData("He was in office until Friday.", null, "2023-08-11", DatePrecision.Day)]
    [InlineData("He was in office between 2014 and 2016.", "2014-01-01", "2016-12-31", DatePrecision.Range)]
    [InlineData("He was in office from March to June.", "2023-03-01", "2023-06-30", DatePrecision.Range)]
    [InlineData("He was in office from 2014-16.", "2014-01-01", "2016-12-31", DatePrecision.Range)]
    [InlineData("He was away May 5-7, 2010.", "2010-05-05", "2010-05-07", DatePrecision.Range)]
    [InlineData("He came early this year.", "2023-01-01", "2023-04-30", DatePrecision.PartOfYear)]
    [InlineData("He came in late 2019.", "2019-09-01", "2019-12-31", DatePrecision.PartOfYear)]
    [InlineData("He came in mid-May.", "2023-05-11", "2023-05-20", DatePrecision.PartOfMonth)]
    [InlineData("He was ill for the past three days.", "2023-08-14", "2023-08-17", DatePrecision.Unknown)]
    public void An_interval_says_what_the_words_around_a_date_say(string sentence, string? start, string? end, DatePrecision precision)
    {
        var found = Tag(sentence)[0];
        Assert.Equal((start, end, precision), (found.Interval?.Start?.ToString("o"), found.Interval?.End?.ToString("o"), found.Precision));
    }

    [Fact]
    public void A_dateline_gives_the_day_of_publication()
    {
        var found = Tag("MINSK, August 17. /TASS/. The president spoke in May 2010.");
        Assert.Equal([("2023-08-17", TimeBasis.Dateline), ("2010-05", TimeBasis.Explicit)], found.Select(t => (t.Value, t.Basis)));
    }

    [Fact]
    public void A_line_that_is_only_the_date_is_a_dateline() =>
        Assert.Equal(TimeBasis.Dateline, Tag("Court rules\n\nAugust 17, 2023\n\nThe court ruled.")[0].Basis);

    [Fact]
    public void Later_expressions_count_from_earlier_ones()
    {
        var found = Tag("The war began on 5 May 2019. A day earlier the king fled. The following year a truce was signed. The same month the king returned.");
        Assert.Equal(["2019-05-05", "2019-05-04", "2020", "2019-05"], found.Select(t => t.Value));
        Assert.All(found.Skip(1), t => Assert.Equal(TimeBasis.EarlierExpression, t.Basis));
    }

    [Fact]
    public void A_narrative_of_other_years_lends_its_year_to_dates_without_one()
    {
        var found = Tag("The war began in 1861. Forts were taken in May 1861. On 6 June 1861 the army crossed. The capital fell on 9 July. By December 1861 all was over. In January a treaty was signed.");
        Assert.Equal(["1861", "1861-05", "1861-06-06", "1861-07-09", "1861-12", "1862-01"], found.Select(t => t.Value));
    }

    [Fact]
    public void News_of_today_does_not_take_its_year_from_one_old_date() =>
        Assert.Equal("2023-06-06", Tag("He was elected in 1994. On 6 June the dam broke, and on Tuesday he spoke.")[1].Value);

    [Theory]
    [InlineData("The talks were held on Monday.", "2023-08-14")]
    [InlineData("The talks will be held on Monday.", "2023-08-21")]
    [InlineData("He plans to visit Moscow on Monday.", "2023-08-21")]
    [InlineData("He failed to win on Monday.", "2023-08-14")]
    [InlineData("The vote is scheduled for Monday.", "2023-08-21")]
    [InlineData("Monday's vote was close.", "2023-08-14")]
    [InlineData("He must pay by Monday.", "2023-08-21")]
    [InlineData("On Monday, the court will rule.", "2023-08-21")]
    [InlineData("The region could vote on Monday to leave.", "2023-08-21")]
    [InlineData("The spokesman could not be reached on Monday.", "2023-08-14")]
    [InlineData("Monday's ruling could cost the town dearly.", "2023-08-14")]
    [InlineData("The harbour festival starts Monday.", "2023-08-21")]
    [InlineData("The Lakers of Tarsk face a side that is strong; the final takes place on Monday.", "2023-08-21")]
    [InlineData("The queen waves as Duke Arvid opens a show on Monday.", "2023-08-14")]
    [InlineData("She led the side to a title and knows how much a win on Monday could mean.", "2023-08-21")]
    [InlineData("She led the side to a title and knows how much its win on Monday could mean.", "2023-08-14")]
    [InlineData("A win on Monday would have been a record.", "2023-08-14")]
    [InlineData("The jury was picked, and Monday will begin with speeches.", "2023-08-21")]
    [InlineData("The premier will visit the storm-ravaged coast on Monday.", "2023-08-21")]
    [InlineData("The premier will sign the newly approved bill on Monday.", "2023-08-21")]
    [InlineData("He is expected to testify behind closed doors on Monday.", "2023-08-21")]
    [InlineData("Teachers will start getting inoculated on Monday.", "2023-08-21")]
    [InlineData("The bank is not expected to announce an imminent cut on Monday.", "2023-08-21")]
    [InlineData("They won, advancing to Monday's final.", "2023-08-21")]
    [InlineData("They won and go home, the last round up next on Monday.", "2023-08-21")]
    [InlineData("The forecast for Monday looked grim.", "2023-08-21")]
    [InlineData("The mayor promised much: \"Monday will be our day.\"", "2023-08-21")]
    [InlineData("On Monday a fair called Harbour Lights will take over the quay.", "2023-08-21")]
    [InlineData("On Monday the sun will be completely blocked.", "2023-08-21")]
    [InlineData("He warned them to stay away when the new rules take effect on Monday.", "2023-08-21")]
    [InlineData("He saw the new rules take hold on Monday.", "2023-08-14")]
    [InlineData("Monday is the last chance to see the comet.", "2023-08-21")]
    [InlineData("The road could reopen soon, according to Monday's notice.", "2023-08-14")]
    public void Tense_and_cue_words_decide_between_the_past_and_the_coming_weekday(string sentence, string value) =>
        Assert.Equal(value, Assert.Single(Tag(sentence)).Value);

    [Fact]
    public void A_weekday_that_owns_an_event_told_as_coming_before_is_the_coming_one() =>
        Assert.Equal(["2023-08-21", "2023-08-21"], Tag("The vote will be held on Monday. Monday's vote: who, where and how.").Select(t => t.Value));

    [Theory]
    [InlineData("The singer died Saturday, July 30, at home.", "2022-07-30")]
    [InlineData("The band will play on Monday, May 5, at the quay.", "2025-05-05")]
    public void A_day_of_a_month_with_its_weekday_is_of_a_year_in_which_they_agree(string sentence, string value) => Assert.Equal(value, Tag(sentence)[0].Value);

    [Fact]
    public void Fears_that_something_happens_do_not_point_back() =>
        Assert.Equal("Monday", Assert.Single(Tag("There were fears that Monday's march had been banned.")).Text);

    [Fact]
    public void Something_drags_on_past_a_day() => Assert.Equal("Sunday", Assert.Single(Tag("The talks may drag on past Sunday.")).Text);

    [Fact]
    public void A_weekday_in_an_article_with_many_old_years_is_that_of_the_article()
    {
        var found = Tag("The club was founded in 1901. It won in 1920, in 1931 and in 1948. Its stand burned down in 1951. Its trainer resigned on Monday. Its next one will speak on Tuesday.");
        Assert.Equal(["2023-08-14", "2023-08-22"], found.TakeLast(2).Select(t => t.Value));
    }

    [Fact]
    public void A_zone_is_kept_beside_the_local_time() => Assert.Equal(-300, Assert.Single(Tag("It opens at 10 a.m. EST.")).UtcOffsetMinutes);

    [Fact]
    public void A_time_on_a_day_is_two_expressions_of_one_day() =>
        Assert.Equal(["2023-08-15T17:00", "2023-08-15"], Tag("It opened at 5 p.m. on Tuesday.").Select(t => t.Value));

    private static IReadOnlyList<TimeExpression> Tag(string text) => TimeTagger.Tag(text, SentenceSplitter.Split(text), Published);
}
