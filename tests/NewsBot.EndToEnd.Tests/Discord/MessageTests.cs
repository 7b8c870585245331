using NewsBot.EndToEnd.Tests.Discord.Support;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeDiscord.Gateway;
using NewsBot.FakeDiscord.Rest;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.World;

namespace NewsBot.EndToEnd.Tests.Discord;

/// <summary>Questions in messages: mentions, replies, direct messages, threads.</summary>
[Collection(DiscordTests.Name)]
public sealed class MessageTests(SeededBot seeds)
{
    private const string Question = "who said multipolar world?";

    [Fact]
    public async Task A_mention_is_answered_in_a_reply_and_other_messages_are_not()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        room.Ana.Says(room.General, "who said anything at all?");
        room.Ana.Says(room.General, "@everyone look at this");
        var asked = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {Question}");
        var answer = await room.General.WaitForBotAsync(asked);
        Assert.Equal(asked.Id, answer.ReplyToId);
        Assert.Contains("Alexander Lukashenko", answer.Text, StringComparison.Ordinal);
        Assert.True(room.General.BotTypingCount > 0);
        Assert.Single(room.General.OfBot());
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task The_bots_own_role_counts_as_a_mention_and_without_the_text_it_points_to_ask()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var asked = room.Ana.Says(room.General, $"<@&{room.Guild.BotRole!.Id}> {Question}");
        var answer = await room.General.WaitForBotAsync(asked);
        Assert.Contains("/ask", answer.Text, StringComparison.Ordinal);
        Assert.Equal(asked.Id, answer.ReplyToId);
    }

    [Fact]
    public async Task A_bare_mention_gets_short_help()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var help = await room.General.WaitForBotAsync(room.Ana.Says(room.General, room.Discord.Bot.Mention));
        Assert.Contains("/ask", help.Text, StringComparison.Ordinal);
        Assert.True(help.Text.Length < 400);
    }

    [Fact]
    public async Task A_direct_message_needs_no_mention()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var asked = room.Ana.SaysDirectly(Question);
        var answer = await asked.Channel.WaitForBotAsync(asked);
        Assert.Contains("Alexander Lukashenko", answer.Text, StringComparison.Ordinal);
        var command = await room.Ana.Runs(asked.Channel, "help").WaitForAnswerAsync();
        Assert.Contains("/whosaid", command.Text.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => room.Ana.Runs(asked.Channel, "status"));
        var admin = room.Ana.SaysDirectly("/status");
        Assert.Contains("for admins", (await asked.Channel.WaitForBotAsync(admin)).Text, StringComparison.Ordinal);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task A_reply_to_an_answer_is_a_question_also_in_a_thread()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var first = await room.General.WaitForBotAsync(room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {Question}"));
        var reply = room.Ana.Says(room.General, "what did Teodor Quist say?", replyTo: first);
        Assert.Contains("Quist", (await room.General.WaitForBotAsync(reply)).Text, StringComparison.Ordinal);
        var thread = room.General.StartThread(first, "more");
        var inside = room.Ana.Says(thread, $"{room.Discord.Bot.Mention} {Question}");
        Assert.Contains("Lukashenko", (await thread.WaitForBotAsync(inside)).Text, StringComparison.Ordinal);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task Each_person_has_a_conversation_of_their_own_in_each_channel_and_thread()
    {
        var held = new HeldCommand();
        held.Release();
        await using var room = await Newsroom.StartedAsync(seeds, also: held);
        var ben = room.Guild.AddMember("ben");
        var first = await room.Ana.Runs(room.General, "held", ("text", "1")).WaitForAnswerAsync();
        var reply = room.Ana.Says(room.General, "/held 2", replyTo: await room.General.WaitForBotAsync(room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} /held 3")));
        await room.General.WaitForBotAsync(reply);
        var opener = room.Ana.Clicks(first, "Ask more");
        await opener.WaitForModalAsync();
        await room.Ana.Submits(opener, ("question", "/held 4")).WaitForAnswerAsync();
        await ben.Runs(room.General, "held", ("text", "5")).WaitForAnswerAsync();
        var thread = room.General.StartThread(first, "more");
        await thread.WaitForBotAsync(room.Ana.Says(thread, $"{room.Discord.Bot.Mention} /held 6"));
        var direct = room.Ana.SaysDirectly("/held 7");
        await direct.Channel.WaitForBotAsync(direct);

        var conversations = held.Calls.OrderBy(call => call.Text, StringComparer.Ordinal).Select(call => call.Conversation).ToList();
        Assert.Equal(7, conversations.Count);
        Assert.Single(conversations.Take(4).Distinct()); // Ana in the channel, whichever way she asks.
        Assert.Equal(4, conversations.Distinct().Count());
    }

    [Fact]
    public async Task An_answer_to_a_question_that_was_deleted_can_be_deleted_by_the_asker()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var asked = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {Question}");
        var answer = await room.General.WaitForBotAsync(asked);
        room.Ana.Deletes(asked);
        room.Ana.Clicks(answer, "Delete");
        await room.Discord.WaitUntilAsync(() => answer.Deleted, "the answer to go");
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task A_question_that_is_deleted_while_it_is_answered_gets_no_answer()
    {
        var held = new HeldCommand();
        await using var room = await Newsroom.StartedAsync(seeds, also: held, with: settings => settings with { Workers = 1 });
        var asked = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} /held gone");
        await room.Discord.WaitUntilAsync(() => held.Entered == 1, "the question to be taken up");
        room.Ana.Deletes(asked);
        var behind = room.Ana.Says(room.General, room.Discord.Bot.Mention); // Its help shows that the deletion has arrived.
        await room.General.WaitForBotAsync(behind);
        held.Release();
        var last = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} /held last"); // The one worker comes to it when it is done with the other.
        Assert.Contains("released: last", (await room.General.WaitForBotAsync(last)).Text, StringComparison.Ordinal);
        Assert.Equal(2, room.General.OfBot().Count);
    }

    [Fact]
    public async Task Bots_webhooks_and_the_bot_itself_are_ignored()
    {
        await using var room = await Newsroom.StartedAsync(seeds, with: settings => settings with { Workers = 1 });
        var other = room.Guild.AddMember(room.Discord.CreateUser("otherbot", bot: true));
        other.Says(room.General, $"{room.Discord.Bot.Mention} {Question}");
        room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {Question}", asWebhook: true);
        room.Discord.Bot.Says(room.General, $"{room.Discord.Bot.Mention} {Question}");
        var asked = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {Question}");
        await room.Discord.WaitUntilAsync(() => room.General.OfBot().Any(message => message.ReplyToId == asked.Id), "the answer behind them");
        Assert.Equal(2, room.General.OfBot().Count); // What the test let it say, and the one answer.
    }

    [Fact]
    public async Task No_privileged_intent_is_asked_for()
    {
        Assert.Equal(0, (int)(NewsBot.Discord.DiscordFrontEnd.Wanted & NewsBot.Discord.Model.Intents.Privileged));
        await using var room = await Newsroom.StartedAsync(seeds);
        Assert.Equal(Intents.None, room.Discord.Options.PrivilegedIntents);
        Assert.All(room.Discord.Connections, connection => Assert.Null(connection.ServerCloseCode));
    }

    [Fact]
    public async Task An_edited_question_is_answered_anew_in_the_same_message_and_a_link_preview_is_no_edit()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var asked = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {Question}");
        var answer = await room.General.WaitForBotAsync(asked);
        asked.Unfurls();
        room.Ana.Edits(asked, $"{room.Discord.Bot.Mention} what did Teodor Quist say?");
        await answer.WaitForAsync(message => message.Text.Contains("Quist", StringComparison.Ordinal));
        Assert.Single(room.General.OfBot());
        Assert.Equal(2, answer.Versions.Count);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task A_question_that_is_edited_while_it_is_answered_gets_one_answer_to_what_it_says_in_the_end()
    {
        var held = new HeldCommand();
        await using var room = await Newsroom.StartedAsync(seeds, also: held);
        var asked = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} /held first");
        await room.Discord.WaitUntilAsync(() => held.Entered == 1, "the question to be taken up");
        room.Ana.Edits(asked, $"{room.Discord.Bot.Mention} /held second");
        var behind = room.Ana.Says(room.General, room.Discord.Bot.Mention); // Its help shows that the edit has arrived.
        await room.General.WaitForBotAsync(behind);
        held.Release();
        await room.Discord.WaitUntilAsync(() => room.General.OfBot().Any(message => message.ReplyToId == asked.Id), "the answer");
        var answer = room.General.OfBot().Single(message => message.ReplyToId == asked.Id);
        Assert.Contains("released: second", answer.Text, StringComparison.Ordinal);
        Assert.Single(answer.Versions);
        Assert.Equal(2, held.Entered);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task A_question_that_is_edited_while_its_answer_is_on_the_way_is_answered_anew_in_the_same_message()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        room.Discord.RestFaults.Add("POST channels/{channel}/messages", RestFault.Delay(TimeSpan.FromSeconds(1)));
        var asked = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {Question}");
        var answer = await room.General.WaitForBotAsync(asked); // It is there, and the bot does not know it yet.
        room.Ana.Edits(asked, $"{room.Discord.Bot.Mention} what did Teodor Quist say?");
        await answer.WaitForAsync(message => message.Text.Contains("Quist", StringComparison.Ordinal));
        Assert.Single(room.General.OfBot());
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task A_file_that_comes_with_a_message_is_not_read_and_the_asker_is_told_so()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var only = room.Ana.Says(room.Ana.DirectChannel(), "", files: ["message.txt"]);
        Assert.Contains("I do not read files", (await only.Channel.WaitForBotAsync(only)).Text, StringComparison.Ordinal);
        var bare = room.Ana.Says(room.General, room.Discord.Bot.Mention, files: ["message.txt"]);
        Assert.Contains("I do not read files", (await room.General.WaitForBotAsync(bare)).Text, StringComparison.Ordinal);
        var both = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {Question}", files: ["quote.png"]);
        var answer = await room.General.WaitForBotAsync(both);
        Assert.Contains("Lukashenko", answer.Text, StringComparison.Ordinal);
        Assert.Contains("files in your message were not read", answer.Text, StringComparison.Ordinal);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task A_reply_without_the_right_to_read_history_is_sent_without_the_reference()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        room.General.DenyBot(Permission.ReadMessageHistory);
        var asked = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {Question}");
        var answer = await room.General.WaitForBotAsync(asked);
        Assert.Null(answer.ReplyToId);
        Assert.Contains("Lukashenko", answer.Text, StringComparison.Ordinal);
        Assert.False(answer.Pinged.Any);
    }

    [Fact]
    public async Task A_missing_permission_is_named_to_the_asker_and_once_a_day_to_the_owner_and_not_tried_again()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        room.General.DenyBot(Permission.SendMessages);
        room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {Question}");
        var told = await room.Ana.DirectChannel().WaitForBotAsync();
        Assert.Contains("Send Messages", told.Text, StringComparison.Ordinal);
        var admin = await room.Admin.DirectChannel().WaitForBotAsync();
        Assert.Contains("Send Messages", admin.Text, StringComparison.Ordinal);

        room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} again?");
        var ben = room.Guild.AddMember("ben");
        ben.Says(room.General, $"{room.Discord.Bot.Mention} {Question}");
        await ben.DirectChannel().WaitForBotAsync();
        await room.Discord.WaitUntilAsync(() => Refused(room) == 3, "the third refusal");
        Assert.Single(room.Admin.DirectChannel().OfBot());
        Assert.Single(room.Ana.DirectChannel().OfBot());
        Assert.Empty(room.General.OfBot());
        Assert.Equal(3, Refused(room));
        Assert.DoesNotContain(room.Discord.Requests, request => request.Status == 429);
    }

    [Fact]
    public async Task Where_only_embeds_are_not_allowed_the_bot_says_so_in_plain_words()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        room.General.DenyBot(Permission.EmbedLinks);
        var asked = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {Question}");
        var said = await room.General.WaitForBotAsync(asked);
        await said.WaitForAsync(message => message.Content.Contains("Embed Links", StringComparison.Ordinal));
        Assert.Contains("Embed Links", (await room.Admin.DirectChannel().WaitForBotAsync()).Content, StringComparison.Ordinal);
        Assert.Empty(said.Controls());
        Assert.Single(room.General.OfBot());
        var command = await room.Ana.Runs(room.General, "whosaid", ("text", "multipolar world")).WaitForAnswerAsync();
        Assert.Contains("Lukashenko", command.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_mentions_the_bot_too_often_is_told_once_and_not_each_time()
    {
        await using var room = await Newsroom.StartedAsync(seeds, with: settings => settings with { UserRequestsPerMinute = 1 });
        await room.General.WaitForBotAsync(room.Ana.Says(room.General, room.Discord.Bot.Mention));
        for (var i = 0; i < 5; i++)
            room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {Question}");
        var ben = room.Guild.AddMember("ben");
        ben.Says(room.General, room.Discord.Bot.Mention);
        await room.Discord.WaitUntilAsync(() => room.General.OfBot().Count == 3, "the help for ben");
        Assert.Single(room.General.OfBot(), message => message.Content.Contains(":R>", StringComparison.Ordinal));
        Assert.Equal(3, room.General.OfBot().Count);
    }

    [Fact]
    public async Task A_deleted_channel_and_an_outage_do_no_harm()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var other = room.Guild.CreateChannel("other");
        room.Ana.Says(other, $"{room.Discord.Bot.Mention} {Question}");
        other.Delete();
        room.Guild.BeginOutage();
        room.Guild.EndOutage();
        var asked = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {Question}");
        Assert.Contains("Lukashenko", (await room.General.WaitForBotAsync(asked)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_whose_sending_was_stored_but_not_confirmed_is_there_once()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        room.Discord.RestFaults.Add("POST channels/{channel}/messages", RestFault.CutAfterStoring());
        var asked = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} {Question}");
        await room.General.WaitForBotAsync(asked);
        await room.General.WaitForBotAsync(room.Ana.Says(room.General, room.Discord.Bot.Mention));
        Assert.Equal(2, room.General.OfBot().Count);
        Assert.Equal(0, room.Discord.DuplicateMessages);
    }

    private static int Refused(Newsroom room) =>
        room.Discord.Requests.Count(request => request.Path.Contains($"{room.General.Id}/messages", StringComparison.Ordinal) && request.Status == 403);
}
