using System.Text.RegularExpressions;
using NewsBot.EndToEnd.Tests.Support;

namespace NewsBot.EndToEnd.Tests;

/// <summary>Reloads, their undoing and backups as an operator meets them at the command line.</summary>
public sealed partial class ReloadVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    private string News => Path.Combine(_folder.Path, "news");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_undo_takes_the_last_reload_back_and_the_history_tells_of_all()
    {
        await WriteAsync("port.txt", "The port of Vellmar is closed until Friday, the harbour master said.");
        await RunAsync(0, "reload", "--sources", News);
        await WriteAsync("port.txt", "The port of Vellmar is closed until Sunday, the harbour master said.");
        Assert.StartsWith("revision 2: 0 added, 1 changed, 0 removed", await RunAsync(0, "reload", "--sources", News), StringComparison.Ordinal);
        Assert.Contains("Sunday", await RunAsync(0, "ask", "Until when is the port of Vellmar closed?"), StringComparison.Ordinal);

        Assert.StartsWith("revision 3: 0 added, 1 changed, 0 removed", await RunAsync(0, "reload", "--undo"), StringComparison.Ordinal);
        Assert.Contains("Friday", await RunAsync(0, "ask", "Until when is the port of Vellmar closed?"), StringComparison.Ordinal);
        Assert.Contains("undone is back", await RunAsync(0, "reload", "--undo"), StringComparison.Ordinal);
        Assert.Contains("Sunday", await RunAsync(0, "ask", "Until when is the port of Vellmar closed?"), StringComparison.Ordinal);

        var history = (await RunAsync(0, "reload", "--history")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["redo", "undo", "reload", "reload"], history.Select(line => Kind().Match(line).Groups[1].Value));
        Assert.All(history, line => Assert.Contains("by operator: revision", line, StringComparison.Ordinal));
        Assert.Contains("do not go together", await RunAsync(1, "reload", "--undo", "--history"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_reload_cannot_be_undone_and_says_so()
    {
        await WriteAsync("port.txt", "The port of Vellmar is closed until Friday.");
        await RunAsync(0, "reload", "--sources", News);
        Assert.Contains("There is no earlier revision to go back to.", await RunAsync(1, "reload", "--undo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_a_running_bot_restores_to_the_same_answers()
    {
        const string question = """{"id":"1","command":"whosaid","text":"multipolar world"}""";
        await RunAsync(0, "reload", "--sources", SeededBot.Seeds);
        var file = Path.Combine(_folder.Path, "newsbot.backup");
        using (var running = BotProcess.Start(["batch", "--data", Data]))
        {
            await running.StandardInput.WriteLineAsync(question);
            await running.StandardInput.FlushAsync();
            Assert.NotNull(await running.StandardOutput.ReadLineAsync());
            Assert.Contains("in use by process", await RunAsync(1, "status"), StringComparison.Ordinal);
            Assert.Contains("revision 1 with", await RunAsync(0, "backup", file), StringComparison.Ordinal);
            Assert.Contains("reload by operator", await RunAsync(0, "reload", "--history"), StringComparison.Ordinal);
            running.StandardInput.Close();
            await running.WaitForExitAsync();
        }

        var expected = await AnswerAsync(question);
        Assert.Contains("--force", await RunAsync(1, "restore", file), StringComparison.Ordinal);
        Directory.Delete(Data, recursive: true);
        Assert.Contains("revision 1 with", await RunAsync(0, "restore", file), StringComparison.Ordinal);
        Assert.Equal(expected, await AnswerAsync(question));
        Assert.Contains("revision    1", await RunAsync(0, "status"), StringComparison.Ordinal);
    }

    private async Task<string> AnswerAsync(string question)
    {
        var run = await BotProcess.RunAsync(["batch", "--data", Data], question + "\n");
        Assert.Equal(0, run.ExitCode);
        return Elapsed().Replace(run.Output, "");
    }

    /// <returns>What it printed, on whichever of the two.</returns>
    private async Task<string> RunAsync(int exitCode, params string[] arguments)
    {
        var run = await BotProcess.RunAsync([.. arguments, "--data", Data]);
        Assert.True(run.ExitCode == exitCode, run.Output + run.Error);
        return exitCode == 0 ? run.Output : run.Error;
    }

    private async Task WriteAsync(string name, string text)
    {
        Directory.CreateDirectory(News);
        await File.WriteAllTextAsync(Path.Combine(News, name), $"---\ntitle: Port of Vellmar\npublished: 2024-05-14\nsource: Coast Agency\n---\n{text}\n");
    }

    [GeneratedRegex(@"UTC, (\w+) by")]
    private static partial Regex Kind();

    [GeneratedRegex(@"""elapsedMs"":[\d.]+")]
    private static partial Regex Elapsed();
}
