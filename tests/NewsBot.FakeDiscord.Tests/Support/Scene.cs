using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using NewsBot.FakeDiscord.Interactions;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.World;
using NewsBot.FakeDiscord.Scripting;

namespace NewsBot.FakeDiscord.Tests.Support;

/// <summary>A server with one guild, one channel and one member, a clock that stands still, and a raw REST client.</summary>
public sealed class Scene : IAsyncDisposable
{
    private Scene(FakeDiscordServer server, FakeTimeProvider clock)
    {
        Server = server;
        Clock = clock;
        Rest = new RawRest(server);
        Guild = server.CreateGuild("Newsroom");
        General = Guild.CreateChannel("general");
        Ana = Guild.AddMember("ana");
    }

    public FakeDiscordServer Server { get; }
    public FakeTimeProvider Clock { get; }
    public RawRest Rest { get; }
    public Guild Guild { get; }
    public Channel General { get; }
    public User Ana { get; }
    public string Messages => $"channels/{General.Id}/messages";

    public static async Task<Scene> StartAsync(Func<FakeDiscordOptions, FakeDiscordOptions>? with = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 10, 0, 0, TimeSpan.Zero));
        var options = new FakeDiscordOptions { Time = clock, SchedulingSlack = TimeSpan.FromSeconds(5), Patience = TimeSpan.FromSeconds(10) };
        return new Scene(await FakeDiscordServer.StartAsync(with?.Invoke(options) ?? options), clock);
    }

    /// <summary>Commands: /ask with a question, a source with autocomplete and a flag; /admin for those who manage the server; a message menu.</summary>
    public static JsonArray Commands() => (JsonArray)JsonNode.Parse("""
        [{"type":1,"name":"ask","description":"Ask the archive","contexts":[0,1],"integration_types":[0],"options":[
           {"type":3,"name":"question","description":"Your question","required":true,"min_length":3,"max_length":500},
           {"type":3,"name":"source","description":"One source","autocomplete":true},
           {"type":5,"name":"private","description":"For you alone"}]},
         {"type":1,"name":"admin","description":"Settings","default_member_permissions":"32","contexts":[0],"integration_types":[0]},
         {"type":3,"name":"Check this","contexts":[0,1],"integration_types":[0]}]
        """)!;

    public async Task RegisterAsync() => (await Rest.PutAsync($"applications/{Server.Bot.Id}/commands", Commands())).Is(200);

    public Task<RawReply> CallbackAsync(FakeInteraction interaction, int type, JsonObject? data = null, string query = "")
    {
        var body = new JsonObject { ["type"] = type };
        if (data is not null)
            body["data"] = data;
        return Rest.PostAsync($"interactions/{interaction.Id}/{interaction.Token}/callback{query}", body);
    }

    public string Webhook(FakeInteraction interaction) => $"webhooks/{Server.Bot.Id}/{interaction.Token}";

    /// <summary>The rules broken so far, and nothing else.</summary>
    public IEnumerable<SheetRow> Broken => Server.Conduct.Violations.Select(violation => violation.Row).Distinct();

    public async ValueTask DisposeAsync()
    {
        Rest.Dispose();
        await Server.DisposeAsync();
    }
}
