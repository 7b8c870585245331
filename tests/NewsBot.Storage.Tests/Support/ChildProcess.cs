using System.Diagnostics;

namespace NewsBot.Storage.Tests.Support;

/// <summary>This assembly run as a process of its own, see <see cref="Program"/>.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>Starts it and waits until it has opened the folder.</summary>
    public static async Task<ChildProcess> StartAsync(string verb, string folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add(verb);
        start.ArgumentList.Add(folder);
        var child = new ChildProcess(Process.Start(start)!);
        Assert.Equal("open", await child._process.StandardOutput.ReadLineAsync());
        return child;
    }

    public async Task<string> ReadLineAsync() => (await _process.StandardOutput.ReadLineAsync())!;

    /// <summary>Kills it without warning; what it had printed and nobody read yet is returned.</summary>
    public async Task<string[]> KillAsync()
    {
        _process.Kill();
        var output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
