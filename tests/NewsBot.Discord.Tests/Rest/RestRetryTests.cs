using System.Text.Json;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;
using NewsBot.Discord.Tests.Support;

namespace NewsBot.Discord.Tests.Rest;

/// <summary>What is repeated, what is not, and what failures say.</summary>
public sealed class RestRetryTests
{
    private static readonly Snowflake Channel = new(12);
    private static readonly MessageDraft Draft = new() { Content = "x" };

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_sent_again_with_the_same_nonce()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => server.Requests.Count switch
        {
            1 => null,
            2 => new Scripted(502, "<html>Bad gateway</html>", ContentType: "text/html"),
            _ => new Scripted(200, Samples.MessageJson),
        };
        await using var client = RunningClient.Make(server, time: new FastTime(10));

        var result = await client.Client.CreateMessageAsync(Channel, Draft, null, CancellationToken.None);

        Assert.Equal(55UL, result.Value!.Id.Value);
        var nonces = server.Requests.Select(r => JsonDocument.Parse(r.Body).RootElement.GetProperty("nonce").GetString()).ToList();
        Assert.Equal(3, nonces.Count);
        Assert.Single(nonces.Distinct());
        Assert.InRange(nonces[0]!.Length, 1, 25);
    }

    [Fact]
    public async Task Two_messages_have_different_nonces()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(200, Samples.MessageJson);
        await using var client = RunningClient.Make(server);
        await client.Client.CreateMessageAsync(Channel, Draft, null, CancellationToken.None);
        await client.Client.CreateMessageAsync(Channel, Draft, null, CancellationToken.None);
        Assert.Equal(2, server.Requests.Select(r => JsonDocument.Parse(r.Body).RootElement.GetProperty("nonce").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task A_followup_that_may_have_arrived_is_not_sent_again()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(500);
        await using var client = RunningClient.Make(server, time: new FastTime(10));

        var result = await client.Client.FollowUpAsync(Samples.Handle(), Draft, CancellationToken.None);

        Assert.Single(server.Requests);
        Assert.Equal((FailureKind.Unavailable, true), (result.Failure!.Kind, result.Failure.MayHaveHappened));
    }

    [Fact]
    public async Task Failures_that_last_end_after_four_attempts()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(503);
        await using var client = RunningClient.Make(server, time: new FastTime(20));
        var result = await client.Client.GetSelfAsync(CancellationToken.None);
        Assert.Equal((FailureKind.Unavailable, 503), (result.Failure!.Kind, result.Failure.Status));
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_a_failure_and_not_an_exception()
    {
        var server = await ScriptedDiscord.StartAsync();
        await using var client = RunningClient.Make(server, time: new FastTime(20));
        await server.DisposeAsync();
        var result = await client.Client.FollowUpAsync(Samples.Handle(), Draft, CancellationToken.None);
        Assert.Equal((FailureKind.Unavailable, null, false), (result.Failure!.Kind, result.Failure.Status, result.Failure.MayHaveHappened));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_given_up_after_the_timeout()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        using var never = new ManualResetEventSlim();
        server.Rest = _ =>
        {
            never.Wait(TimeSpan.FromSeconds(5));
            return new Scripted(200);
        };
        await using var client = RunningClient.Make(server, options => options.RequestTimeout = TimeSpan.FromMilliseconds(200));
        var result = await client.Client.FollowUpAsync(Samples.Handle(), Draft, CancellationToken.None);
        never.Set();
        Assert.Equal((FailureKind.Unavailable, "Discord did not answer in time."), (result.Failure!.Kind, result.Failure.Message));
    }

    [Theory]
    [InlineData(401, """{"message":"401: Unauthorized","code":0}""", FailureKind.Unauthorized)]
    [InlineData(403, """{"message":"Missing Permissions","code":50013}""", FailureKind.Forbidden)]
    [InlineData(403, """{"message":"Missing Access","code":50001}""", FailureKind.Forbidden)]
    [InlineData(403, """{"message":"Cannot send messages to this user","code":50007}""", FailureKind.Forbidden)]
    [InlineData(403, "<html>Cloudflare</html>", FailureKind.Forbidden)]
    [InlineData(404, """{"message":"Unknown Channel","code":10003}""", FailureKind.NotFound)]
    [InlineData(400, """{"message":"Cannot send an empty message","code":50006}""", FailureKind.Invalid)]
    [InlineData(400, """{"message":"Thread is archived","code":50083}""", FailureKind.Invalid)]
    [InlineData(418, "", FailureKind.Invalid)]
    public async Task Refusals_are_told_apart_and_never_repeated(int status, string body, FailureKind kind)
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(status, body);
        await using var client = RunningClient.Make(server);
        var result = await client.Client.CreateMessageAsync(Channel, Draft, null, CancellationToken.None);
        Assert.Equal((kind, status), (result.Failure!.Kind, result.Failure.Status));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_interactions_end_is_not_the_bots_tokens_end()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(401, """{"message":"Invalid Webhook Token","code":50027}""");
        await using var client = RunningClient.Make(server);
        var result = await client.Client.EditOriginalAsync(Samples.Handle(), new MessageEdit { Content = "x" }, CancellationToken.None);
        Assert.Equal(FailureKind.InteractionExpired, result.Failure!.Kind);
    }

    [Fact]
    public async Task Refused_fields_are_named_by_their_path()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(400, """
            {"message":"Invalid Form Body","code":50035,"errors":{"embeds":{"0":{"fields":{"2":{"value":{"_errors":[
              {"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 1024 or fewer in length."}]}}}}},"_errors":[{"code":"X","message":"y"}]}}
            """);
        await using var client = RunningClient.Make(server);
        var failure = (await client.Client.CreateMessageAsync(Channel, Draft, null, CancellationToken.None)).Failure!;
        Assert.Equal((FailureKind.Invalid, 50035, "Invalid Form Body"), (failure.Kind, failure.Code, failure.Message));
        Assert.Equal(
            [new FieldError("embeds.0.fields.2.value", "BASE_TYPE_MAX_LENGTH", "Must be 1024 or fewer in length."), new FieldError("", "X", "y")], failure.Fields);
    }

    [Fact]
    public async Task An_acknowledgement_whose_answer_was_lost_counts_when_Discord_has_it()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => server.Requests.Count == 1 ? null : new Scripted(400, """{"message":"Interaction has already been acknowledged.","code":40060}""");
        await using var client = RunningClient.Make(server);
        var result = await client.Client.RespondAsync(Samples.Handle(), new DeferredMessageResponse(true), CancellationToken.None);
        Assert.True(result.Succeeded);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_second_first_answer_is_a_failure_of_its_own_kind()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(400, """{"message":"Interaction has already been acknowledged.","code":40060}""");
        await using var client = RunningClient.Make(server);
        var result = await client.Client.RespondAsync(Samples.Handle(), new DeferredMessageResponse(true), CancellationToken.None);
        Assert.Equal(FailureKind.AlreadyAnswered, result.Failure!.Kind);
    }

    [Fact]
    public async Task A_first_answer_is_repeated_only_within_its_three_seconds()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => null;
        await using var client = RunningClient.Make(server, options => options.RequestTimeout = TimeSpan.FromSeconds(15));
        var begun = TimeProvider.System.GetTimestamp();
        var result = await client.Client.RespondAsync(Samples.Handle(), new DeferredMessageResponse(true), CancellationToken.None);
        Assert.Equal(FailureKind.Unavailable, result.Failure!.Kind);
        Assert.InRange(server.Requests.Count, 2, 4);
        Assert.True(TimeProvider.System.GetElapsedTime(begun) < InteractionHandle.FirstAnswerLimit);
    }

    [Fact]
    public async Task The_edit_of_a_deferral_still_under_way_is_tried_once_more()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => server.Requests.Count == 1 ? new Scripted(404, """{"message":"Unknown Webhook","code":10015}""") : new Scripted(200, Samples.MessageJson);
        await using var client = RunningClient.Make(server, time: new FastTime(10));
        Assert.True((await client.Client.EditOriginalAsync(Samples.Handle(), new MessageEdit { Content = "x" }, CancellationToken.None)).Succeeded);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Deleting_what_is_gone_is_done()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(404, """{"message":"Unknown Message","code":10008}""");
        await using var client = RunningClient.Make(server);
        Assert.True((await client.Client.DeleteMessageAsync(Channel, new Snowflake(1), CancellationToken.None)).Succeeded);
        Assert.True((await client.Client.DeleteOriginalAsync(Samples.Handle(), CancellationToken.None)).Succeeded);
    }

    [Fact]
    public async Task An_answer_that_is_not_what_was_asked_for_is_a_failure()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(200, """{"id":[]}""");
        await using var client = RunningClient.Make(server);
        Assert.Equal(FailureKind.BadAnswer, (await client.Client.GetSelfAsync(CancellationToken.None)).Failure!.Kind);
    }

    [Fact]
    public async Task Cancelling_ends_a_request()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(503);
        await using var client = RunningClient.Make(server);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Client.GetSelfAsync(stop.Token));
    }
}
