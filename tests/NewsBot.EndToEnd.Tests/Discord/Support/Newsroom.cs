using Microsoft.Extensions.DependencyInjection;
using NewsBot.Composition;
using NewsBot.Core.Commands;
using NewsBot.Discord;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeDiscord;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.World;

namespace NewsBot.EndToEnd.Tests.Discord.Support;

/// <summary>
/// A Discord with a server, a channel and a member, and the bot that serves it from a copy of the shipped articles: in
/// this process, over real sockets, put together as the program does it.
/// </summary>
internal sealed class Newsroom : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private CancellationTokenSource _stop = new();
    private Bot? _bot;
    private Task<bool>? _running;

    private Newsroom(FakeDiscordServer discord)
    {
        Discord = discord;
        Guild = discord.CreateGuild("Newsroom");
        General = Guild.CreateChannel("general");
        Ana = Guild.AddMember("ana");
    }

    public FakeDiscordServer Discord { get; }

    public Guild Guild { get; }

    public Channel General { get; }

    public User Ana { get; }

    public User Admin => Discord.Read(() => Guild.Members[Guild.OwnerId].User);

    public string DataFolder => Path.Combine(_folder.Path, "data");

    public string LeaseFolder => Path.Combine(_folder.Path, "leases");

    public IServiceProvider Services => _bot!.Services;

    /// <summary>Settings of the bot; change them before it starts.</summary>
    public Func<DiscordSettings, DiscordSettings> With { get; set; } = settings => settings;

    /// <summary>Options of the engine that the front end sees; change them before it starts.</summary>
    public Func<BotOptions, BotOptions> Options { get; set; } = options => options;

    /// <summary>Files and folders that the bot reads at its start; what it has read before when there are none.</summary>
    public IReadOnlyList<string> Sources { get; set; } = [];

    /// <summary>Commands besides the engine's, and other services that take the place of the program's.</summary>
    public Action<IServiceCollection> Also { get; set; } = _ => { };

    public static async Task<Newsroom> OpenAsync(SeededBot seeds, FakeDiscordOptions? options = null)
    {
        var room = new Newsroom(await FakeDiscordServer.StartAsync(options ?? new FakeDiscordOptions { Patience = TimeSpan.FromSeconds(60) }));
        // A bot that was just started knows nothing of what the one before it has used up.
        room.Discord.SetBucket("GET gateway/bot", 100, TimeSpan.FromSeconds(1));
        seeds.CopyData(room.DataFolder);
        return room;
    }

    /// <summary>Opens and starts the bot, and waits until its commands are there.</summary>
    public static async Task<Newsroom> StartedAsync(SeededBot seeds, FakeDiscordOptions? options = null, ICommand? also = null, Func<DiscordSettings, DiscordSettings>? with = null)
    {
        var room = await OpenAsync(seeds, options);
        room.With = with ?? room.With;
        if (also is not null)
            room.Also = services => services.AddSingleton(also);
        await room.StartAsync();
        return room;
    }

    public async Task StartAsync()
    {
        await RunAsync();
        await Discord.WaitUntilReadyAsync();
        await Discord.WaitUntilAsync(() => Discord.RegisteredCommands().Count > 0, "the commands to be registered");
    }

    /// <summary>Starts the bot without waiting for anything.</summary>
    public async Task RunAsync()
    {
        _bot = await Bot.OpenAsync(DataFolder, Sources, Refresh.WhenNeeded, CancellationToken.None, (services, _, options) =>
        {
            var problem = services.AddDiscordBot(With(Settings), Options(options));
            Also(services);
            return problem;
        });
        _running = _bot!.RunAsync(_stop.Token);
    }

    public DiscordSettings Settings => new()
    {
        Token = Discord.Token,
        ApiBaseUrl = new Uri(Discord.ApiBaseUrl),
        LeaseFolder = LeaseFolder,
        UserRequestsPerMinute = 1000,
        ServerRequestsPerMinute = 10_000,
    };

    /// <summary>Stops the bot as SIGTERM does.</summary>
    public async Task<bool> StopAsync()
    {
        if (_running is null)
            return true;
        await _stop.CancelAsync();
        var ended = await _running;
        await _bot!.DisposeAsync();
        _running = null;
        _stop.Dispose();
        _stop = new CancellationTokenSource();
        return ended;
    }

    /// <summary>The bot's own end, without being stopped.</summary>
    public Task<bool> EndedAsync() => _running!;

    /// <summary>A new process on the same data folder.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        Discord.ClientRestarts();
        await StartAsync();
    }

    /// <summary>Fails when the bot broke a rule of Discord.</summary>
    public void AssertGoodConduct() => Assert.Empty(Discord.Conduct.Violations);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Discord.DisposeAsync();
        _stop.Dispose();
        _folder.Dispose();
    }
}
