using System.Text.Json;

namespace NewsBot.EndToEnd.Tests.Support;

/// <summary>A data folder with the shipped articles, read once for all tests that only ask.</summary>
public sealed class SeededBot : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Data => Path.Combine(_folder.Path, "data");

    public static string Seeds { get; } = Path.Combine(Root(), "seeds");

    public async Task InitializeAsync()
    {
        var run = await BotProcess.RunAsync(["reload", "--data", Data, "--sources", Seeds]);
        Assert.True(run.ExitCode == 0, run.Error);
    }

    /// <summary>Answers of <c>batch</c> to some requests, in their order.</summary>
    internal async Task<IReadOnlyList<JsonElement>> BatchAsync(IEnumerable<object> requests)
    {
        using var copy = new TemporaryFolder();
        CopyData(copy.Path);
        return await BatchAsync(copy.Path, requests);
    }

    /// <summary>The same over a data folder, with settings.</summary>
    internal static async Task<IReadOnlyList<JsonElement>> BatchAsync(string data, IEnumerable<object> requests, IEnumerable<(string Name, string Value)>? environment = null)
    {
        var input = string.Concat(requests.Select(request => (request as string ?? JsonSerializer.Serialize(request)) + "\n"));
        var run = await BotProcess.RunAsync(["batch", "--data", data], input, environment ?? []);
        Assert.True(run.ExitCode == 0, run.Error);
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    internal async Task<BotRun> AskAsync(string text)
    {
        using var copy = new TemporaryFolder();
        CopyData(copy.Path);
        return await BotProcess.RunAsync(["ask", text, "--data", copy.Path]);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    /// <summary>Only one process may use a data folder, so each run that may meet another gets its own copy.</summary>
    internal void CopyData(string to)
    {
        foreach (var file in Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NewsBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests are not run from a checkout.");
    }
}
