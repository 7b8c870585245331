using System.Diagnostics;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeNews;

namespace NewsBot.EndToEnd.Tests;

/// <summary>The program as a process that follows a news site on loopback.</summary>
public sealed class LiveSourcesTests : IAsyncLifetime, IDisposable
{
    private const string More = "The council of Quarrow met for four hours before it voted, and the hall was full to the last seat.\n\n"
        + "\"We have waited for this bridge since the flood,\" said Mayor Ilda Renn, who has led the town for nine years. She thanked the engineers and the people who gave money.\n\n"
        + "Work begins in the spring and is to take two years. The bridge will carry trams, bicycles and people on foot, but no cars, which will go on using the tunnel.";

    private static readonly NewsStory Bridge = new("bridge", "Quarrow to build a new bridge", "Quarrow will build a new bridge, the council decided on Thursday.\n\n" + More);
    private static readonly NewsStory Ferry = new("ferry", "Ferry to Selm stops for a week", "The ferry to Selm stops for a week, the harbour office said.\n\n" + More.Replace("bridge", "ferry", StringComparison.Ordinal));

    private static readonly (string Name, string Value)[] Loopback =
    [
        ("NewsBot__Fetching__AllowLoopback", "true"),
        ("NewsBot__Fetching__HostDelaySeconds", "0"),
        ("NewsBot__Fetching__Retries", "0"),
    ];

    private readonly TemporaryFolder _folder = new();
    private NewsSite _site = null!;

    public async Task InitializeAsync() => _site = await NewsSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_feed_is_followed_through_edits_rolled_off_entries_and_withdrawn_pages()
    {
        Configure("sources:\n  - feed: SITE/feed\n    name: Courier\n");
        _site.Publish("/feed", [Bridge, Ferry], etag: "\"1\"");
        Assert.Contains("2 added, 0 changed, 0 removed", await ReloadAsync(), StringComparison.Ordinal);

        _site.ForgetVisits();
        Assert.Contains("0 added, 0 changed, 0 removed, 2 unchanged", await ReloadAsync(), StringComparison.Ordinal);
        Assert.All(_site.Visits.Where(visit => visit.Path != "/robots.txt"), visit => Assert.Equal(304, visit.Status));

        _site[Bridge.Path] = new Resource((Bridge with { Text = Bridge.Text.Replace("since the flood", "since the war", StringComparison.Ordinal) }).Page()) { ETag = "\"new\"" };
        Assert.Contains("0 added, 1 changed", await ReloadAsync(), StringComparison.Ordinal);
        Assert.Contains("since the war", await AskAsync("/whosaid We have waited for this bridge"), StringComparison.Ordinal);

        _site["/feed"] = new Resource(NewsStories.Rss(_site.Root, [Bridge], isWhole: false), "application/rss+xml"); // The ferry's entry rolled off.
        Assert.Contains("0 removed", await ReloadAsync(), StringComparison.Ordinal);
        Assert.Contains("We have waited for this ferry", await AskAsync("/whosaid We have waited for this ferry"), StringComparison.Ordinal);

        _site[Ferry.Path] = null;
        Assert.Contains("is looked at once more", await ReloadAsync(), StringComparison.Ordinal);
        var second = await ReloadAsync();
        Assert.Contains("1 removed", second, StringComparison.Ordinal);
        Assert.Contains("taken back", second, StringComparison.Ordinal);
        Assert.DoesNotContain("We have waited for this ferry", await AskAsync("/whosaid We have waited for this ferry"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_serves_reads_its_feed_and_takes_another_in_chat()
    {
        Configure("sources:\n  - feed: SITE/feed\n");
        _site.Publish("/feed", [Bridge]);
        _site.Publish("/other", [Ferry]);
        var input = $"/whosaid We have waited for this bridge\n/source add {_site.At("/other")} name:Selmer\n/source list\n/whosaid We have waited for this ferry\n/sources\n";
        var run = await BotProcess.RunAsync(["serve", "--data", _folder.Path + "/data", "--sources", Sources], input, environment: Loopback);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("since the flood", run.Output, StringComparison.Ordinal);
        Assert.Contains("It has been read: revision 2: 1 added", run.Output, StringComparison.Ordinal);
        Assert.Contains("Selmer: feed", run.Output, StringComparison.Ordinal);
        Assert.Contains("We have waited for this ferry", run.Output, StringComparison.Ordinal);
        Assert.Contains("Followed:", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 added, 0 changed, 0 removed, 2 unchanged", await ReloadAsync(), StringComparison.Ordinal); // What chat added is still followed.
    }

    [Fact]
    public async Task A_bot_that_serves_reads_a_feed_again_when_it_is_due()
    {
        Configure("sources:\n  - feed: SITE/feed\n");
        _site.Publish("/feed", [Bridge]);
        await ReloadAsync();
        // As if the last reading were long ago.
        var state = Assert.Single(Directory.GetFiles(Path.Combine(_folder.Path, "data", "sources", "state")));
        await File.WriteAllTextAsync(state, System.Text.RegularExpressions.Regex.Replace(await File.ReadAllTextAsync(state), "\"Due\":\"[^\"]*\"", "\"Due\":\"2020-01-01T00:00:00+00:00\""));
        _site.Publish("/feed", [Bridge, Ferry]);
        using var bot = BotProcess.Start(["serve", "--data", _folder.Path + "/data", "--sources", Sources], environment: Loopback);
        try
        {
            var waited = Stopwatch.StartNew();
            while (_site.Count(Ferry.Path) == 0 && waited.Elapsed < TimeSpan.FromSeconds(60))
                await Task.Delay(100);
            Assert.Equal(1, _site.Count(Ferry.Path));
        }
        finally
        {
            bot.Kill(entireProcessTree: true);
            await bot.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task A_bot_that_serves_notices_a_new_file_in_a_watched_folder()
    {
        var first = _folder.File("articles/one.txt", "date 2024-03-14\n\nQUARROW (Courier) - The tram is late.\n");
        Configure($"sources:\n  - path: {Path.GetDirectoryName(first)}\n    watch: yes\n");
        using var bot = BotProcess.Start(["serve", "--data", _folder.Path + "/data", "--sources", Sources], environment: Loopback);
        try
        {
            bot.StandardInput.AutoFlush = true;
            await bot.StandardInput.WriteLineAsync("/status");
            await ReadUntilAsync(bot, "articles    1");
            _folder.File("articles/two.txt", "date 2024-03-15\n\nSELM (Courier) - The ferry is early.\n");
            var waited = Stopwatch.StartNew();
            var said = "";
            while (!said.Contains("articles    2", StringComparison.Ordinal) && waited.Elapsed < TimeSpan.FromSeconds(60))
            {
                await Task.Delay(300);
                await bot.StandardInput.WriteLineAsync("/status");
                said = await ReadUntilAsync(bot, "articles    ");
            }

            Assert.Contains("articles    2", said, StringComparison.Ordinal);
        }
        finally
        {
            bot.Kill(entireProcessTree: true);
            await bot.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task A_fault_in_the_sources_file_is_told_with_its_line_and_takes_nothing_away()
    {
        Configure("sources:\n  - feed: SITE/feed\n");
        _site.Publish("/feed", [Bridge]);
        await ReloadAsync();
        Configure("sources:\n  - feed: SITE/feed\n    refresh: often\n    colour: red\n");
        var said = await ReloadAsync();
        Assert.Contains("sources.yaml:3: \"refresh\" is \"often\"", said, StringComparison.Ordinal);
        Assert.Contains("sources.yaml:4: has the unknown field \"colour\"", said, StringComparison.Ordinal);
        Assert.Contains("0 removed, 1 unchanged", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_can_be_named_like_a_file()
    {
        _site.Publish("/feed", [Bridge]);
        var run = await BotProcess.RunAsync(["ask", "/whosaid We have waited for this bridge", "--data", _folder.Path + "/data", "--sources", _site.At("/feed").ToString()], environment: Loopback);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Ilda Renn", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_leave_loopback_is_not_read()
    {
        Configure("sources:\n  - feed: SITE/feed\n");
        _site.Publish("/feed", [Bridge]);
        var run = await BotProcess.RunAsync(["reload", "--data", _folder.Path + "/data", "--sources", Sources]);
        Assert.Contains("which the operator has not allowed", run.Output, StringComparison.Ordinal);
        Assert.Empty(_site.Visits);
    }

    [Fact]
    public async Task A_page_and_a_feed_can_be_looked_at_by_address()
    {
        _site.Publish("/feed", [Bridge]);
        var page = await BotProcess.RunAsync(["extract", _site.At(Bridge.Path).ToString()], environment: Loopback);
        Assert.Equal(0, page.ExitCode);
        Assert.Contains("Quarrow to build a new bridge", page.Output, StringComparison.Ordinal);
        var feed = await BotProcess.RunAsync(["feed", _site.At("/feed").ToString()], environment: Loopback);
        Assert.Equal(0, feed.ExitCode);
        Assert.Contains("courier-bridge", feed.Output, StringComparison.Ordinal);
        var closed = await BotProcess.RunAsync(["extract", "http://169.254.169.254/latest/meta-data/"], environment: Loopback);
        Assert.Equal(1, closed.ExitCode);
        Assert.Contains("is not on the public internet", closed.Error, StringComparison.Ordinal);
    }

    /// <returns>The first line of the output that has the words.</returns>
    private static async Task<string> ReadUntilAsync(Process bot, string words)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await bot.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            if (line.Contains(words, StringComparison.Ordinal))
                return line;
        throw new InvalidOperationException($"The bot ended without saying \"{words}\".");
    }

    private string Sources => Path.Combine(_folder.Path, "sources.yaml");

    private void Configure(string yaml) => File.WriteAllText(Sources, yaml.Replace("SITE", _site.Root.ToString().TrimEnd('/'), StringComparison.Ordinal));

    private async Task<string> ReloadAsync()
    {
        var run = await BotProcess.RunAsync(["reload", "--data", _folder.Path + "/data", "--sources", Sources], environment: Loopback);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output;
    }

    private async Task<string> AskAsync(string text) =>
        (await BotProcess.RunAsync(["ask", text, "--data", _folder.Path + "/data"], environment: Loopback)).Output;
}
