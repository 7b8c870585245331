using NewsBot.EndToEnd.Tests.Support;

namespace NewsBot.EndToEnd.Tests;

/// <summary>The program as somebody meets it in a terminal.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_a_verb_it_reads_the_sources_and_answers_line_by_line_from_a_pipe()
    {
        var run = await BotProcess.RunAsync(
            ["--data", Data, "--sources", SeededBot.Seeds], "who said multipolar world?\n/open 1\n/open 9\n/nonsense\n/quit\nnever asked\n");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("Alexander Lukashenko", run.Output, StringComparison.Ordinal);
        Assert.Contains(">> \"We are strong advocates", run.Output, StringComparison.Ordinal);
        Assert.Contains("/open takes a citation", run.Output, StringComparison.Ordinal);
        Assert.Contains("There is no command /nonsense", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("never asked", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task In_a_pipe_a_follow_up_takes_what_it_leaves_out_from_the_answer_before()
    {
        var run = await BotProcess.RunAsync(["--data", Data, "--sources", SeededBot.Seeds], "who is the prime minister of Orvania?\nand of Brenneth?\n/quit\n");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("Bram Ostrel", run.Output, StringComparison.Ordinal);
        Assert.Contains("Cass Ardell", run.Output, StringComparison.Ordinal);
        Assert.Contains("“who is the prime minister of Brenneth?”", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("ask", "--help")]
    [InlineData("batch", "--help")]
    [InlineData("analyze", "--help")]
    [InlineData("extract", "--help")]
    [InlineData("feed", "--help")]
    [InlineData("reload", "--help")]
    [InlineData("status", "--help")]
    [InlineData("mcp", "--help")]
    public async Task Every_verb_explains_itself(params string[] arguments)
    {
        var run = await BotProcess.RunAsync(arguments);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Usage", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reload_reports_what_changed_and_what_could_not_be_read()
    {
        var articles = Directory.CreateDirectory(Path.Combine(_folder.Path, "articles")).FullName;
        await File.WriteAllTextAsync(Path.Combine(articles, "a.txt"), "date 2024-05-02 DORRIN, May 2. /Wire/. The bridge opened. It is new.");
        await File.WriteAllTextAsync(Path.Combine(articles, "empty.txt"), "");
        var first = await BotProcess.RunAsync(["reload", "--data", Data, "--sources", articles]);
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Contains("revision 1: 1 added, 0 changed, 0 removed, 0 unchanged, 0 duplicates, 1 failed", first.Output, StringComparison.Ordinal);
        Assert.Contains("empty.txt", first.Output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(articles, "a.txt"), "date 2024-05-02 DORRIN, May 2. /Wire/. The bridge closed. It is old.");
        await File.WriteAllTextAsync(Path.Combine(articles, "b.txt"), "date 2024-05-03 DORRIN, May 3. /Wire/. The tunnel opened.");
        File.Delete(Path.Combine(articles, "empty.txt"));
        var second = await BotProcess.RunAsync(["reload", "--data", Data]);
        Assert.Contains("revision 2: 1 added, 1 changed, 0 removed, 0 unchanged", second.Output, StringComparison.Ordinal);

        File.Delete(Path.Combine(articles, "b.txt"));
        var third = await BotProcess.RunAsync(["reload", "--data", Data]);
        Assert.Contains("revision 3: 0 added, 0 changed, 1 removed, 1 unchanged", third.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await BotProcess.RunAsync(["ask", "/ask When did the tunnel open?", "--data", Data])).ExitCode);
    }

    [Fact]
    public async Task Naming_sources_reads_them_and_only_them()
    {
        var one = _folder.File("one/a.txt", "date 2024-05-02 DORRIN, May 2. /Wire/. The bridge opened.");
        var other = _folder.File("other/b.txt", "date 2024-05-03 DORRIN, May 3. /Wire/. The tunnel opened.");
        await BotProcess.RunAsync(["reload", "--data", Data, "--sources", one, other]);
        var both = await BotProcess.RunAsync(["status", "--data", Data]);
        Assert.Contains("articles    2", both.Output, StringComparison.Ordinal);
        var only = await BotProcess.RunAsync(["status", "--data", Data, "--sources", other]);
        Assert.Contains("articles    1", only.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_on_the_same_data_folder_says_so_and_leaves()
    {
        var article = _folder.File("a.txt", "date 2024-05-02 DORRIN, May 2. /Wire/. The bridge opened.");
        using var first = BotProcess.Start(["batch", "--data", Data, "--sources", article]);
        await first.StandardInput.WriteLineAsync("""{"id":"1","command":"sources"}""");
        await first.StandardInput.FlushAsync();
        Assert.Contains("Wire", await first.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);

        var second = await BotProcess.RunAsync(["ask", "anything", "--data", Data]);
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("in use", second.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Error, StringComparison.Ordinal);

        first.StandardInput.Close();
        await first.WaitForExitAsync();
        Assert.Equal(0, first.ExitCode);
    }

    [Fact]
    public async Task A_wrong_setting_ends_the_program_with_one_line_that_names_it()
    {
        var run = await BotProcess.RunAsync(["status", "--data", Data], environment: [("NewsBot__DeadlineSeconds", "0")]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("DeadlineSeconds", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
