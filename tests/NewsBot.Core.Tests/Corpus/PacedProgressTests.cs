using Microsoft.Extensions.Time.Testing;
using NewsBot.Core.Commands.Reload;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Tests.Corpus;

public sealed class PacedProgressTests : IProgress<ReloadProgress>
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<ReloadProgress> _told = [];

    void IProgress<ReloadProgress>.Report(ReloadProgress value) => _told.Add(value);

    [Fact]
    public void Much_happens_in_a_second_but_is_told_every_two()
    {
        var progress = new PacedProgress(this, total: 100, _time);
        for (var n = 0; n < 50; n++)
        {
            progress.Read();
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal([1, 21, 41], _told.Select(told => told.Read));
    }

    [Fact]
    public void The_time_left_follows_from_the_pace_so_far()
    {
        var progress = new PacedProgress(this, total: 100, _time);
        for (var n = 0; n < 20; n++)
            progress.Read();
        _time.Advance(TimeSpan.FromSeconds(10));
        progress.Analyzed();
        Assert.Equal(TimeSpan.FromSeconds(40), _told[^1].Left);
        Assert.Equal("Reading the sources: 20 of 100 read, 1 new or changed, about 40 s left", ReloadProgressText.Of(_told[^1]));
    }

    [Fact]
    public void Without_a_total_no_time_is_promised()
    {
        var progress = new PacedProgress(this, total: null, _time);
        progress.Read();
        Assert.Equal("Reading the sources: 1 read, 0 new or changed", ReloadProgressText.Of(Assert.Single(_told)));
    }
}
