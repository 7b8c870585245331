using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Tests.Support;

/// <summary>The real client against a scripted server.</summary>
internal sealed class RunningClient : IAsyncDisposable
{
    public const string Token = "secret-bot-token";

    private readonly ServiceProvider _services;
    private readonly CancellationTokenSource _stop = new();

    private RunningClient(ServiceProvider services) => _services = services;

    public IDiscordClient Client => _services.GetRequiredService<IDiscordClient>();

    public RecordingHandler Handler { get; } = new();

    public RecordingLoggers Logs { get; private init; } = null!;

    public Task<DiscordStop> Run { get; private set; } = Task.FromResult(new DiscordStop(StopReason.Requested, "never started"));

    public static RunningClient Make(ScriptedDiscord server, Action<DiscordOptions>? configure = null, TimeProvider? time = null)
    {
        var options = new DiscordOptions { Token = Token, ApiBaseUrl = server.ApiBaseUrl };
        configure?.Invoke(options);
        var logs = new RecordingLoggers();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        services.AddSingleton<Random>(new SteadyRandom(0));
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddDiscordClient(options);
        return new RunningClient(services.BuildServiceProvider()) { Logs = logs };
    }

    public static RunningClient Start(
        ScriptedDiscord server, Action<DiscordOptions>? configure = null, Intents intents = Intents.Guilds, TimeProvider? time = null)
    {
        var client = Make(server, configure, time);
        client.Run = client.Client.RunAsync(client.Handler, intents, client._stop.Token);
        return client;
    }

    public async Task<DiscordStop> StopAsync()
    {
        await _stop.CancelAsync();
        return await Run.WaitAsync(Wait.Longest);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
        _stop.Dispose();
    }
}
