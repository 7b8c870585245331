using NewsBot.Core.Articles;
using NewsBot.Core.Dates;

namespace NewsBot.Core.Tests.Dates;

public class RelativePhraseTests
{
    /// <summary>A leap day, the end of a year, a Monday, a Sunday, and a day on which the clocks change.</summary>
    private static readonly DateOnly[] Anchors = [new(2024, 2, 29), new(2022, 12, 31), new(2023, 8, 14), new(2023, 8, 20), new(2024, 3, 10)];

    private static readonly string[] Zones = ["Etc/UTC", "America/New_York", "Asia/Tokyo"];

    [Fact]
    public void There_are_at_least_two_hundred_of_them() =>
        Assert.True(RelativePhrases.All.Select(p => p.Sentence).Distinct().Count() >= 200);

    [Fact]
    public void Relative_phrases_have_their_right_value_on_every_day_and_in_every_zone()
    {
        var wrong = new List<string>();
        foreach (var zone in Zones)
        {
            foreach (var day in Anchors)
            {
                var anchor = new TimeAnchor(day, TimeZoneInfo.FindSystemTimeZoneById(zone), new TimeOnly(23, 30));
                foreach (var phrase in RelativePhrases.All)
                {
                    var times = TimeTagger.Tag(phrase.Sentence, SentenceSplitter.Split(phrase.Sentence), anchor);
                    var expected = phrase.Value(day);
                    if (times.Count != 1 || times[0].Value != expected || times[0].Text != phrase.Phrase)
                        wrong.Add($"{day:yyyy-MM-dd} {phrase.Sentence} expected {phrase.Phrase} = {expected}, got {string.Join("; ", times.Select(t => $"{t.Text} = {t.Value}"))}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
    }

    [Theory]
    [InlineData("2024-03-10", "America/New_York", "05:00", "three hours ago", "2024-03-10T01")] // 02:00 to 03:00 did not exist
    [InlineData("2024-11-03", "America/New_York", "05:00", "three hours ago", "2024-11-03T02")]
    [InlineData("2024-11-03", "America/New_York", "03:00", "three hours ago", "2024-11-03T01")] // 01:00 to 02:00 came twice
    [InlineData("2024-03-10", "Asia/Tokyo", "01:00", "three hours ago", "2024-03-09T22")]
    [InlineData("2022-12-31", "Etc/UTC", "00:20", "30 minutes ago", "2022-12-30T23:50")]
    [InlineData("2024-02-29", "Etc/UTC", "12:00", "24 hours ago", "2024-02-28T12")]
    public void Hours_are_counted_on_the_clock_of_the_zone(string day, string zone, string time, string phrase, string expected)
    {
        var anchor = new TimeAnchor(DateOnly.Parse(day), TimeZoneInfo.FindSystemTimeZoneById(zone), TimeOnly.Parse(time));
        var sentence = $"The bridge collapsed {phrase}.";
        var found = Assert.Single(TimeTagger.Tag(sentence, SentenceSplitter.Split(sentence), anchor));
        Assert.Equal(expected, found.Value);
    }

    [Fact]
    public void Hours_before_an_unknown_time_are_no_more_than_a_day()
    {
        const string sentence = "The bridge collapsed three hours ago.";
        var found = Assert.Single(TimeTagger.Tag(sentence, SentenceSplitter.Split(sentence), TimeAnchor.At(new DateOnly(2023, 8, 17))));
        Assert.Equal(("2023-08-17", DatePrecision.Day), (found.Value, found.Precision));
    }
}
