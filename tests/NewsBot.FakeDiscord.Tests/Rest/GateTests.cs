using System.Text;
using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Rest;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.Tests.Support;

namespace NewsBot.FakeDiscord.Tests.Rest;

public sealed class GateTests
{
    [Fact]
    public async Task A_request_without_the_Bot_prefix_is_unauthorized()
    {
        await using var scene = await Scene.StartAsync();
        scene.Rest.Authorization = scene.Server.Token;
        (await scene.Rest.GetAsync("users/@me")).Is(401);
        Assert.Equal([SheetRow.Headers], scene.Broken);
        Assert.Equal(1, scene.Server.InvalidRequests);
    }

    [Fact]
    public async Task A_wrong_token_is_unauthorized_and_breaks_no_rule_of_form()
    {
        await using var scene = await Scene.StartAsync();
        scene.Rest.Authorization = "Bot wrong";
        (await scene.Rest.GetAsync("users/@me")).Is(401);
        Assert.Empty(scene.Broken);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("curl/8.0")]
    [InlineData("DiscordBot")]
    public async Task A_request_without_the_user_agent_of_bots_is_blocked(string? agent)
    {
        await using var scene = await Scene.StartAsync();
        scene.Rest.UserAgent = agent;
        (await scene.Rest.GetAsync("users/@me")).Is(403, 40333);
        Assert.Equal([SheetRow.Headers], scene.Broken);
    }

    [Fact]
    public async Task A_body_of_another_content_type_is_an_invalid_form()
    {
        await using var scene = await Scene.StartAsync();
        using var content = new StringContent(RawRest.Message("hello").ToJsonString(), Encoding.UTF8, "text/plain");
        (await scene.Rest.SendAsync(HttpMethod.Post, scene.Messages, content)).Is(400, 50035);
        Assert.Equal([SheetRow.Headers], scene.Broken);
    }

    [Fact]
    public async Task A_path_without_version_10_is_not_found()
    {
        await using var scene = await Scene.StartAsync();
        (await scene.Rest.GetAsync("/api/users/@me")).Is(404);
        Assert.Equal([SheetRow.Headers], scene.Broken);
        (await scene.Rest.GetAsync("nowhere/at/all")).Is(404);
    }

    [Fact]
    public async Task Too_many_invalid_requests_ban_the_address_with_plain_text()
    {
        await using var scene = await Scene.StartAsync(options => options with { InvalidRequestLimit = 3 });
        scene.Rest.Authorization = "Bot wrong";
        for (var sent = 0; sent < 3; sent++)
            (await scene.Rest.GetAsync("users/@me")).Is(401);
        var banned = (await scene.Rest.GetAsync("users/@me")).Is(429);
        Assert.Equal("error code: 1015", banned.Text);
        Assert.Equal([SheetRow.InvalidRequests], scene.Broken);
        scene.Clock.Advance(TimeSpan.FromMinutes(11));
        (await scene.Rest.GetAsync("users/@me")).Is(401);
    }

    [Fact]
    public async Task A_bucket_says_what_is_left_and_refuses_when_nothing_is()
    {
        await using var scene = await Scene.StartAsync();
        for (var left = 4; left >= 0; left--)
        {
            var reply = (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("hello"))).Is(200);
            Assert.Equal("5", reply.Header("X-RateLimit-Limit"));
            Assert.Equal(left.ToString(), reply.Header("X-RateLimit-Remaining"));
            Assert.Equal("5.000", reply.Header("X-RateLimit-Reset-After"));
        }

        var other = scene.Guild.CreateChannel("other");
        var free = (await scene.Rest.PostAsync($"channels/{other.Id}/messages", RawRest.Message("hello"))).Is(200);
        Assert.Empty(scene.Broken);

        scene.Clock.Advance(TimeSpan.FromMilliseconds(1500));
        var refused = (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("hello"))).Is(429);
        Assert.Equal("user", refused.Header("X-RateLimit-Scope"));
        Assert.Equal(free.Header("X-RateLimit-Bucket"), refused.Header("X-RateLimit-Bucket"));
        Assert.Equal(3.5, (double)refused.Body!["retry_after"]!);
        Assert.Equal([SheetRow.Buckets], scene.Broken);
        scene.Clock.Advance(TimeSpan.FromMilliseconds(3500));
        (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("hello"))).Is(200);
    }

    [Fact]
    public async Task The_global_limit_counts_all_routes_but_those_of_interactions()
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.SetBucket("GET users/@me", 1000, TimeSpan.FromSeconds(1));
        for (var sent = 0; sent < 50; sent++)
            (await scene.Rest.GetAsync("users/@me")).Is(200);
        var refused = (await scene.Rest.GetAsync("users/@me")).Is(429);
        Assert.Equal("true", refused.Header("X-RateLimit-Global"));
        Assert.True((bool)refused.Body!["global"]!);
        Assert.Equal([SheetRow.GlobalLimit], scene.Broken);
        (await scene.Rest.PatchAsync($"webhooks/{scene.Server.Bot.Id}/none/messages/@original", RawRest.Message("x"))).Is(401, 50027);
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        (await scene.Rest.GetAsync("users/@me")).Is(200);
    }

    [Theory]
    [InlineData(RateLimitKind.User, "user", false, true)]
    [InlineData(RateLimitKind.Shared, "shared", false, true)]
    [InlineData(RateLimitKind.SubLimit, "user", false, true)]
    [InlineData(RateLimitKind.Global, "global", true, true)]
    [InlineData(RateLimitKind.Blocked, null, true, false)]
    public async Task Each_kind_of_429_holds_what_it_is_about(RateLimitKind kind, string? scope, bool holdsOthers, bool isJson)
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.RestFaults.Add("POST channels/{channel}/messages", RestFault.TooMany(new RateLimitFault(kind, TimeSpan.FromSeconds(2))));
        var refused = (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("hello"))).Is(429);
        Assert.Equal(scope, refused.Header("X-RateLimit-Scope"));
        Assert.Equal(isJson, refused.Body is not null);
        Assert.Equal("2", refused.Header("Retry-After"));
        Assert.Equal(kind == RateLimitKind.SubLimit ? "4" : holdsOthers ? null : "0", refused.Header("X-RateLimit-Remaining"));
        Assert.Equal(kind == RateLimitKind.Shared ? 0 : 1, scene.Server.InvalidRequests);
        Assert.Empty(scene.Broken);

        (await scene.Rest.GetAsync("users/@me")).Is(holdsOthers ? 429 : 200);
        Assert.Empty(scene.Broken);
        (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("hello"))).Is(429);
        Assert.Equal([SheetRow.RateLimitKinds], scene.Broken);
        scene.Clock.Advance(TimeSpan.FromSeconds(2));
        (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("hello"))).Is(200);
    }

    [Fact]
    public async Task Another_request_within_a_pause_is_no_mistake_only_while_it_may_have_been_on_its_way()
    {
        await using var scene = await Scene.StartAsync(options => options with { SchedulingSlack = TimeSpan.Zero });
        scene.Server.RestFaults.Add("*", RestFault.TooMany(new RateLimitFault(RateLimitKind.Global, TimeSpan.FromSeconds(2))));
        (await scene.Rest.GetAsync("users/@me")).Is(429);
        (await scene.Rest.GetAsync("applications/@me")).Is(429);
        Assert.Equal([SheetRow.RateLimitKinds], scene.Broken);
    }

    [Fact]
    public async Task A_429_may_leave_its_header_out()
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.RestFaults.Add("*", RestFault.TooMany(new RateLimitFault(RateLimitKind.User, TimeSpan.FromMilliseconds(734)) { WithoutHeader = true }));
        var refused = (await scene.Rest.GetAsync("users/@me")).Is(429);
        Assert.Null(refused.Header("Retry-After"));
        Assert.Equal(0.734, (double)refused.Body!["retry_after"]!);
    }

    [Fact]
    public async Task A_message_that_was_stored_before_its_answer_was_lost_is_found_again_by_its_nonce()
    {
        await using var scene = await Scene.StartAsync();
        JsonObject Body(string nonce)
        {
            var body = RawRest.Message("an answer");
            body["nonce"] = nonce;
            body["enforce_nonce"] = true;
            return body;
        }

        scene.Server.RestFaults.Add("POST channels/{channel}/messages", RestFault.ErrorAfterStoring(502));
        Assert.Equal(502, (await scene.Rest.PostAsync(scene.Messages, Body("one"))).Status);
        var again = (await scene.Rest.PostAsync(scene.Messages, Body("one"))).Is(200);
        Assert.Equal((string?)again.Body!["id"], Assert.Single(scene.General.Messages).Id.ToString());
        Assert.Empty(scene.Broken);
        Assert.Contains(SheetRow.Nonce, scene.Server.Conduct.Exercised);
        Assert.Contains(SheetRow.FaultsAfterStoring, scene.Server.Conduct.Exercised);

        scene.Server.RestFaults.Add("POST channels/{channel}/messages", RestFault.CutAfterStoring());
        await Assert.ThrowsAsync<HttpRequestException>(() => scene.Rest.PostAsync(scene.Messages, Body("two")));
        (await scene.Rest.PostAsync(scene.Messages, Body("three"))).Is(200);
        Assert.Equal(1, scene.Server.DuplicateMessages);
        Assert.Equal([SheetRow.Nonce], scene.Broken);
    }

    [Fact]
    public async Task A_nonce_is_forgotten_after_some_minutes_and_counts_only_when_enforced()
    {
        await using var scene = await Scene.StartAsync();
        var body = RawRest.Message("hello");
        body["nonce"] = "n";
        (await scene.Rest.PostAsync(scene.Messages, body)).Is(200);
        (await scene.Rest.PostAsync(scene.Messages, body)).Is(200);
        Assert.Equal(2, scene.General.Messages.Count);
        body["enforce_nonce"] = true;
        scene.Clock.Advance(TimeSpan.FromMinutes(6));
        (await scene.Rest.PostAsync(scene.Messages, body)).Is(200);
        Assert.Equal(3, scene.General.Messages.Count);
    }

    [Fact]
    public async Task A_refusal_that_only_a_test_can_bring_about_has_its_code_and_stores_nothing()
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.RestFaults.Add("POST channels/{channel}/messages", RestFault.Refuse(400, 200000, "Message was blocked by automatic moderation"));
        (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("x"))).Is(400, 200000);
        Assert.Empty(scene.General.Messages);
    }

    [Fact]
    public async Task An_answer_may_be_any_text()
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.RestFaults.Add("POST channels/{channel}/messages", RestFault.AnswerAfterStoring(200, "{\"id\":", "text/html"));
        Assert.Equal("{\"id\":", (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("x"))).Text);
        Assert.Single(scene.General.Messages);
    }

    [Fact]
    public async Task A_nonce_holds_across_channels()
    {
        await using var scene = await Scene.StartAsync();
        var body = RawRest.Message("hello");
        body["nonce"] = "n";
        body["enforce_nonce"] = true;
        (await scene.Rest.PostAsync(scene.Messages, body)).Is(200);
        var other = scene.Guild.CreateChannel("other");
        (await scene.Rest.PostAsync($"channels/{other.Id}/messages", body)).Is(200);
        Assert.Empty(other.Messages);
    }

    [Fact]
    public async Task An_answer_may_never_come_although_the_message_was_stored()
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.RestFaults.Add("POST channels/{channel}/messages", RestFault.HangAfterStoring());
        scene.Rest.Patience = TimeSpan.FromMilliseconds(300);
        await Assert.ThrowsAsync<TaskCanceledException>(() => scene.Rest.PostAsync(scene.Messages, RawRest.Message("x")));
        Assert.Single(scene.General.Messages);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_failure_before_storing_stores_nothing(int status)
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.RestFaults.Add("POST channels/{channel}/messages", RestFault.ErrorBefore(status), times: 2);
        scene.Server.RestFaults.Add("POST channels/{channel}/messages", RestFault.CutBefore());
        Assert.Equal(status, (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("x"))).Status);
        Assert.Equal(status, (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("x"))).Status);
        await Assert.ThrowsAsync<HttpRequestException>(() => scene.Rest.PostAsync(scene.Messages, RawRest.Message("x")));
        Assert.Empty(scene.General.Messages);
    }

    [Fact]
    public async Task After_a_close_with_1000_no_request_may_follow_until_the_next_start()
    {
        await using var scene = await Scene.StartAsync();
        using var gateway = await RawGateway.ReadyAsync(scene.Server);
        await gateway.LeaveAsync(1000);
        await scene.Server.WaitUntilAsync(() => scene.Server.Connections[0].EndedAt is not null, "the end");
        (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("late"))).Is(200);
        Assert.Equal([SheetRow.Shutdown], scene.Broken);

        scene.Server.Conduct.Clear();
        (await scene.Rest.GetAsync("gateway/bot")).Is(200);
        (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("new run"))).Is(200);
        Assert.Empty(scene.Broken);
    }
}
