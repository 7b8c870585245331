using System.Collections.Concurrent;
using System.Globalization;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;
using NewsBot.Discord.Tests.Support;

namespace NewsBot.Discord.Tests.Rest;

/// <summary>Rate limits over real sockets. Times are measured in the client's time, which may run fast.</summary>
public sealed class RestLimitTests
{
    private static readonly MessageDraft Draft = new() { Content = "x" };

    [Fact]
    public async Task A_used_up_bucket_is_waited_for_and_other_channels_are_free()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        var remaining = 2;
        server.Rest = request => request.Path.StartsWith("channels/1/", StringComparison.Ordinal)
            ? Limited(Math.Max(0, --remaining), resetAfter: 0.6)
            : Limited(5, 1);
        await using var client = RunningClient.Make(server);
        var begun = TimeProvider.System.GetTimestamp();
        var arrivals = new ConcurrentQueue<(ulong Channel, TimeSpan At)>();

        var sends = new List<Task>();
        for (var i = 0; i < 3; i++)
            sends.Add(SendAsync(1));
        await SendAsync(2);
        Assert.True(arrivals.Single(a => a.Channel == 2).At < TimeSpan.FromSeconds(0.6));
        await Task.WhenAll(sends);

        Assert.True(arrivals.Where(a => a.Channel == 1).Max(a => a.At) >= TimeSpan.FromSeconds(0.6));

        async Task SendAsync(ulong channel)
        {
            await client.Client.CreateMessageAsync(new Snowflake(channel), Draft, null, CancellationToken.None);
            arrivals.Enqueue((channel, TimeProvider.System.GetElapsedTime(begun)));
        }
    }

    [Fact]
    public async Task A_real_bucket_is_never_overdrawn_by_many_senders()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        var bucket = new WindowBucket(limit: 5, TimeSpan.FromMilliseconds(250));
        server.Rest = _ => bucket.Answer();
        await using var client = RunningClient.Make(server);

        var results = await Task.WhenAll(Enumerable.Range(0, 23).Select(i =>
            client.Client.CreateMessageAsync(new Snowflake(1), new MessageDraft { Content = $"m{i}" }, null, CancellationToken.None)));

        Assert.All(results, result => Assert.True(result.Succeeded));
        Assert.Equal(0, bucket.Refused);
        Assert.Equal(23, server.Requests.Count);
    }

    [Fact]
    public async Task Routes_that_share_a_bucket_wait_for_each_other()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = request => request.Method == "PATCH" ? Limited(0, 0.7) : Limited(0, 0.01);
        await using var client = RunningClient.Make(server);
        await client.Client.CreateMessageAsync(new Snowflake(1), Draft, null, CancellationToken.None);
        await client.Client.EditMessageAsync(new Snowflake(1), new Snowflake(2), new MessageEdit { Content = "y" }, CancellationToken.None);
        var begun = TimeProvider.System.GetTimestamp();
        await client.Client.CreateMessageAsync(new Snowflake(1), Draft, null, CancellationToken.None);
        Assert.True(TimeProvider.System.GetElapsedTime(begun) > TimeSpan.FromSeconds(0.5));
    }

    [Theory]
    [InlineData("user", 1)]
    [InlineData("shared", 0)]
    public async Task A_refusal_is_waited_out_to_the_decimal_and_a_shared_one_does_not_count(string scope, int counted)
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => server.Requests.Count == 1 ? TooMany(0.4, scope) : Limited(4, 1);
        await using var client = RunningClient.Make(server);
        var begun = TimeProvider.System.GetTimestamp();
        var result = await client.Client.CreateMessageAsync(new Snowflake(1), Draft, null, CancellationToken.None);
        Assert.True(result.Succeeded);
        Assert.True(TimeProvider.System.GetElapsedTime(begun) >= TimeSpan.FromSeconds(0.4));
        Assert.Equal(counted, client.Client.Health.InvalidRequests);
    }

    [Fact]
    public async Task A_refusal_without_headers_is_waited_out_by_its_body()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => server.Requests.Count == 1
            ? new Scripted(429, """{"message":"You are being rate limited.","retry_after":0.3,"global":false}""")
            : new Scripted(200, Samples.MessageJson);
        await using var client = RunningClient.Make(server);
        Assert.True((await client.Client.CreateMessageAsync(new Snowflake(1), Draft, null, CancellationToken.None)).Succeeded);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_hidden_limit_holds_its_route_only()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = request => request is { Method: "PATCH" } && server.Requests.Count(r => r.Method == "PATCH") == 1
            ? TooMany(0.8, "user", remaining: 3)
            : Limited(4, 1);
        await using var client = RunningClient.Make(server);
        await client.Client.CreateMessageAsync(new Snowflake(1), Draft, null, CancellationToken.None);
        var edit = client.Client.EditMessageAsync(new Snowflake(1), new Snowflake(2), new MessageEdit { Content = "y" }, CancellationToken.None);
        await Wait.UntilAsync(() => server.Requests.Any(r => r.Method == "PATCH"), "the edit");
        await client.Client.CreateMessageAsync(new Snowflake(1), Draft, null, CancellationToken.None);
        Assert.False(edit.IsCompleted);
        Assert.True((await edit).Succeeded);
    }

    [Fact]
    public async Task A_global_refusal_holds_all_routes_but_those_of_interactions()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => server.Requests.Count == 1 ? TooMany(0.8, "global") : Limited(4, 1);
        await using var client = RunningClient.Make(server);
        var first = client.Client.CreateMessageAsync(new Snowflake(1), Draft, null, CancellationToken.None);
        await Wait.UntilAsync(() => client.Client.Health.InvalidRequests == 1, "the refusal");
        var other = client.Client.CreateMessageAsync(new Snowflake(2), Draft, null, CancellationToken.None);
        await client.Client.RespondAsync(Samples.Handle(), new DeferredMessageResponse(false), CancellationToken.None);
        await client.Client.EditOriginalAsync(Samples.Handle(), new MessageEdit { Content = "y" }, CancellationToken.None);
        Assert.False(other.IsCompleted);
        Assert.True((await other).Succeeded && (await first).Succeeded);
    }

    [Fact]
    public async Task No_more_requests_a_second_leave_than_the_global_limit_and_interactions_are_exempt()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = request => request.Path.StartsWith("channels", StringComparison.Ordinal) ? Limited(100, 1) : new Scripted(200, Samples.MessageJson);
        await using var client = RunningClient.Make(server, options => options.GlobalRequestsPerSecond = 10);
        var begun = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => client.Client.EditOriginalAsync(Samples.Handle((ulong)i), new MessageEdit { Content = "y" }, CancellationToken.None)));
        Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(2));
        begun = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 21).Select(i => client.Client.CreateMessageAsync(new Snowflake((ulong)i + 1), Draft, null, CancellationToken.None)));
        Assert.True(TimeProvider.System.GetElapsedTime(begun) >= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_limit_longer_than_a_request_may_wait_is_a_failure_at_once()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => TooMany(600, "user");
        await using var client = RunningClient.Make(server);
        var result = await client.Client.CreateMessageAsync(new Snowflake(1), Draft, null, CancellationToken.None);
        Assert.Equal((FailureKind.RateLimited, TimeSpan.FromSeconds(600)), (result.Failure!.Kind, result.Failure.RetryAfter));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("error code: 1015", "text/plain")]
    [InlineData("""{"code":0,"message":"You are being blocked from accessing our API temporarily"}""", "application/json")]
    public async Task When_Discord_blocks_the_address_all_requests_stop(string body, string contentType)
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(429, body, ContentType: contentType);
        await using var client = RunningClient.Make(server);
        var first = await client.Client.CreateMessageAsync(new Snowflake(1), Draft, null, CancellationToken.None);
        var second = await client.Client.GetSelfAsync(CancellationToken.None);
        Assert.Equal((FailureKind.Blocked, FailureKind.Blocked), (first.Failure!.Kind, second.Failure!.Kind));
        Assert.Single(server.Requests);
        Assert.NotNull(client.Client.Health.RequestsBlockedUntil);
    }

    [Fact]
    public async Task After_too_many_refusals_requests_stop_before_Discord_blocks_the_address_and_go_on_later()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(403, """{"message":"Missing Access","code":50001}""");
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var client = RunningClient.Make(server, options => options.InvalidRequestLimit = 5, time);
        for (var i = 0; i < 8; i++)
            await client.Client.GetChannelAsync(new Snowflake((ulong)i + 1), CancellationToken.None);
        Assert.Equal(5, server.Requests.Count);
        Assert.Equal(5, client.Client.Health.InvalidRequests);
        time.Advance(TimeSpan.FromMinutes(11));
        await client.Client.GetChannelAsync(new Snowflake(1), CancellationToken.None);
        Assert.Equal(6, server.Requests.Count);
    }

    private static Scripted Limited(int remaining, double resetAfter) => new(200, Samples.MessageJson, Headers(remaining, resetAfter));

    private static Scripted TooMany(double retryAfter, string scope, int remaining = 0)
    {
        var headers = new Dictionary<string, string>(Headers(remaining, retryAfter))
        {
            ["Retry-After"] = Text(retryAfter),
            ["X-RateLimit-Scope"] = scope,
        };
        if (scope == "global")
            headers["X-RateLimit-Global"] = "true";
        return new Scripted(429, $$$"""{"message":"You are being rate limited.","retry_after":{{{Text(retryAfter)}}},"global":{{{(scope == "global" ? "true" : "false")}}}}""", headers);
    }

    private static Dictionary<string, string> Headers(int remaining, double resetAfter) => new()
    {
        ["X-RateLimit-Bucket"] = "b1",
        ["X-RateLimit-Limit"] = "5",
        ["X-RateLimit-Remaining"] = remaining.ToString(CultureInfo.InvariantCulture),
        ["X-RateLimit-Reset-After"] = Text(resetAfter),
    };

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A bucket as Discord keeps one: so many per window, which begins with the first request.</summary>
    private sealed class WindowBucket(int limit, TimeSpan window)
    {
        private readonly Lock _sync = new();
        private long _begun;
        private int _used = int.MaxValue;

        public int Refused { get; private set; }

        public Scripted Answer()
        {
            lock (_sync)
            {
                if (_used >= limit && (_used == int.MaxValue || TimeProvider.System.GetElapsedTime(_begun) >= window))
                    (_begun, _used) = (TimeProvider.System.GetTimestamp(), 0);
                var left = (window - TimeProvider.System.GetElapsedTime(_begun)).TotalSeconds;
                if (_used >= limit)
                {
                    Refused++;
                    return TooMany(Math.Max(0.001, left), "user");
                }

                _used++;
                return Limited(limit - _used, Math.Max(0.001, left));
            }
        }
    }
}
