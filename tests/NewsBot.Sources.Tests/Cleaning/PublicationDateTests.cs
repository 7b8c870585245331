using System.Globalization;
using FsCheck.Xunit;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Sources.Cleaning;

namespace NewsBot.Sources.Tests.Cleaning;

public sealed class PublicationDateTests
{
    [Theory]
    [InlineData("2023-08-17")]
    [InlineData(" 2023/08/17 ")]
    [InlineData("2023-8-17")]
    [InlineData("20230817")]
    [InlineData("17.08.2023")]
    [InlineData("17 August 2023")]
    [InlineData("17 Aug 2023")]
    [InlineData("August 17, 2023")]
    [InlineData("Aug. 17, 2023")]
    [InlineData("August 17th, 2023")]
    [InlineData("Thursday, August 17, 2023")]
    public void A_day_stays_a_day(string text)
    {
        Assert.True(PublicationDate.TryParse(text, out var published));
        Assert.Equal(PublicationTime.OnDay(new DateOnly(2023, 8, 17)), published);
    }

    [Theory]
    [InlineData("2023-08-17T09:30:00+03:00", "2023-08-17T09:30:00+03:00")]
    [InlineData("2023-08-17T09:30+0300", "2023-08-17T09:30:00+03:00")]
    [InlineData("2023-08-17 09:30:00.123456789+03", "2023-08-17T09:30:00.1234567+03:00")]
    [InlineData("2023-08-17T09:30:00Z", "2023-08-17T09:30:00+00:00")]
    [InlineData("2023-08-17 09:30", "2023-08-17T09:30:00+00:00")]
    [InlineData("2023/08/17 09:30:00", "2023-08-17T09:30:00+00:00")]
    [InlineData("20230817T093000Z", "2023-08-17T09:30:00+00:00")]
    [InlineData("Thu, 17 Aug 2023 09:30:00 GMT", "2023-08-17T09:30:00+00:00")]
    [InlineData("Thu, 17 Aug 2023 09:30:00 -0500", "2023-08-17T09:30:00-05:00")]
    [InlineData("Thu, 17 Aug 2023 09:30:00 EDT", "2023-08-17T09:30:00-04:00")]
    [InlineData("August 17, 2023 9:30 AM", "2023-08-17T09:30:00+00:00")]
    [InlineData("1692264600", "2023-08-17T09:30:00+00:00")]
    [InlineData("1692264600000", "2023-08-17T09:30:00+00:00")]
    public void An_instant_keeps_its_offset(string text, string expected)
    {
        Assert.True(PublicationDate.TryParse(text, out var published));
        Assert.Equal(expected, published.Instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
        Assert.Equal(DatePrecision.Minute, published.Precision);
    }

    [Fact]
    public void The_day_of_an_instant_is_the_day_at_the_outlet()
    {
        Assert.True(PublicationDate.TryParse("2023-08-17T23:30:00-08:00", out var published));
        Assert.Equal(new DateOnly(2023, 8, 17), published.Day);
    }

    [Fact]
    public void A_day_in_the_future_is_taken()
    {
        Assert.True(PublicationDate.TryParse("2999-12-31", out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("soon")]
    [InlineData("2023")]
    [InlineData("2023-08")]
    [InlineData("August 2023")]
    [InlineData("2023-02-30")]
    [InlineData("08/09/2023")]
    [InlineData("1599-12-31")]
    [InlineData("3000-01-01")]
    [InlineData("2023-08-17T25:00:00Z")]
    [InlineData("2023-08-17T09:30:00 XYZ")]
    [InlineData("Wed, 17 Aug 2023 09:30:00 GMT")]
    public void What_is_no_day_is_not_taken(string text)
    {
        Assert.False(PublicationDate.TryParse(text, out _));
    }

    [Property]
    public bool Every_instant_that_ISO_can_write_is_read_back(DateTimeOffset instant)
    {
        var isUsable = instant.Year is >= 1600 and <= 2999;
        return PublicationDate.TryParse(instant.ToString("O", CultureInfo.InvariantCulture), out var published) == isUsable
            && (!isUsable || (published.Instant == instant && published.Instant.Offset == instant.Offset));
    }

    [Property]
    public bool Any_text_is_read_or_refused(string? text) => text is null || PublicationDate.TryParse(text, out _) || true;
}
