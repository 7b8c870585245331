using Microsoft.Extensions.DependencyInjection;
using NewsBot.Discord.Answers;
using NewsBot.EndToEnd.Tests.Discord.Support;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeDiscord.Scripting;

namespace NewsBot.EndToEnd.Tests.Discord;

/// <summary>Answers that were given follow their sources.</summary>
[Collection(DiscordTests.Name)]
public sealed class SourceTests(SeededBot seeds)
{
    private const string Bridge = "The Ilver bridge will reopen in March, the transport ministry of Orvania said.";
    private const string Market = "The mayor of Quarrow opened the new market hall on Monday, the town council said.";

    [Fact]
    public async Task A_posted_answer_whose_source_has_changed_is_marked_with_one_edit_and_its_buttons_say_so()
    {
        await using var room = await StartAsync();
        var answer = await room.Ana.Runs(room.General, "ask", ("question", "When will the Ilver bridge reopen?")).WaitForAnswerAsync();
        Assert.Contains("March", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("changed", answer.Text, StringComparison.Ordinal);
        var other = await room.Ana.Runs(room.General, "ask", ("question", "Who opened the new market hall?")).WaitForAnswerAsync();
        await Task.Delay(1100); // Edits of one message lie a second apart; what follows counts the edits.
        var (before, untouched) = (answer.Versions.Count, other.Versions.Count);

        Articles(room).Put("bridge", "Ilver bridge to reopen", Bridge.Replace("March", "May", StringComparison.Ordinal), Now);
        await ReloadAsync(room);
        var again = await room.Ana.Runs(room.General, "ask", ("question", "When will the Ilver bridge reopen?")).WaitForAnswerAsync();
        await answer.WaitForAsync(message => message.Text.Contains("has changed since this answer", StringComparison.Ordinal));
        await room.Services.GetRequiredService<SourceWatch>().LookAsync(CancellationToken.None);
        Assert.Equal(before + 1, answer.Versions.Count);
        Assert.Equal(untouched, other.Versions.Count);
        Assert.DoesNotContain("has changed", again.Text, StringComparison.Ordinal);
        Assert.Contains(answer.Controls(), control => (string?)control["label"] == "Sources (changed)");

        var sources = await room.Ana.Clicks(answer, "Sources (changed)").WaitForAnswerAsync();
        Assert.Contains("has changed since this answer", sources.Text, StringComparison.Ordinal);
        var context = await room.Ana.Clicks(answer, "Show in context (changed)").WaitForAnswerAsync();
        Assert.Contains("no longer stand there", context.Text, StringComparison.Ordinal);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task A_private_answer_cannot_be_edited_later_but_its_buttons_say_that_a_source_is_gone()
    {
        await using var room = await StartAsync();
        var answer = await room.Ana.Runs(room.General, "ask", ("question", "When will the Ilver bridge reopen?"), ("private", true)).WaitForAnswerAsync();
        Articles(room).Remove("bridge");
        await ReloadAsync(room);
        var sources = await room.Ana.Clicks(answer, "Sources").WaitForAnswerAsync();
        Assert.Contains("is no longer in the archive", sources.Text, StringComparison.Ordinal);
        var context = await room.Ana.Clicks(answer, "Show in context").WaitForAnswerAsync();
        Assert.Contains("is no longer in the archive", context.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_came_while_the_bot_was_away_is_marked_at_its_next_start()
    {
        await using var room = await StartAsync();
        var asked = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} When will the Ilver bridge reopen?");
        var answer = await room.General.WaitForBotAsync(asked);
        await room.StopAsync();
        Articles(room).Remove("bridge");
        room.Discord.ClientRestarts();
        await room.StartAsync();
        await answer.WaitForAsync(message => message.Text.Contains("is no longer in the archive", StringComparison.Ordinal));
        room.AssertGoodConduct();
    }

    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static OwnArticles Articles(Newsroom room) => new OwnArticles(room.Sources[0])
        .Put("bridge", "Ilver bridge to reopen", Bridge, Now)
        .Put("market", "Market hall opens in Quarrow", Market, Now);

    private async Task<Newsroom> StartAsync()
    {
        var room = await Newsroom.OpenAsync(seeds);
        room.Sources = [Path.Combine(Path.GetDirectoryName(room.DataFolder)!, "articles.jsonl")];
        Articles(room);
        await room.StartAsync();
        return room;
    }

    /// <summary>By the admin, as everybody would; the answers are then looked at within seconds.</summary>
    private static async Task ReloadAsync(Newsroom room)
    {
        var report = await room.Admin.Runs(room.General, "reload").WaitForAnswerAsync();
        await report.WaitForAsync(message => message.Text.Contains("revision", StringComparison.Ordinal));
    }
}
