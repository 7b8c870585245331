using Microsoft.Extensions.DependencyInjection;
using NewsBot.Discord.Answers;
using NewsBot.Discord.Model;
using NewsBot.EndToEnd.Tests.Discord.Support;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeDiscord.Scripting;
using Message = NewsBot.FakeDiscord.World.Message;

namespace NewsBot.EndToEnd.Tests.Discord;

/// <summary>Follow-ups take what they leave out from the answer that they follow, and from no other.</summary>
[Collection(DiscordTests.Name)]
public sealed class FollowUpTests(SeededBot seeds)
{
    private const string Speaker = "who said multipolar world?";
    private const string President = "who is the president of Kelmar?";
    private const string Assumed = "follow-up";

    /// <summary>The bot learns under which id its message is shown only when Discord has it, and keeps that then.</summary>
    private static async Task<Message> KeptAsync(Newsroom room, Task<Message> shown)
    {
        var message = await shown;
        var answers = room.Services.GetRequiredService<AnswerStore>();
        await room.Discord.WaitUntilAsync(() => answers.ShownIn(new Snowflake(message.Id)) is not null, "the answer to be kept");
        return message;
    }

    [Fact]
    public async Task A_direct_message_goes_on_where_the_last_answer_ended()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var first = room.Ana.SaysDirectly(Speaker);
        await first.Channel.WaitForBotAsync(first);
        var more = room.Ana.SaysDirectly("what else did he say?");
        var answer = await more.Channel.WaitForBotAsync(more);
        Assert.Contains("Alexander Lukashenko", answer.Text, StringComparison.Ordinal);
        Assert.Contains(Assumed, answer.Text, StringComparison.Ordinal);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task Two_users_of_one_channel_never_share_what_was_asked()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var ben = room.Guild.AddMember("ben");
        await room.General.WaitForBotAsync(room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {President}"));
        await room.General.WaitForBotAsync(ben.Says(room.General, $"{room.Discord.Bot.Mention} {Speaker}"));
        var ana = await room.General.WaitForBotAsync(room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} what did she say?"));
        Assert.Contains("Ilsa Tovrin", ana.Text, StringComparison.Ordinal);
        var third = room.Guild.AddMember("cleo");
        var cleo = await room.General.WaitForBotAsync(third.Says(room.General, $"{room.Discord.Bot.Mention} what did she say?"));
        Assert.DoesNotContain(Assumed, cleo.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tovrin", cleo.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_follows_the_answer_that_it_replies_to_also_after_a_restart()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var first = await KeptAsync(room, room.General.WaitForBotAsync(room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {President}")));
        await room.General.WaitForBotAsync(room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {Speaker}"));
        var before = await KeptAsync(room, room.General.WaitForBotAsync(room.Ana.Says(room.General, "what did she say?", replyTo: first)));
        Assert.Contains("Ilsa Tovrin", before.Text, StringComparison.Ordinal);
        await room.RestartAsync();
        var after = await room.General.WaitForBotAsync(room.Ana.Says(room.General, "how old is she?", replyTo: before));
        Assert.Contains("Ilsa Tovrin", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_a_command_s_answer_follows_that_answer()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var answer = await room.Ana.Runs(room.General, "ask", ("question", President)).WaitForAnswerAsync();
        await room.Ana.Runs(room.General, "ask", ("question", "Who directed \"The Last Keeper\"?")).WaitForAnswerAsync();
        var opener = room.Ana.Clicks(answer, "Ask more");
        await opener.WaitForModalAsync();
        var more = await room.Ana.Submits(opener, ("question", "what did she say?")).WaitForAnswerAsync();
        Assert.Contains("Ilsa Tovrin", more.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_on_an_answer_goes_on_with_that_answer()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var first = await KeptAsync(room, room.General.WaitForBotAsync(room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {President}")));
        var thread = room.General.StartThread(first, "more");
        var inside = await thread.WaitForBotAsync(room.Ana.Says(thread, $"{room.Discord.Bot.Mention} what did she say?"));
        Assert.Contains("Ilsa Tovrin", inside.Text, StringComparison.Ordinal);
        var next = await thread.WaitForBotAsync(room.Ana.Says(thread, $"{room.Discord.Bot.Mention} {Speaker}"));
        Assert.Contains("Lukashenko", next.Text, StringComparison.Ordinal);
        var last = await thread.WaitForBotAsync(room.Ana.Says(thread, $"{room.Discord.Bot.Mention} what else did he say?"));
        Assert.Contains("Lukashenko", last.Text, StringComparison.Ordinal);
    }
}
