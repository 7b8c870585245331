using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Corpus;
using NewsBot.EndToEnd.Tests.Discord.Support;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.World;

namespace NewsBot.EndToEnd.Tests.Discord;

/// <summary>Reloads as an admin sees them.</summary>
[Collection(DiscordTests.Name)]
public sealed class ReloadTests(SeededBot seeds)
{
    [Fact]
    public async Task The_menu_of_reload_has_its_actions_and_a_plain_call_reads_the_sources_again()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var reload = room.Discord.RegisteredCommands().Single(command => (string?)command["name"] == "reload");
        var choices = reload["options"]![0]!["choices"]!.AsArray().Select(choice => (string)choice!["value"]!).ToList();
        Assert.Equal("run", choices[0]);
        Assert.Contains("cancel", choices);
        foreach (var options in new (string, object)[][] { [], [("action", "run")] })
        {
            var report = await room.Admin.Runs(room.General, "reload", options).WaitForAnswerAsync();
            Assert.True(report.IsEphemeral);
            Assert.Contains("0 added, 0 changed, 0 removed", report.Text, StringComparison.Ordinal);
        }

        Assert.Contains("No reload is under way", (await room.Admin.Runs(room.General, "reload", ("action", "cancel")).WaitForAnswerAsync()).Text, StringComparison.Ordinal);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task A_reload_can_be_taken_back_and_the_latest_are_listed_with_who_started_them()
    {
        await using var room = await Newsroom.OpenAsync(seeds);
        room.Sources = [Path.Combine(Path.GetDirectoryName(room.DataFolder)!, "articles.jsonl")];
        var now = TimeProvider.System.GetUtcNow();
        var articles = new OwnArticles(room.Sources[0]).Put("bridge", "Ilver bridge to reopen", "The Ilver bridge will reopen in March, the transport ministry of Orvania said.", now);
        await room.StartAsync();
        articles.Put("bridge", "Ilver bridge to reopen", "The Ilver bridge will reopen in May, the transport ministry of Orvania said.", now);
        Assert.Contains("0 added, 1 changed, 0 removed", (await RunAsync(room, "run")).Text, StringComparison.Ordinal);
        Assert.Contains("May", (await AskAsync(room)).Text, StringComparison.Ordinal);
        Assert.Contains("1 changed", (await RunAsync(room, "undo")).Text, StringComparison.Ordinal);
        Assert.Contains("March", (await AskAsync(room)).Text, StringComparison.Ordinal);
        var history = await RunAsync(room, "history");
        Assert.True(history.IsEphemeral);
        Assert.Contains("Newsroom-owner", history.Text.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        room.AssertGoodConduct();
    }

    private static Task<Message> RunAsync(Newsroom room, string action) => room.Admin.Runs(room.General, "reload", ("action", action)).WaitForAnswerAsync();

    private static Task<Message> AskAsync(Newsroom room) => room.Ana.Runs(room.General, "ask", ("question", "When will the Ilver bridge reopen?")).WaitForAnswerAsync();

    [Fact]
    public async Task A_reload_under_way_shows_progress_every_two_seconds_at_most_and_its_button_cancels_it()
    {
        var slow = new SlowReader();
        await using var room = await Newsroom.OpenAsync(seeds);
        room.Also = services => services.AddSingleton<ISourceReader>(slow);
        await room.StartAsync();
        var asked = room.Admin.Runs(room.General, "reload");
        await asked.WaitForAckAsync();
        var progress = await asked.Response!.WaitForAsync(message => message.Versions.Count >= 3);
        Assert.True(progress.IsEphemeral);
        Assert.Contains("Reading the sources", progress.Text, StringComparison.Ordinal);
        Assert.All(progress.Versions.Skip(1).Zip(progress.Versions.Skip(2)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1.9)));

        var second = await room.Admin.Runs(room.General, "reload").WaitForAnswerAsync();
        Assert.Contains("under way", second.Text, StringComparison.Ordinal);
        var cancel = await room.Admin.Clicks(progress, "Cancel").WaitForAnswerAsync();
        Assert.True(cancel.IsEphemeral);
        Assert.Contains("is being cancelled", cancel.Text, StringComparison.Ordinal);
        await progress.WaitForAsync(message => message.Text.Contains("was cancelled", StringComparison.Ordinal));
        Assert.Empty(progress.Controls());
        Assert.DoesNotContain(progress, room.Ana.SeesIn(room.General));
        room.AssertGoodConduct();
    }

    /// <summary>A source that goes on and on with something that it cannot read.</summary>
    private sealed class SlowReader : ISourceReader
    {
        public async IAsyncEnumerable<SourceItem> ReadAsync(IReadOnlyList<string> sources, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            while (true)
            {
                await Task.Delay(100, cancellationToken);
                yield return SourceItem.Failed(sources[0], null, "not read");
            }
        }
    }
}
