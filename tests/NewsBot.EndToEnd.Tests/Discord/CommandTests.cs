using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.EndToEnd.Tests.Discord.Support;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeDiscord.Interactions;
using NewsBot.FakeDiscord.Scripting;

namespace NewsBot.EndToEnd.Tests.Discord;

/// <summary>Slash commands, their menu and their suggestions.</summary>
[Collection(DiscordTests.Name)]
public sealed class CommandTests(SeededBot seeds)
{
    [Fact]
    public async Task A_slash_command_is_acknowledged_and_then_answered_with_linked_citations()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var asked = room.Ana.Runs(room.General, "whosaid", ("text", "multipolar world"));
        var answer = await asked.WaitForAnswerAsync();
        Assert.Equal(CallbackKind.DeferredMessage, asked.AcknowledgedAs);
        Assert.Contains("Alexander Lukashenko", answer.Text, StringComparison.Ordinal);
        Assert.Contains("TASS", answer.Text, StringComparison.Ordinal);
        Assert.Matches(@"<t:\d+:[a-zA-Z]>", answer.Text);
        Assert.Contains("17 August 2023", answer.Text, StringComparison.Ordinal);
        Assert.Contains("As of revision", answer.Text, StringComparison.Ordinal);
        Assert.Single(answer.Embeds);
        Assert.False(answer.IsEphemeral);

        var talks = await room.Ana.Runs(room.General, "whosaid", ("text", "keep a lake alive")).WaitForAnswerAsync();
        Assert.Contains("Teodor Quist", talks.Text, StringComparison.Ordinal);
        Assert.Contains("[1](https://wire.fiction.example/2023/03/14/lake-vessen-talks)", talks.Text, StringComparison.Ordinal);
        room.AssertGoodConduct();
    }

    [Theory]
    [InlineData("whosaid", "text", "multipolar world")]
    [InlineData("ask", "question", "Who signed the Lake Vessen treaty?")]
    [InlineData("quote", "text", "\"We came to keep a lake alive.\"")]
    [InlineData("ask", "question", "What is the capital of Atlantis?")]
    public async Task The_answer_is_the_one_that_the_console_gives(string command, string option, string text)
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var answer = await room.Ana.Runs(room.General, command, (option, text)).WaitForAnswerAsync();
        var console = await room.Services.GetRequiredService<CommandRouter>().AnswerAsync(
            new CommandCall { Command = command, Text = text, Caller = new Caller("console", IsAdmin: true) }, CancellationToken.None);
        var shown = Plain(answer.Text);
        foreach (var statement in console.Statements)
            Assert.Contains(Plain(statement.Text), shown, StringComparison.Ordinal);
        foreach (var citation in console.Citations)
            Assert.Contains(Plain(citation.Title), shown, StringComparison.Ordinal);
        if (console.Message is { } message)
            Assert.Contains(Plain(message), shown, StringComparison.Ordinal);
        Assert.NotEqual(0, console.Statements.Count + (console.Message?.Length ?? 0));
    }

    [Fact]
    public async Task Each_command_of_the_engine_is_registered_once_globally_and_a_second_start_writes_nothing()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var engine = room.Services.GetServices<ICommand>().Select(command => command.Definition).Where(definition => definition.IsListed).ToList();
        var registered = room.Discord.RegisteredCommands();
        Assert.Equal(engine.Select(definition => definition.Name).Order(), Typed(registered).Select(Name).Order());
        Assert.Empty(room.Discord.RegisteredCommands(room.Guild));
        Assert.Equal(1, room.Discord.CommandPuts);
        await room.RestartAsync();
        await room.Ana.Runs(room.General, "help").WaitForAnswerAsync();
        Assert.Equal(1, room.Discord.CommandPuts);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task A_command_that_was_once_registered_for_a_server_is_taken_out_so_that_the_menu_has_it_once()
    {
        await using var room = await Newsroom.OpenAsync(seeds);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org/trial, 1.0)");
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bot {room.Discord.Token}");
        using var trial = new StringContent("""[{"name":"ask","description":"A trial"},{"name":"other","description":"Not of this bot's menu"}]""", System.Text.Encoding.UTF8, "application/json");
        var put = await http.PutAsync(new Uri($"{room.Discord.ApiBaseUrl}/applications/{room.Discord.Bot.Id}/guilds/{room.Guild.Id}/commands"), trial);
        Assert.True(put.IsSuccessStatusCode);
        await room.StartAsync();
        await room.Discord.WaitUntilAsync(() => room.Discord.RegisteredCommands(room.Guild).Count == 1, "the leftover to go");
        Assert.Equal("other", Name(room.Discord.RegisteredCommands(room.Guild)[0]));
        Assert.Single(room.Discord.RegisteredCommands(), command => Name(command) == "ask");
    }

    [Fact]
    public async Task Commands_have_German_and_French_names_and_admin_commands_are_for_those_who_manage_a_server()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var registered = room.Discord.RegisteredCommands();
        var ask = Typed(registered).Single(command => Name(command) == "ask");
        Assert.Equal("frage", (string?)ask["name_localizations"]!["de"]);
        Assert.Equal("demander", (string?)ask["name_localizations"]!["fr"]);
        Assert.Contains("Artikeln", (string?)ask["description_localizations"]!["de"], StringComparison.Ordinal);
        Assert.Equal(["0", "1", "2"], ask["contexts"]!.AsArray().Select(context => context!.ToString()));
        Assert.All(Typed(registered), command => Assert.NotNull(command["name_localizations"]));
        foreach (var name in new[] { "reload", "status" })
        {
            var admin = Typed(registered).Single(command => Name(command) == name);
            Assert.Equal("32", (string?)admin["default_member_permissions"]);
            Assert.Equal(["0"], admin["contexts"]!.AsArray().Select(context => context!.ToString()));
        }
    }

    [Fact]
    public async Task An_admin_command_is_refused_in_code_to_somebody_whose_client_would_hide_it()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var refused = await room.Ana.RunsHidden(room.General, "status").WaitForAnswerAsync();
        Assert.True(refused.IsEphemeral);
        Assert.Contains("manage this server", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(room.DataFolder, refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_private_when_the_asker_wants_it_so()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var answer = await room.Ana.Runs(room.General, "whosaid", ("text", "multipolar world"), ("private", true)).WaitForAnswerAsync();
        Assert.True(answer.IsEphemeral);
        Assert.DoesNotContain(answer, room.Admin.SeesIn(room.General));
    }

    [Fact]
    public async Task Options_restrict_an_answer_and_a_date_that_cannot_be_read_is_told_to_the_asker_alone()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var within = await room.Ana.Runs(room.General, "said", ("person", "Lukashenko"), ("topic", "China"), ("from", "2023-08-01"), ("to", "August 2023")).WaitForAnswerAsync();
        Assert.Contains("Lukashenko", within.Text, StringComparison.Ordinal);
        Assert.Contains("TASS", within.Text, StringComparison.Ordinal);
        var outside = await room.Ana.Runs(room.General, "said", ("person", "Lukashenko"), ("from", "2024-01-01")).WaitForAnswerAsync();
        Assert.DoesNotContain("TASS", outside.Text, StringComparison.Ordinal);
        var wrong = await room.Ana.Runs(room.General, "said", ("person", "Lukashenko"), ("from", "one fine day")).WaitForAnswerAsync();
        Assert.True(wrong.IsEphemeral);
        Assert.Contains("one fine day", wrong.Text, StringComparison.Ordinal);
        var reversed = await room.Ana.Runs(room.General, "ask", ("question", "Who won?"), ("from", "2024-05-01"), ("to", "2023-05-01")).WaitForAnswerAsync();
        Assert.True(reversed.IsEphemeral);
    }

    [Fact]
    public async Task Speakers_titles_and_sources_are_suggested_from_the_archive()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        await room.Services.GetRequiredService<NewsBot.Discord.Menu.Suggestions>().RefreshAsync(CancellationToken.None);
        var people = await room.Ana.Types(room.General, "said", "person", "luka").WaitForChoicesAsync();
        Assert.Contains(people, choice => choice.Value.Contains("Lukashenko", StringComparison.Ordinal));
        var sources = await room.Ana.Types(room.General, "ask", "source", "ta").WaitForChoicesAsync();
        Assert.Contains(sources, choice => choice.Value == "TASS");
        var titles = await room.Ana.Types(room.General, "summary", "article", "vessen treaty").WaitForChoicesAsync();
        var title = Assert.Single(titles, choice => choice.Name.StartsWith("Lake Vessen treaty signed", StringComparison.Ordinal));
        var summary = await room.Ana.Runs(room.General, "summary", ("article", title.Value)).WaitForAnswerAsync();
        Assert.Contains("Lake Vessen treaty signed after three months of talks", summary.Text, StringComparison.Ordinal);
        Assert.Empty(await room.Ana.Types(room.General, "said", "person", "zzzz").WaitForChoicesAsync());
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task The_menu_of_a_message_checks_its_quotes_and_claims_for_the_clicker_alone()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var claim = room.Admin.Says(room.General, "He really said \"We are strong advocates for a multipolar world\", and Kelmar and Orvania signed a treaty on Lake Vessen.");
        var check = await room.Ana.UsesOn(claim, "Check against the articles").WaitForAnswerAsync();
        Assert.True(check.IsEphemeral);
        Assert.Contains("Verbatim", check.Text, StringComparison.Ordinal);
        Assert.Contains("Lukashenko", check.Text, StringComparison.Ordinal);
        Assert.Contains("Lake Vessen", check.Text, StringComparison.Ordinal);
        var nothing = await room.Ana.UsesOn(room.Admin.Says(room.General, "ok"), "Check against the articles").WaitForAnswerAsync();
        Assert.True(nothing.IsEphemeral);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task No_text_in_an_answer_pings_anybody_or_unfurls()
    {
        await using var room = await Newsroom.StartedAsync(seeds);
        var answer = await room.Ana.Runs(room.General, "ask", ("question", "@everyone <@&1> what is http://example.org/ about?")).WaitForAnswerAsync();
        Assert.False(answer.Pinged.Any);
        Assert.Equal("", answer.Content);
        var mention = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} what did @everyone say about Lake Vessen?");
        Assert.False((await room.General.WaitForBotAsync(mention)).Pinged.Any);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task Whatever_an_article_says_pings_nobody_formats_nothing_and_unfurls_nothing()
    {
        await using var room = await Newsroom.OpenAsync(seeds);
        room.Sources = [Path.Combine(Path.GetDirectoryName(room.DataFolder)!, "articles.jsonl")];
        new OwnArticles(room.Sources[0]).Put(
            "trap",
            "**Bold** ||spoiler|| `code` @everyone headline",
            "The harbour office of Quarrow told @everyone and <@&1> that ||the *crane*|| at [the pier](https://evil.example/) is \u202Eclosed until May, see https://evil.example/x for `more`.",
            TimeProvider.System.GetUtcNow());
        await room.StartAsync();
        var command = await room.Ana.Runs(room.General, "summary", ("article", "trap")).WaitForAnswerAsync();
        var mention = room.Ana.Says(room.General, $"{room.Discord.Bot.Mention} summarise trap");
        foreach (var answer in new[] { command, await room.General.WaitForBotAsync(mention) })
        {
            Assert.Contains("harbour office of Quarrow", answer.Text, StringComparison.Ordinal);
            Assert.False(answer.Pinged.Any);
            Assert.Equal("", answer.Content); // All is in the one card, where links do not unfurl.
            Assert.DoesNotContain("@everyone", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("](https://evil.example/)", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain('\u202E', answer.Text);
            Assert.Contains("\\|\\|", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("**Bold**", answer.Text, StringComparison.Ordinal);
        }

        room.AssertGoodConduct();
    }

    private static string Plain(string text) =>
        new([.. text.Where(c => c is not ('\\' or '*' or '\n') && !char.IsWhiteSpace(c))]);

    private static IEnumerable<JsonObject> Typed(IEnumerable<JsonObject> commands) => commands.Where(command => command["type"]?.ToString() is null or "1");

    private static string Name(JsonObject command) => (string)command["name"]!;
}
