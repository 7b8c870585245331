using Microsoft.Extensions.DependencyInjection;
using NewsBot.Discord.Model;
using NewsBot.Discord.Tests.Support;
using NewsBot.FakeDiscord;
using Rules = NewsBot.FakeDiscord.Rules;

namespace NewsBot.Discord.Tests.Faithful;

/// <summary>The client with a small bot on it, against a server that enforces Discord's rules.</summary>
internal sealed class FaithfulFixture : IAsyncDisposable
{
    public const Intents Wanted = Intents.Guilds | Intents.GuildMessages | Intents.DirectMessages;

    private readonly ServiceProvider _services;
    private readonly CancellationTokenSource _stop = new();

    private FaithfulFixture(FakeDiscordServer server, ServiceProvider services) => (Server, _services) = (server, services);

    public FakeDiscordServer Server { get; }

    public EchoBot Bot { get; } = new();

    public IDiscordClient Client => _services.GetRequiredService<IDiscordClient>();

    public Task<DiscordStop> Run { get; private set; } = Task.FromResult(new DiscordStop(StopReason.Requested, ""));

    /// <summary>Starts server and client; both on the same clock.</summary>
    public static async Task<FaithfulFixture> StartAsync(
        Func<FakeDiscordOptions, FakeDiscordOptions>? serve = null, Action<DiscordOptions>? configure = null, Intents intents = Wanted, bool ready = true, int speed = 1,
        Action<FakeDiscordServer>? prepare = null)
    {
        TimeProvider time = speed == 1 ? TimeProvider.System : new FastTime(speed);
        // What a busy machine adds is real time, however fast the clock runs.
        var slack = new FakeDiscordOptions().SchedulingSlack * speed * 2;
        var server = await FakeDiscordServer.StartAsync((serve ?? (o => o))(
            new FakeDiscordOptions { Time = time, HeartbeatInterval = TimeSpan.FromSeconds(2) * speed, SchedulingSlack = slack }));
        prepare?.Invoke(server);
        var options = new DiscordOptions { Token = server.Token, ApiBaseUrl = new Uri(server.ApiBaseUrl) };
        configure?.Invoke(options);
        var services = new ServiceCollection().AddSingleton(time).AddDiscordClient(options).BuildServiceProvider();
        var fixture = new FaithfulFixture(server, services);
        fixture.Bot.Client = fixture.Client;
        if (ready)
            Assert.True((await fixture.Client.OverwriteCommandsAsync(null, EchoBot.Commands, CancellationToken.None)).Succeeded);
        fixture.Run = fixture.Client.RunAsync(fixture.Bot, intents, fixture._stop.Token);
        if (ready)
            await Wait.UntilAsync(() => fixture.Client.Health.IsReady, "the first session");
        return fixture;
    }

    public async Task<DiscordStop> StopAsync()
    {
        await _stop.CancelAsync();
        return await Run.WaitAsync(Wait.Longest);
    }

    /// <summary>That no rule was broken, and that these came up.</summary>
    public void AssertConduct(params Rules.SheetRow[] exercised)
    {
        Assert.Empty(Server.Conduct.Violations);
        Assert.Empty(exercised.Except(Server.Conduct.Exercised));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
        await Server.DisposeAsync();
        _stop.Dispose();
    }
}
