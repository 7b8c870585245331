using NewsBot.Sources.Live;

namespace NewsBot.Sources.Tests.Live;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Now = new(2024, 3, 14, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 15)]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(5, 480)]
    [InlineData(7, 1440)]
    [InlineData(1000, 1440)]
    public void A_source_is_asked_after_its_interval_and_twice_as_late_after_each_failure(int failures, int minutes) =>
        Assert.Equal(Now.AddMinutes(minutes), Schedule.Next(TimeSpan.FromMinutes(15), failures, null, Now, 0.5));

    [Fact]
    public void The_wait_is_spread_by_a_tenth()
    {
        Assert.Equal(Now.AddMinutes(54), Schedule.Next(TimeSpan.FromHours(1), 0, null, Now, 0));
        Assert.Equal(Now.AddMinutes(66), Schedule.Next(TimeSpan.FromHours(1), 0, null, Now, 1));
    }

    [Fact]
    public void A_longer_pause_that_the_server_asks_for_is_kept_and_a_shorter_one_changes_nothing()
    {
        Assert.Equal(Now.AddHours(5), Schedule.Next(TimeSpan.FromHours(1), 1, TimeSpan.FromHours(5), Now, 0.5));
        Assert.Equal(Now.AddHours(2), Schedule.Next(TimeSpan.FromHours(1), 1, TimeSpan.FromMinutes(5), Now, 0.5));
    }

    [Fact]
    public void An_interval_of_a_week_is_not_shortened() =>
        Assert.Equal(Now.AddDays(7), Schedule.Next(TimeSpan.FromDays(7), 3, null, Now, 0.5));
}
