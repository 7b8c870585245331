using NewsBot.Discord.Events;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;
using NewsBot.Discord.Tests.Support;

namespace NewsBot.Discord.Tests;

/// <summary>Neither the bot's token nor an interaction's is ever written anywhere.</summary>
public sealed class SecretsTests
{
    [Fact]
    public async Task No_log_line_at_any_level_holds_a_token_whatever_goes_wrong()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        var answers = new Queue<Scripted?>([
            new Scripted(404, """{"message":"Unknown interaction","code":10062}"""), new Scripted(500), null, new Scripted(200, "junk"),
            new Scripted(429, """{"message":"slow","retry_after":0.01,"global":true}"""), new Scripted(401, """{"message":"Invalid Webhook Token","code":50027}"""),
            new Scripted(429, "error code: 1015", ContentType: "text/plain")]);
        server.Rest = _ => answers.TryDequeue(out var answer) ? answer : new Scripted(403);
        await using var client = RunningClient.Start(server, time: new FastTime(20));
        client.Handler.OnEvent = async (e, stop) =>
        {
            if (e is InteractionReceived { Interaction: var interaction })
            {
                await client.Client.RespondAsync(interaction.Handle, new DeferredMessageResponse(false), stop);
                for (var i = 0; i < 4; i++)
                    await client.Client.EditOriginalAsync(interaction.Handle, new MessageEdit { Content = "x" }, stop);
                await client.Client.CreateMessageAsync(new Snowflake(1), new MessageDraft { Content = "x" }, null, stop);
                throw new InvalidOperationException($"failed on {interaction}");
            }
        };
        var peer = await server.AcceptReadyAsync();
        await peer.InteractionAsync(2, 2100);
        await Wait.UntilAsync(() => client.Logs.Lines.Any(line => line.Contains("failed on", StringComparison.Ordinal)), "the handler's failure");
        await peer.SendAsync("not json");
        var second = await server.AcceptAsync();
        await second.HelloAsync();
        await second.ExpectAsync(6);
        await second.CloseAsync(4004);
        var stopped = await client.Run.WaitAsync(Wait.Longest);

        Assert.Equal(StopReason.InvalidToken, stopped.Reason);
        Assert.NotEmpty(client.Logs.Lines);
        Assert.DoesNotContain(client.Logs.Lines, line => line.Contains(RunningClient.Token, StringComparison.Ordinal) || line.Contains("secret-interaction", StringComparison.Ordinal));
    }

    [Fact]
    public void Printing_options_and_handles_shows_no_secret()
    {
        Assert.DoesNotContain("secret", new DiscordOptions { Token = "secret" }.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Samples.Handle().ToString(), StringComparison.Ordinal);
        var interaction = new ComponentInteraction { Handle = Samples.Handle(), User = new User { Id = new Snowflake(1) }, CustomId = "x" };
        Assert.DoesNotContain("secret", interaction.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Token is missing.")]
    [InlineData("Bot abc", "Token must be given without \"Bot \" before it.")]
    [InlineData("secret token", "Token holds a space or a character that no token has.")]
    public void A_bad_token_is_named_as_such_and_not_shown(string token, string problem)
    {
        Assert.Equal([problem], new DiscordOptions { Token = token }.Problems());
    }

    [Fact]
    public void All_problems_of_the_options_are_named_at_once()
    {
        var options = new DiscordOptions { Token = "t", PublicKey = "zz", ShardIds = [0, 0], QueueCapacity = 0, ApiBaseUrl = new Uri("ftp://x"), ProjectVersion = "1 2" };
        Assert.Equal(6, options.Problems().Count);
        Assert.Empty(new DiscordOptions { Token = "t", ShardCount = 4, ShardIds = [1, 3], PublicKey = new string('a', 64) }.Problems());
    }
}
