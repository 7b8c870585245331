using System.Diagnostics;
using NewsBot.FakeDiscord;

namespace NewsBot.Benchmarks.Discord;

/// <summary>The bot as a process of its own, on a data folder of its own, serving a Discord of this process.</summary>
internal sealed class BotUnderTest : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly Task<string> _error;

    private BotUnderTest(Process process, string folder)
    {
        (_process, _folder) = (process, folder);
        _error = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Starts it on the shipped articles and waits until it is connected and its commands are there.</summary>
    /// <exception cref="TimeoutException">It did not get so far.</exception>
    public static async Task<BotUnderTest> StartAsync(FakeDiscordServer discord, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("newsbot-soak-").FullName;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "NewsBot.dll"), "--data", Path.Combine(folder, "data"), "--sources", Texts.Repository.Seeds])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
        };
        start.Environment["NewsBot__Discord__Token"] = discord.Token;
        start.Environment["NewsBot__Discord__ApiBaseUrl"] = discord.ApiBaseUrl;
        start.Environment["NewsBot__Discord__LeaseFolder"] = Path.Combine(folder, "leases");
        var bot = new BotUnderTest(Process.Start(start)!, folder);
        await discord.WaitUntilReadyAsync(cancellationToken);
        await discord.WaitUntilAsync(() => discord.RegisteredCommands().Count > 0, "the commands", cancellationToken);
        return bot;
    }

    public bool HasExited => _process.HasExited;

    /// <summary>Resident memory in MB; 0 when it has ended.</summary>
    public double Memory()
    {
        _process.Refresh();
        return _process.HasExited ? 0 : _process.WorkingSet64 / 1048576.0;
    }

    /// <summary>Processor time since its start.</summary>
    public TimeSpan ProcessorTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>Ends it as an operator would.</summary>
    /// <returns>Its exit code and what it wrote to standard error.</returns>
    public async Task<(int ExitCode, string Error)> StopAsync(CancellationToken cancellationToken)
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return (_process.ExitCode, await _error);
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
