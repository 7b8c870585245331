using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Tests.Rest;

public sealed class RateLimiterTests
{
    [Fact]
    public async Task Buckets_of_interactions_long_gone_are_forgotten()
    {
        var limiter = new RateLimiter(50, TimeProvider.System);
        for (var i = 0; i < 20_000; i++)
        {
            var request = new RestRequest(HttpMethod.Patch, "webhooks/{id}/{token}", $"901/token-{i}", "x") { Limit = LimitClass.Interaction };
            var place = await limiter.AcquireAsync(request, TimeSpan.FromSeconds(10), CancellationToken.None);
            var headers = new RateLimitHeaders("bucket", 5, 4, TimeSpan.FromSeconds(2), null, null);
            limiter.Complete(request, place!, new RestAnswer(System.Net.HttpStatusCode.OK, headers, []));
        }

        Assert.InRange(limiter.Remembered, 1, 4096);
    }

    [Fact]
    public async Task Until_the_limits_of_a_route_are_known_its_requests_go_one_at_a_time()
    {
        var limiter = new RateLimiter(50, TimeProvider.System);
        var request = RestRequest.Channel(HttpMethod.Post, new NewsBot.Discord.Model.Snowflake(1), "messages");
        var first = await limiter.AcquireAsync(request, TimeSpan.FromSeconds(10), CancellationToken.None);
        var second = limiter.AcquireAsync(request, TimeSpan.FromSeconds(10), CancellationToken.None);
        var other = await limiter.AcquireAsync(RestRequest.Channel(HttpMethod.Post, new NewsBot.Discord.Model.Snowflake(2), "messages"), TimeSpan.FromSeconds(10), CancellationToken.None);
        Assert.NotNull(other);
        Assert.False(second.IsCompleted);
        limiter.Complete(request, first!, new RestAnswer(System.Net.HttpStatusCode.OK, new RateLimitHeaders("b", 5, 4, TimeSpan.FromSeconds(60), null, null), []));
        Assert.NotNull(await second);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled_and_leaves_nothing_behind()
    {
        var limiter = new RateLimiter(50, TimeProvider.System);
        var request = RestRequest.Channel(HttpMethod.Post, new NewsBot.Discord.Model.Snowflake(1), "messages");
        var first = await limiter.AcquireAsync(request, TimeSpan.FromSeconds(10), CancellationToken.None);
        using var cancel = new CancellationTokenSource();
        var second = limiter.AcquireAsync(request, TimeSpan.FromSeconds(10), cancel.Token);
        var third = limiter.AcquireAsync(request, TimeSpan.FromSeconds(10), CancellationToken.None);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        limiter.Complete(request, first!, null);
        Assert.NotNull(await third);
        Assert.Equal(1, first!.Users);
    }
}
