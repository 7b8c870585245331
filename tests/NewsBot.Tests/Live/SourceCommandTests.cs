using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Answering;
using NewsBot.Core.Corpus;
using NewsBot.Discord.Menu;
using NewsBot.FakeNews;

namespace NewsBot.Tests.Live;

/// <summary>Sources changed in chat, by the operator and by admins of servers.</summary>
public sealed class SourceCommandTests : IAsyncLifetime
{
    private const string More = "The council of Quarrow met for four hours before it voted, and the hall was full to the last seat.\n\n"
        + "\"We have waited for this bridge since the flood,\" said Mayor Ilda Renn, who has led the town for nine years. She thanked the engineers and the people who gave money.\n\n"
        + "Work begins in the spring and is to take two years. The bridge will carry trams, bicycles and people on foot, but no cars, which will go on using the tunnel.";

    private static readonly NewsStory Bridge = new("bridge", "Quarrow to build a new bridge", "Quarrow will build a new bridge, the council decided on Thursday.\n\n" + More);
    private static readonly NewsStory Ferry = new("ferry", "Ferry to Selm stops for a week", "The ferry to Selm stops for a week, the harbour office said.\n\n" + More.Replace("bridge", "ferry", StringComparison.Ordinal));
    private static readonly Audience One = new("111");
    private static readonly Audience Two = new("222");

    private LiveArchive _archive = null!;

    private NewsSite Site => _archive.Site;

    private string Feed => Site.At("/feed").ToString();

    public async Task InitializeAsync()
    {
        _archive = (await LiveArchive.StartAsync()).Configure("sources: []\n");
        Site.Publish("/feed", [Bridge]);
        Site.Publish("/other", [Ferry]);
    }

    public async Task DisposeAsync() => await _archive.DisposeAsync();

    [Fact]
    public async Task An_added_feed_is_read_at_once_and_is_there_after_a_restart()
    {
        var said = await SayAsync($"/source add {Feed} name:\"The Courier\" refresh:30m timezone:Europe/Berlin keep:90d");
        Assert.Contains("was added", said, StringComparison.Ordinal);
        Assert.Contains("It has been read: revision 1: 1 added", said, StringComparison.Ordinal);
        Assert.Equal("The Courier", Assert.Single(await _archive.ArticlesAsync()).Source);
        await _archive.RestartAsync();
        Assert.Contains("The Courier: feed " + Feed, await SayAsync("/source list"), StringComparison.Ordinal);
        Assert.Equal(1, (await _archive.ReloadAsync()).Unchanged);
    }

    [Fact]
    public async Task A_removed_feed_takes_its_articles_with_it()
    {
        await SayAsync($"/source add {Feed}");
        Assert.Contains("1 removed", await SayAsync($"/source remove {Feed}"), StringComparison.Ordinal);
        Assert.Empty(await _archive.TitlesAsync());
    }

    [Fact]
    public async Task A_paused_feed_keeps_its_articles_until_it_is_resumed()
    {
        await SayAsync($"/source add {Feed}");
        Assert.Contains("is paused", await SayAsync($"/source pause {Feed}"), StringComparison.Ordinal);
        Site.ForgetVisits();
        await _archive.ReloadAsync();
        Assert.Empty(Site.Visits);
        Assert.Contains("paused", await SayAsync("/source list"), StringComparison.Ordinal);
        await SayAsync($"/source resume {Feed}");
        await _archive.ReloadAsync();
        Assert.NotEmpty(Site.Visits);
    }

    [Fact]
    public async Task A_source_of_the_operators_file_can_be_paused_but_not_removed_in_chat()
    {
        _archive.Configure("sources:\n  - feed: SITE/feed # with a comment\n");
        await _archive.ReloadAsync();
        Assert.Contains("line 2", await SayAsync($"/source remove {Feed}"), StringComparison.Ordinal);
        Assert.Contains("is paused", await SayAsync($"/source pause {Feed}"), StringComparison.Ordinal);
        Site.ForgetVisits();
        await _archive.ReloadAsync();
        Assert.Empty(Site.Visits);
        Assert.Contains("# with a comment", await File.ReadAllTextAsync(_archive.SourcesFile), StringComparison.Ordinal);
        Assert.Contains("is read again", await SayAsync($"/source resume {Feed}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_tells_what_would_be_read_and_keeps_nothing()
    {
        var said = await SayAsync($"/source test {Feed}");
        Assert.Contains("is a feed with 1 entry", said, StringComparison.Ordinal);
        Assert.Contains("Quarrow to build a new bridge", said, StringComparison.Ordinal);
        Assert.Contains("The Kelmar Courier, 14 March 2024 09:30 +00:00", said, StringComparison.Ordinal);
        Assert.Contains("Quarrow will build a new bridge, the council", said, StringComparison.Ordinal);
        Assert.Empty(await _archive.TitlesAsync());
        Assert.Contains("is a page", await SayAsync($"/source test {Site.At(Bridge.Path)}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing", "/source add", "needs an address")]
    [InlineData("no address", "/source add hello", "is not an http or https address")]
    [InlineData("a file", "/source add file:///etc/passwd", "is not an http or https address")]
    [InlineData("a private address", "/source add http://192.168.0.1/feed", "not on the public internet")]
    [InlineData("the metadata service", "/source test http://169.254.169.254/latest/meta-data/", "not on the public internet")]
    [InlineData("another port", "/source add http://example.com:6379/", "port")]
    [InlineData("a password", "/source add http://a:b@example.com/", "password")]
    [InlineData("a page without an article", "/source add SITE/missing", "is not there")]
    [InlineData("an unknown setting", "/source add SITE/feed colour:red", "no setting")]
    [InlineData("a wrong time zone", "/source add SITE/feed timezone:Mars/Base", "not a time zone")]
    [InlineData("a wrong interval", "/source add SITE/feed refresh:1s", "from 1 minute")]
    [InlineData("a wrong language", "/source add SITE/feed language:klingonese", "not a language")]
    [InlineData("an unknown action", "/source explode", "takes one of")]
    [InlineData("an unknown source", "/source remove http://nowhere.example/", "There is no source")]
    public async Task What_cannot_be_done_is_said_and_changes_nothing(string name, string command, string expected)
    {
        var said = await SayAsync(command.Replace("SITE", Site.Root.ToString().TrimEnd('/'), StringComparison.Ordinal));
        Assert.True(said.Contains(expected, StringComparison.Ordinal), $"{name}: {said}");
        Assert.Contains("No source", await SayAsync("/source list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_added_twice_is_there_once()
    {
        await SayAsync($"/source add {Feed}");
        Assert.Contains("is there already", await SayAsync($"/source add {Feed}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_server_adds_is_seen_in_that_server_alone()
    {
        await SayAsync($"/source add {Feed}", One);
        var question = "/whosaid We have waited for this bridge since the flood";
        Assert.Equal(AnswerStatus.Answered, (await _archive.AskAsync(question, One)).Status);
        foreach (var other in (Audience[])[Two, default])
        {
            var answer = await _archive.AskAsync(question, other);
            Assert.NotEqual(AnswerStatus.Answered, answer.Status);
            Assert.Empty(answer.Nearest);
            Assert.DoesNotContain("Courier", (await _archive.AskAsync("/sources", other)).Message, StringComparison.Ordinal);
            Assert.DoesNotContain("Bridge", (await _archive.AskAsync("/summary Quarrow to build a new bridge", other)).Message ?? "", StringComparison.OrdinalIgnoreCase);
            Assert.Contains("No source", (await _archive.AskAsync("/source list", other)).Message, StringComparison.Ordinal);
            Assert.Contains("There is no source", (await _archive.AskAsync($"/source remove {Feed}", other)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_server_adds_is_suggested_to_nobody_while_they_type()
    {
        await SayAsync($"/source add {Feed}", One);
        await SayAsync($"/source add {Site.At("/other")} name:Selmer");
        var suggestions = new Suggestions(_archive.Get<ICorpus>(), _archive.Get<ISourceAccess>(), NullLogger<Suggestions>.Instance);
        await suggestions.RefreshAsync(CancellationToken.None);
        Assert.Equal(["Ferry to Selm stops for a week"], suggestions.For("article", "").Select(choice => choice.Name));
        Assert.Equal(["Selmer"], suggestions.For("source", "").Select(choice => choice.Name));
        Assert.Equal(["Ilda Renn"], suggestions.For("person", "").Select(choice => choice.Name)); // She is quoted by the other feed as well.
    }

    [Fact]
    public async Task A_story_of_a_restricted_feed_is_still_there_for_others_from_an_open_one()
    {
        await SayAsync($"/source add {Feed}", One);
        Site.Publish("/other", [Bridge]);
        await SayAsync($"/source add {Site.At("/other")}", Audience.Operator);
        Assert.Equal(AnswerStatus.Answered, (await _archive.AskAsync("/whosaid We have waited for this bridge since the flood", Two)).Status);
    }

    [Fact]
    public async Task Two_servers_that_add_one_feed_share_it_until_both_have_removed_it()
    {
        await SayAsync($"/source add {Feed}", One);
        Assert.Contains("was added for this server", await SayAsync($"/source add {Feed}", Two), StringComparison.Ordinal);
        Assert.Single(await _archive.TitlesAsync());
        await SayAsync($"/source remove {Feed}", One);
        Assert.Single(await _archive.TitlesAsync());
        Assert.Equal(AnswerStatus.Answered, (await _archive.AskAsync("/whosaid We have waited for this bridge", Two)).Status);
        Assert.NotEqual(AnswerStatus.Answered, (await _archive.AskAsync("/whosaid We have waited for this bridge", One)).Status);
        await SayAsync($"/source remove {Feed}", Two);
        Assert.Empty(await _archive.TitlesAsync());
    }

    [Fact]
    public async Task A_removed_restricted_source_stays_hidden_although_its_articles_come_back()
    {
        _archive.Configure("sources:\n  - feed: SITE/feed\n    servers: [\"111\"]\n");
        await _archive.ReloadAsync();
        _archive.Configure("sources: []\n");
        await SayAsync("/source list", Two); // Reads the configuration, which no longer has the source; its articles are still stored.
        Assert.Single(await _archive.TitlesAsync());
        Assert.NotEqual(AnswerStatus.Answered, (await _archive.AskAsync("/whosaid We have waited for this bridge", Two)).Status);
        await _archive.RestartAsync();
        Assert.NotEqual(AnswerStatus.Answered, (await _archive.AskAsync("/whosaid We have waited for this bridge", Two)).Status);
    }

    [Fact]
    public async Task A_server_cannot_change_what_is_for_all()
    {
        await SayAsync($"/source add {Feed}", Audience.Operator);
        Assert.Contains("only the operator", await SayAsync($"/source remove {Feed}", One), StringComparison.Ordinal);
        Assert.Contains("only the operator", await SayAsync($"/source pause {Feed}", One), StringComparison.Ordinal);
        Assert.Contains("Only the operator", await SayAsync($"/source add {Site.At("/other")} servers:222", One), StringComparison.Ordinal);
        Assert.Contains("in a server", await SayAsync($"/source add {Site.At("/other")}", default(Audience)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_of_chat_is_not_written_over()
    {
        await SayAsync($"/source add {Feed}");
        var file = Path.Combine(_archive.DataFolder, "sources.yaml");
        await File.WriteAllTextAsync(file, "sources:\n  - feed: [\n");
        Assert.Contains("Nothing was changed", await SayAsync($"/source add {Site.At("/other")}"), StringComparison.Ordinal);
        Assert.Equal(1, (await _archive.ReloadAsync()).Unchanged); // What was last good goes on.
    }

    private async Task<string> SayAsync(string text, Audience? audience = null) => (await _archive.AskAsync(text, audience)).Message ?? "";
}
