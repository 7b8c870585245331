using Microsoft.Extensions.DependencyInjection;
using NewsBot.Discord.Answers;
using NewsBot.EndToEnd.Tests.Discord.Support;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeDiscord.Interactions;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.World;

namespace NewsBot.EndToEnd.Tests.Discord;

/// <summary>What the buttons under an answer do.</summary>
[Collection(DiscordTests.Name)]
public sealed class ButtonTests(SeededBot seeds)
{
    [Fact]
    public async Task Asking_more_opens_a_form_and_answers_in_a_message_of_its_own()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var answer = await AnswerAsync(room);
        var opener = room.Ana.Clicks(answer, "Ask more");
        await opener.WaitForModalAsync();
        var more = await room.Ana.Submits(opener, ("question", "what did Teodor Quist say?")).WaitForAnswerAsync();
        Assert.Contains("Quist", more.Text, StringComparison.Ordinal);
        Assert.NotEqual(answer.Id, more.Id);
        Assert.Contains(more.Controls(), control => (string?)control["label"] == "Ask more");
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task Show_in_context_gives_the_paragraph_with_the_quote_in_bold_to_the_clicker_alone()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var context = await room.Admin.Clicks(await AnswerAsync(room), "Show in context").WaitForAnswerAsync();
        Assert.True(context.IsEphemeral);
        Assert.Contains("We are strong advocates for a multipolar world", context.Text, StringComparison.Ordinal);
        Assert.Matches(@"\*\*[^*]*multipolar world[^*]*\*\*", context.Text);
        Assert.Contains("TASS", context.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_citation_can_be_chosen_in_the_context()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var answer = await room.Ana.Runs(room.General, "timeline", ("topic", "Lake Vessen treaty")).WaitForAnswerAsync();
        var context = await room.Ana.Clicks(answer, "Show in context").WaitForAnswerAsync();
        var before = context.Text;
        var choice = room.Ana.Selects(context, "Another citation", "2");
        Assert.Equal(CallbackKind.UpdateMessage, await choice.WaitForAckAsync());
        Assert.NotEqual(before, context.Text);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task Sources_lists_outlet_date_headline_and_link_of_each_article_to_the_clicker_alone()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var answer = await room.Ana.Runs(room.General, "whosaid", ("text", "keep a lake alive")).WaitForAnswerAsync();
        var sources = await room.Ana.Clicks(answer, "Sources").WaitForAnswerAsync();
        Assert.True(sources.IsEphemeral);
        Assert.Contains("**Fiction Wire**", sources.Text, StringComparison.Ordinal);
        Assert.Contains("14 March 2023", sources.Text, StringComparison.Ordinal);
        Assert.Contains("open talks on sharing Lake Vessen", sources.Text, StringComparison.Ordinal);
        Assert.Contains("(https://wire.fiction.example/2023/03/14/lake-vessen-talks)", sources.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_answer_can_be_shared_once_with_everyone()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var own = await room.Ana.Runs(room.General, "whosaid", ("text", "multipolar world"), ("private", true)).WaitForAnswerAsync();
        var share = room.Ana.Clicks(own, "Share with everyone");
        var shared = await share.WaitForFollowupAsync();
        Assert.False(shared.IsEphemeral);
        Assert.Contains("Alexander Lukashenko", shared.Text, StringComparison.Ordinal);
        Assert.Contains(room.Ana.Mention, shared.Content, StringComparison.Ordinal);
        Assert.False(shared.Pinged.Any);
        Assert.DoesNotContain(own.Controls(), control => (string?)control["label"] == "Share with everyone");
        Assert.Contains(shared, room.Admin.SeesIn(room.General));
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task Only_the_asker_and_moderators_delete_an_answer()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var answer = await AnswerAsync(room);
        var ben = room.Guild.AddMember("ben");
        Assert.Contains("Only the person who asked", (await ben.Clicks(answer, "Delete").WaitForAnswerAsync()).Text, StringComparison.Ordinal);
        Assert.False(answer.Deleted);
        room.Ana.Clicks(answer, "Delete");
        await room.Discord.WaitUntilAsync(() => answer.Deleted, "the answer to go");

        var mention = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} who said multipolar world?");
        var reply = await room.General.WaitForBotAsync(mention);
        room.Admin.Clicks(reply, "Delete");
        await room.Discord.WaitUntilAsync(() => reply.Deleted, "the reply to go");
    }

    [Fact]
    public async Task Votes_count_once_for_each_user_and_survive_a_restart()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var answer = await AnswerAsync(room);
        var thanks = await VoteAsync(room, room.Ana, answer, up: true);
        Assert.True(thanks.IsEphemeral);
        await VoteAsync(room, room.Ana, answer, up: true);
        await VoteAsync(room, room.Admin, answer, up: true);
        await room.RestartAsync();
        await VoteAsync(room, room.Ana, answer, up: false);
        Assert.Equal((1, 1), room.Services.GetRequiredService<AnswerStore>().Votes());
    }

    [Fact]
    public async Task Buttons_work_after_a_restart()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var answer = await AnswerAsync(room);
        await room.RestartAsync();
        Assert.Contains("multipolar world", (await room.Ana.Clicks(answer, "Show in context").WaitForAnswerAsync()).Text, StringComparison.Ordinal);
        var opener = room.Ana.Clicks(answer, "Ask more");
        await opener.WaitForModalAsync();
        Assert.Contains("Quist", (await room.Ana.Submits(opener, ("question", "what did Teodor Quist say?")).WaitForAnswerAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_of_an_answer_that_is_no_longer_kept_says_so_to_the_clicker()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var answer = await AnswerAsync(room);
        room.Services.GetRequiredService<NewsBot.Discord.State.DiscordStore>().Write("DELETE FROM answer");
        var gone = await room.Ana.Clicks(answer, "Sources").WaitForAnswerAsync();
        Assert.True(gone.IsEphemeral);
        Assert.Contains("no longer have that answer", gone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_answer_has_pages_that_the_asker_turns_for_all_and_others_for_themselves()
    {
        var held = new HeldCommand();
        held.Release();
        await using var room = await Newsroom.StartedAsync(seeds, also: held);
        var text = string.Join(' ', Enumerable.Range(0, 170).Select(i => $"word{i}"));
        var call = new AskedCall("held", text);
        var long1 = await room.Ana.Runs(room.General, "held", ("text", text[..900])).WaitForAnswerAsync();
        Assert.DoesNotContain(long1.Controls(), control => (string?)control["label"] == "Next");

        var pages = new GivenAnswer
        {
            Id = AnswerStore.NewId(), Asker = Id(room.Ana), IsPrivate = false, Calls = [call], At = TimeProvider.System.GetUtcNow(),
            Parts = [new AnswerPart(null, new NewsBot.Core.Answering.Answer { Status = NewsBot.Core.Answering.AnswerStatus.Answered, Message = string.Join('\n', Enumerable.Range(0, 9).Select(i => $"{i}: {text}")) })],
        };
        room.Services.GetRequiredService<AnswerStore>().Add(pages);
        var client = room.Services.GetRequiredService<NewsBot.Discord.IDiscordClient>();
        var sent = await client.CreateMessageAsync(Id(room.General.Id), NewsBot.Discord.Rendering.AnswerMessage.Of(pages).AsDraft, null, CancellationToken.None);
        Assert.True(sent.Succeeded);
        var message = room.General.OfBot()[^1];
        Assert.Contains("page 1 of", message.Text, StringComparison.Ordinal);
        Assert.Equal(CallbackKind.UpdateMessage, await room.Ana.Clicks(message, "Next").WaitForAckAsync());
        Assert.Contains("page 2 of", message.Text, StringComparison.Ordinal);
        var own = await room.Admin.Clicks(message, "Previous").WaitForAnswerAsync();
        Assert.True(own.IsEphemeral);
        Assert.Contains("page 1 of", own.Text, StringComparison.Ordinal);
        Assert.Contains("page 2 of", message.Text, StringComparison.Ordinal);
        room.AssertGoodConduct();
    }

    private static Task<Message> AnswerAsync(Newsroom room) =>
        room.Ana.Runs(room.General, "whosaid", ("text", "multipolar world")).WaitForAnswerAsync();

    private static Task<Message> VoteAsync(Newsroom room, User user, Message answer, bool up)
    {
        var ids = answer.Controls().Select(control => (string?)control["custom_id"] ?? "").ToList();
        Assert.NotNull(room);
        return user.Clicks(answer, ids.Single(id => id.Contains(up ? ":up:" : ":down:", StringComparison.Ordinal))).WaitForAnswerAsync();
    }

    private static NewsBot.Discord.Model.Snowflake Id(User user) => Id(user.Id);

    private static NewsBot.Discord.Model.Snowflake Id(ulong id) => new(id);
}
