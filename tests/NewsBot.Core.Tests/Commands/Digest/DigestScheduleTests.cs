using System.Globalization;
using NewsBot.Core.Commands.Digest;

namespace NewsBot.Core.Tests.Commands.Digest;

public sealed class DigestScheduleTests
{
    [Theory]
    [InlineData("hourly", "hourly")]
    [InlineData("daily", "daily 08:00 UTC")]
    [InlineData("Daily 7:05", "daily 07:05 UTC")]
    [InlineData("daily 19:30 Europe/Berlin", "daily 19:30 Europe/Berlin")]
    [InlineData("daily America/New_York", "daily 08:00 America/New_York")]
    public void A_schedule_is_read_and_written_the_same(string text, string written)
    {
        var schedule = DigestSchedule.Parse(text, TimeZoneInfo.Utc).Schedule!;
        Assert.Equal(written, schedule.ToString());
        Assert.Equal(written, DigestSchedule.Parse(written, TimeZoneInfo.Utc).Schedule!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("weekly")]
    [InlineData("daily 25:00")]
    [InlineData("daily 08:00 Nowhere/Land")]
    [InlineData("daily 08:00 UTC and more")]
    public void What_is_no_schedule_is_told_in_a_sentence(string text)
    {
        var (schedule, problem) = DigestSchedule.Parse(text, TimeZoneInfo.Utc);
        Assert.Null(schedule);
        Assert.NotEqual("", problem);
    }

    [Theory]
    [InlineData("2026-06-10T05:59:59Z", "2026-06-09T06:00:00Z")]
    [InlineData("2026-06-10T06:00:00Z", "2026-06-10T06:00:00Z")]
    [InlineData("2026-12-10T07:30:00Z", "2026-12-10T07:00:00Z")]
    public void A_daily_digest_is_due_at_the_zones_own_time(string now, string due) => Assert.Equal(At(due), Daily("08:00").LatestDue(At(now)));

    [Fact]
    public void A_time_that_the_night_leaves_out_is_made_up_for_when_the_clock_goes_on()
    {
        // 29 March 2026: 01:59:59 +01:00 is followed by 03:00:00 +02:00.
        Assert.Equal(At("2026-03-28T01:30:00Z"), Daily("02:30").LatestDue(At("2026-03-29T00:59:59Z")));
        Assert.Equal(At("2026-03-29T01:00:00Z"), Daily("02:30").LatestDue(At("2026-03-29T01:00:00Z")));
    }

    [Fact]
    public void A_time_that_the_night_has_twice_counts_once()
    {
        // 25 October 2026: 02:30 comes at 00:30 UTC and at 01:30 UTC.
        Assert.Equal(At("2026-10-25T00:30:00Z"), Daily("02:30").LatestDue(At("2026-10-25T00:30:00Z")));
        Assert.Equal(At("2026-10-25T00:30:00Z"), Daily("02:30").LatestDue(At("2026-10-25T20:00:00Z")));
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kolkata")]
    public void A_due_time_lies_at_most_25_hours_back_never_ahead_and_only_goes_forward(string zone)
    {
        var schedule = DigestSchedule.Parse("daily 02:15 " + zone, TimeZoneInfo.Utc).Schedule!;
        var last = DateTimeOffset.MinValue;
        for (var now = At("2026-01-01T00:00:00Z"); now < At("2027-01-01T00:00:00Z"); now += TimeSpan.FromMinutes(37))
        {
            var due = schedule.LatestDue(now);
            Assert.InRange(now - due, TimeSpan.Zero, TimeSpan.FromHours(25));
            Assert.True(due >= last);
            last = due;
        }
    }

    private static DigestSchedule Daily(string at) => DigestSchedule.Parse($"daily {at} Europe/Berlin", TimeZoneInfo.Utc).Schedule!;

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
