using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Events;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Model;
using NewsBot.Discord.Tests.Support;
using NSec.Cryptography;

namespace NewsBot.Discord.Tests.Interactions;

/// <summary>Interactions over HTTP, signed and not, against the real endpoint.</summary>
public sealed class InteractionEndpointTests : IAsyncLifetime, IDisposable
{
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly RecordingHandler _handler = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http = new();
    private ScriptedDiscord _discord = null!;
    private WebApplication _app = null!;
    private Task<DiscordStop> _run = null!;

    public async Task InitializeAsync()
    {
        _discord = await ScriptedDiscord.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddDiscordClient(new DiscordOptions
        {
            Token = "t",
            ApiBaseUrl = _discord.ApiBaseUrl,
            UseGateway = false,
            PublicKey = Convert.ToHexString(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey)),
        });
        _app = builder.Build();
        _app.MapDiscordInteractions("/interactions");
        await _app.StartAsync();
        _run = _app.Services.GetRequiredService<IDiscordClient>().RunAsync(_handler, Intents.None, _stop.Token);
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run;
        await _app.DisposeAsync();
        await _discord.DisposeAsync();
    }

    public void Dispose()
    {
        _stop.Dispose();
        _http.Dispose();
        _key.Dispose();
    }

    [Fact]
    public async Task A_signed_ping_is_answered()
    {
        var response = await PostAsync("""{"id":"1","application_id":"901","type":1,"token":"x","version":1}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"type":1}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_signed_command_reaches_the_same_handler_and_is_answered_over_the_callback_route()
    {
        _discord.Rest = _ => new Scripted(204);
        var client = _app.Services.GetRequiredService<IDiscordClient>();
        _handler.OnEvent = (e, stop) => client.RespondAsync(((InteractionReceived)e).Interaction.Handle, new DeferredMessageResponse(true), stop);

        var response = await PostAsync(Samples.CommandJson(77));

        Assert.Equal((HttpStatusCode.Accepted, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        var command = Assert.IsType<CommandInteraction>((await _handler.NextAsync<InteractionReceived>()).Interaction);
        Assert.Equal("ask", command.Name);
        Assert.Equal("interactions/77/secret-interaction-token-77/callback", Assert.Single(_discord.Requests).Path);
    }

    [Fact]
    public async Task The_same_command_twice_is_handled_once()
    {
        await PostAsync(Samples.CommandJson(78));
        await PostAsync(Samples.CommandJson(78));
        await PostAsync(Samples.CommandJson(79));
        var ids = new[] { await _handler.NextAsync<InteractionReceived>(), await _handler.NextAsync<InteractionReceived>() };
        Assert.Equal([78UL, 79UL], ids.Select(e => e.Interaction.Handle.Id.Value).Order());
    }

    [Theory]
    [InlineData("body")]
    [InlineData("timestamp")]
    [InlineData("no signature")]
    [InlineData("no timestamp")]
    [InlineData("not hex")]
    [InlineData("short")]
    [InlineData("two signatures")]
    [InlineData("other key")]
    [InlineData("empty body")]
    [InlineData("too large")]
    public async Task On_any_doubt_the_answer_is_401_and_nothing_is_handled(string doubt)
    {
        var body = Samples.CommandJson(80);
        var timestamp = "1700000000";
        var signature = Sign(_key, timestamp, body);
        using var other = Key.Create(SignatureAlgorithm.Ed25519);
        using var request = new HttpRequestMessage(HttpMethod.Post, _app.Urls.First() + "/interactions");
        string?[] signatures = [signature];
        string? sent = timestamp;
        switch (doubt)
        {
            case "body":
                body = body.Replace("what changed?", "what changed!", StringComparison.Ordinal);
                break;
            case "timestamp":
                sent = "1700000001";
                break;
            case "no signature":
                signatures = [];
                break;
            case "no timestamp":
                sent = null;
                break;
            case "not hex":
                signatures = [new string('z', 128)];
                break;
            case "short":
                signatures = [signature[..64]];
                break;
            case "two signatures":
                signatures = [signature, signature];
                break;
            case "other key":
                signatures = [Sign(other, timestamp, body)];
                break;
            case "empty body":
                body = "";
                break;
            case "too large":
                body = body.PadRight(1024 * 1024 + 1);
                signatures = [Sign(_key, timestamp, body)];
                break;
        }

        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", signatures);
        if (sent is not null)
            request.Headers.Add("X-Signature-Timestamp", sent);

        using var response = await _http.SendAsync(request);

        Assert.Equal((HttpStatusCode.Unauthorized, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        await PostAsync(Samples.CommandJson(81));
        Assert.Equal(81UL, (await _handler.NextAsync<InteractionReceived>()).Interaction.Handle.Id.Value);
    }

    [Fact]
    public async Task Signed_text_that_is_no_interaction_is_refused_as_such()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("[1]")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("""{"id":"1","application_id":"901","type":42,"token":"x"}""")).StatusCode);
    }

    [Fact]
    public void The_signature_of_a_known_example_is_accepted_and_no_other()
    {
        var signature = new InteractionSignature("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8");
        const string Valid = "c1098e97d711377f30225d53d94b89d43537f92e5b3afaddc590781b1f9f9d4b2eeab335d370be3b9a090bc61a85b86448bc140dcd195f1569c2bff181257607";
        Assert.True(signature.IsValid(Valid, "1700000000", "{\"type\":1}"u8));
        Assert.True(signature.IsValid(Valid.ToUpperInvariant(), "1700000000", "{\"type\":1}"u8));
        Assert.False(signature.IsValid(Valid, "1700000000", "{\"type\":2}"u8));
        Assert.False(signature.IsValid(Valid, "170000000", "0{\"type\":1}"u8[..^1]));
        Assert.False(signature.IsValid(Valid, "1700000000é", "{\"type\":1}"u8));
    }

    private static string Sign(Key key, string timestamp, string body) =>
        Convert.ToHexString(SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(timestamp + body)));

    private async Task<HttpResponseMessage> PostAsync(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _app.Urls.First() + "/interactions") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Signature-Ed25519", Sign(_key, "1700000000", body));
        request.Headers.Add("X-Signature-Timestamp", "1700000000");
        return await _http.SendAsync(request);
    }
}
