using System.Globalization;
using NewsBot.Core.Dates;
using NewsBot.Sources.Feeds;

namespace NewsBot.Sources.Tests.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Fri, 03 May 2024 09:30:00 GMT", "2024-05-03T09:30:00+00:00")]
    [InlineData("Fri, 3 May 24 09:30 EST", "2024-05-03T09:30:00-05:00")]
    [InlineData("3 May 2024 09:30:00 +0200", "2024-05-03T09:30:00+02:00")]
    [InlineData("Fri, 03 May 2024 09:30:00 +02:00", "2024-05-03T09:30:00+02:00")]
    [InlineData("Mon, 03 May 2024 09:30:00 Z", "2024-05-03T09:30:00+00:00")]
    [InlineData("Fr, 03 Mai 2024 09:30:00 +0200", "2024-05-03T09:30:00+02:00")]
    [InlineData("Sex, 03 Mai 2024 09:30:00 -0300", "2024-05-03T09:30:00-03:00")]
    [InlineData("Пт, 03 мая 2024 09:30:00 +0300", "2024-05-03T09:30:00+03:00")]
    [InlineData("Fri, 03 May 2024 09:30:00", "2024-05-03T09:30:00+00:00")]
    [InlineData("Fri, 03 May 2024 9:30 PM PDT", "2024-05-03T21:30:00-07:00")]
    [InlineData("May 3, 2024 09:30:00 GMT", "2024-05-03T09:30:00+00:00")]
    [InlineData("Fri May  3 09:30:00 PDT 2024", "2024-05-03T09:30:00-07:00")]
    [InlineData("2024-05-03T09:30:00Z", "2024-05-03T09:30:00+00:00")]
    [InlineData("2024-05-03T09:30Z", "2024-05-03T09:30:00+00:00")]
    [InlineData("2024-05-03T09:30:00.123-0500", "2024-05-03T09:30:00-05:00")]
    [InlineData("2024-05-03 09:30:00", "2024-05-03T09:30:00+00:00")]
    [InlineData("20240503T093000Z", "2024-05-03T09:30:00+00:00")]
    [InlineData("Fri, 31 Dec 1999 24:00:00 GMT", "2000-01-01T00:00:00+00:00")]
    [InlineData("Fri, 03 May 2024 09:30:60 GMT", "2024-05-03T09:30:59+00:00")]
    public void An_instant_is_read_with_its_zone(string text, string expected)
    {
        var time = FeedDate.Of(text)!.Value;

        Assert.Equal(expected, time.Instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        Assert.Equal(DatePrecision.Minute, time.Precision);
    }

    [Theory]
    [InlineData("2024-05-03", "2024-05-03", DatePrecision.Day)]
    [InlineData("3 May 2024", "2024-05-03", DatePrecision.Day)]
    [InlineData("2024-124", "2024-05-03", DatePrecision.Day)]
    [InlineData("2024-05", "2024-05-01", DatePrecision.Month)]
    [InlineData("2024", "2024-01-01", DatePrecision.Year)]
    public void What_is_less_than_an_instant_says_so(string text, string day, DatePrecision precision)
    {
        var time = FeedDate.Of(text)!.Value;

        Assert.Equal((day, precision), (time.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), time.Precision));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("31 Feb 2024 10:00:00 GMT")]
    [InlineData("Fri, 03 Foo 2024 09:30:00 GMT")]
    [InlineData("0000-00-00")]
    [InlineData("2023-366")]
    [InlineData("99999999999999999999")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_date_is_none(string? text) => Assert.Null(FeedDate.Of(text));
}
