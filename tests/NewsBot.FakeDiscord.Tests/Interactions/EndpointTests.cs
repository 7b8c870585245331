using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsBot.FakeDiscord.Interactions;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.Tests.Support;
using NSec.Cryptography;

namespace NewsBot.FakeDiscord.Tests.Interactions;

/// <summary>A bot's own web address, careful or careless about signatures.</summary>
public sealed class EndpointTests
{
    private static async Task<WebApplication> BotAsync(FakeDiscordServer server, bool careful, Func<JsonObject, (int Status, string Body)> answer)
    {
        var key = PublicKey.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(server.PublicKey), KeyBlobFormat.RawPublicKey);
        var bot = WebApplication.CreateSlimBuilder().Build();
        bot.Urls.Add("http://127.0.0.1:0");
        bot.Run(async context =>
        {
            if (context.Request.ContentLength > 1_000_000)
            {
                context.Response.StatusCode = 413;
                return;
            }

            using var copy = new MemoryStream();
            await context.Request.Body.CopyToAsync(copy);
            var body = copy.ToArray();
            if (careful && !IsSigned(key, context.Request.Headers["X-Signature-Ed25519"], context.Request.Headers["X-Signature-Timestamp"], body))
            {
                context.Response.StatusCode = 401;
                return;
            }

            var interaction = (JsonObject)JsonNode.Parse(body.Length == 0 ? "{\"type\":1}" : Encoding.UTF8.GetString(body).Replace('|', '}'))!;
            var (status, text) = (int?)interaction["type"] == 1 ? (200, """{"type":1}""") : answer(interaction);
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(text);
        });
        await bot.StartAsync();
        return bot;
    }

    private static bool IsSigned(PublicKey key, string? signature, string? timestamp, byte[] body) =>
        signature is { Length: 128 } && signature.All(char.IsAsciiHexDigit) && timestamp is not null
        && SignatureAlgorithm.Ed25519.Verify(key, [.. Encoding.UTF8.GetBytes(timestamp), .. body], Convert.FromHexString(signature));

    [Fact]
    public async Task A_careful_endpoint_passes_the_probes_and_gets_the_interactions()
    {
        await using var scene = await Scene.StartAsync();
        await scene.RegisterAsync();
        await using var bot = await BotAsync(scene.Server, careful: true, _ => (200, """{"type":4,"data":{"content":"inline","allowed_mentions":{"parse":[]}}}"""));
        Assert.True(await scene.Server.SetInteractionsEndpointAsync(new Uri(bot.Urls.First())));
        var asked = scene.Ana.Runs(scene.General, "ask", ("question", "what changed?"));
        Assert.Equal("inline", (await asked.WaitForAnswerAsync()).Content);
        Assert.Empty(scene.Broken);
        Assert.Contains(SheetRow.SignedEndpoint, scene.Server.Conduct.Exercised);
    }

    [Fact]
    public async Task An_endpoint_may_answer_202_and_use_the_callback()
    {
        await using var scene = await Scene.StartAsync();
        await scene.RegisterAsync();
        await using var bot = await BotAsync(scene.Server, careful: true, _ => (202, ""));
        Assert.True(await scene.Server.SetInteractionsEndpointAsync(new Uri(bot.Urls.First())));
        var asked = scene.Ana.Runs(scene.General, "ask", ("question", "what changed?"));
        (await scene.CallbackAsync(asked, 5)).Is(204);
        Assert.Equal(CallbackKind.DeferredMessage, await asked.WaitForAckAsync());
        Assert.Empty(scene.Broken);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_check_signatures_is_refused()
    {
        await using var scene = await Scene.StartAsync();
        await using var bot = await BotAsync(scene.Server, careful: false, _ => (200, "{}"));
        Assert.False(await scene.Server.SetInteractionsEndpointAsync(new Uri(bot.Urls.First())));
        Assert.Equal([SheetRow.SignedEndpoint], scene.Broken);
        Assert.True(scene.Server.Conduct.Of(SheetRow.SignedEndpoint).Count >= 6);
    }
}
