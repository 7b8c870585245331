using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Discord;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Model;

namespace NewsBot.Tests.Discord.Asking;

public sealed class PacingTests
{
    [Fact]
    public async Task Edits_of_one_message_are_a_second_apart_and_the_last_one_lands()
    {
        var time = new FakeTimeProvider();
        var pacer = new EditPacer(time);
        var edits = Enumerable.Range(0, 4).Select(_ => pacer.WaitTurnAsync(new Snowflake(1), CancellationToken.None)).ToList();
        Assert.True(edits[0].IsCompleted);
        Assert.True(pacer.WaitTurnAsync(new Snowflake(2), CancellationToken.None).IsCompleted);
        foreach (var edit in edits.Skip(1))
        {
            time.Advance(TimeSpan.FromSeconds(1));
            Assert.False(edit.IsCompleted);
            time.Advance(EditPacer.Apart - TimeSpan.FromSeconds(1));
            await edit.WaitAsync(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public void A_limit_says_when_the_next_request_may_come_and_keeps_its_word()
    {
        var time = new FakeTimeProvider();
        var limits = new RateLimits(new DiscordSettings { UserRequestsPerMinute = 2 }, time);
        var user = new Snowflake(1);
        Assert.Null(limits.Check(user, null));
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Null(limits.Check(user, null));
        var until = limits.Check(user, null);
        Assert.Equal(time.GetUtcNow() + TimeSpan.FromSeconds(40), until);
        Assert.Null(limits.Check(new Snowflake(2), null));
        time.Advance(TimeSpan.FromSeconds(40));
        Assert.Null(limits.Check(user, null));
        Assert.NotNull(limits.Check(user, null));
    }

    [Fact]
    public async Task A_closed_queue_takes_nothing_and_cancels_what_does_not_end()
    {
        var queue = new RequestQueue(new DiscordSettings { Workers = 1, QueueCapacity = 2 }, TimeProvider.System, NullLogger<RequestQueue>.Instance);
        var cancelled = 0;
        for (var i = 0; i < 2; i++)
        {
            queue.Enqueue(queue.TryTakePlace()!, async stop =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                Interlocked.Increment(ref cancelled);
            });
        }

        Assert.Null(queue.TryTakePlace());
        await queue.CloseAsync(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(30));
        Assert.Equal(2, cancelled);
        Assert.Equal(0, queue.Taken);
        Assert.Null(queue.TryTakePlace());
    }
}
