using System.Text.Json;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;
using NewsBot.Discord.Tests.Support;

namespace NewsBot.Discord.Tests.Rest;

/// <summary>What goes out over REST.</summary>
public sealed class RestSendingTests
{
    private static readonly Snowflake Channel = new(12);
    private static readonly Snowflake Id = new(55);

    public static TheoryData<string> AllSends => ["create", "edit", "respond", "update", "edit original", "follow up", "edit follow up"];

    [Theory]
    [MemberData(nameof(AllSends))]
    public async Task Every_message_on_every_way_states_that_it_pings_nobody(string send)
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(200, Samples.MessageJson);
        await using var client = RunningClient.Make(server);
        var draft = new MessageDraft { Content = "@everyone" };
        var edit = new MessageEdit { Content = "@everyone" };
        var none = CancellationToken.None;
        await (send switch
        {
            "create" => client.Client.CreateMessageAsync(Channel, draft, null, none),
            "edit" => client.Client.EditMessageAsync(Channel, Id, edit, none),
            "respond" => client.Client.RespondAsync(Samples.Handle(), new MessageResponse(draft), none),
            "update" => client.Client.RespondAsync(Samples.Handle(), new UpdateMessageResponse(edit), none),
            "edit original" => client.Client.EditOriginalAsync(Samples.Handle(), edit, none),
            "follow up" => client.Client.FollowUpAsync(Samples.Handle(), draft, none),
            _ => (Task)client.Client.EditFollowUpAsync(Samples.Handle(), Id, edit, none),
        });

        var body = JsonDocument.Parse(Assert.Single(server.Requests).Body).RootElement;
        var message = body.TryGetProperty("data", out var data) ? data : body;
        Assert.Equal("""{"parse":[],"replied_user":false}""", message.GetProperty("allowed_mentions").GetRawText());
        Assert.Equal("@everyone", message.GetProperty("content").GetString());
    }

    [Fact]
    public async Task Requests_carry_user_agent_and_token_and_those_of_interactions_no_token()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(200, Samples.MessageJson);
        await using var client = RunningClient.Make(server, options => (options.ProjectUrl, options.ProjectVersion) = (new Uri("https://example.org/bot"), "1.2.3"));
        await client.Client.CreateMessageAsync(Channel, new MessageDraft { Content = "x" }, null, CancellationToken.None);
        await client.Client.EditOriginalAsync(Samples.Handle(), new MessageEdit { Content = "x" }, CancellationToken.None);
        await client.Client.TriggerTypingAsync(Channel, CancellationToken.None);

        var (create, edit, typing) = server.Requests.ToArray() is [var a, var b, var c] ? (a, b, c) : default;
        Assert.Equal("DiscordBot (https://example.org/bot, 1.2.3)", create!.Headers["User-Agent"]);
        Assert.Equal("Bot " + RunningClient.Token, create.Headers["Authorization"]);
        Assert.Equal("application/json", create.Headers["Content-Type"]);
        Assert.False(edit!.Headers.ContainsKey("Authorization"));
        Assert.Equal("webhooks/901/secret-interaction-token-2100/messages/@original", edit.Path);
        Assert.Equal("0", typing!.Headers["Content-Length"]);
    }

    [Fact]
    public async Task A_reply_names_its_target_and_does_not_fail_when_that_is_gone()
    {
        var body = await BodyOfAsync(client => client.CreateMessageAsync(
            Channel, new MessageDraft { Content = "x", ReplyTo = Id, AllowedMentions = new AllowedMentions { Users = [new(14)], RepliedUser = true } }, "n1", CancellationToken.None));
        Assert.Equal("""{"message_id":"55","fail_if_not_exists":false}""", body.GetProperty("message_reference").GetRawText());
        Assert.Equal("""{"parse":[],"users":["14"],"replied_user":true}""", body.GetProperty("allowed_mentions").GetRawText());
        Assert.Equal(("n1", true), (body.GetProperty("nonce").GetString(), body.GetProperty("enforce_nonce").GetBoolean()));
    }

    [Fact]
    public async Task An_edit_leaves_out_what_stays_and_writes_what_is_removed()
    {
        var body = await BodyOfAsync(client => client.EditMessageAsync(Channel, Id, new MessageEdit { Components = [] }, CancellationToken.None));
        Assert.Equal("[]", body.GetProperty("components").GetRawText());
        Assert.False(body.TryGetProperty("content", out _));
        Assert.False(body.TryGetProperty("embeds", out _));
    }

    [Fact]
    public async Task Embeds_rows_buttons_and_selects_are_written_as_Discord_wants_them()
    {
        var body = await BodyOfAsync(client => client.CreateMessageAsync(Channel, new MessageDraft
        {
            Flags = MessageFlags.SuppressEmbeds,
            Embeds = [new Embed { Title = "T", Description = "d", Color = 255, Fields = [new EmbedField("n", "v", true)], Footer = new EmbedFooter("f") }],
            Components =
            [
                new ActionRow([new Button { Style = ButtonStyle.Primary, Label = "L", CustomId = "v1:a" }, new Button { Style = ButtonStyle.Link, Url = "https://e.org", Disabled = true }]),
                new ActionRow([new StringSelect { CustomId = "v1:s", Options = [new SelectOption("l", "v")] }]),
            ],
        }, null, CancellationToken.None));
        Assert.Equal("""[{"title":"T","description":"d","color":255,"footer":{"text":"f"},"fields":[{"name":"n","value":"v","inline":true}]}]""", body.GetProperty("embeds").GetRawText());
        Assert.Equal(
            """[{"type":1,"components":[{"type":2,"style":1,"label":"L","custom_id":"v1:a"},{"type":2,"style":5,"url":"https://e.org","disabled":true}]},{"type":1,"components":[{"type":3,"options":[{"label":"l","value":"v"}],"custom_id":"v1:s"}]}]""",
            body.GetProperty("components").GetRawText());
        Assert.Equal(4, body.GetProperty("flags").GetInt32());
    }

    [Theory]
    [InlineData(true, """{"type":5,"data":{"flags":64}}""")]
    [InlineData(false, """{"type":5,"data":{}}""")]
    public async Task A_deferral_carries_nothing_but_whether_it_is_private(bool ephemeral, string json)
    {
        var body = await BodyOfAsync(client => client.RespondAsync(Samples.Handle(), new DeferredMessageResponse(ephemeral), CancellationToken.None), 204);
        Assert.Equal(json, body.GetRawText());
    }

    [Fact]
    public async Task Suggestions_and_forms_are_written_as_Discord_wants_them()
    {
        var choices = await BodyOfAsync(client => client.RespondAsync(Samples.Handle(), new AutocompleteResponse([new OptionChoice("Reuters", "src_1")]), CancellationToken.None), 204);
        Assert.Equal("""{"type":8,"data":{"choices":[{"name":"Reuters","value":"src_1"}]}}""", choices.GetRawText());

        var modal = new Modal("fb:1", "Feedback", [new Label("What?", new TextInput { CustomId = "why", Style = TextInputStyle.Paragraph, MaxLength = 1000, Required = true })]);
        var form = await BodyOfAsync(client => client.RespondAsync(Samples.Handle(), new ModalResponse(modal), CancellationToken.None), 204);
        Assert.Equal(
            """{"type":9,"data":{"custom_id":"fb:1","title":"Feedback","components":[{"type":18,"label":"What?","component":{"type":4,"custom_id":"why","style":2,"max_length":1000,"required":true}}]}}""",
            form.GetRawText());
    }

    [Fact]
    public async Task Files_go_as_parts_beside_the_JSON()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(200, Samples.MessageJson);
        await using var client = RunningClient.Make(server);
        await client.Client.CreateMessageAsync(
            Channel, new MessageDraft { Content = "see file", Files = [new MessageFile("answer.txt", "long text"u8.ToArray(), "the rest")] }, null, CancellationToken.None);

        var seen = Assert.Single(server.Requests);
        Assert.StartsWith("multipart/form-data; boundary=", seen.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("name=payload_json", seen.Text, StringComparison.Ordinal);
        Assert.Contains("""
            "attachments":[{"id":0,"filename":"answer.txt","description":"the rest"}]
            """, seen.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"files[0]\"; filename=answer.txt", seen.Text, StringComparison.Ordinal);
        Assert.Contains("long text", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_are_written_for_the_bots_own_application_and_read_back_the_same()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        var stored = "[]";
        server.Rest = request =>
        {
            if (request.Path == "applications/@me")
                return new Scripted(200, """{"id":"901","name":"newsbot","flags":0}""");
            if (request.Method == "PUT")
                stored = request.Text;
            return new Scripted(200, stored);
        };
        await using var client = RunningClient.Make(server);
        var commands = CommandSamples.Set();

        var written = await client.Client.OverwriteCommandsAsync(null, commands, CancellationToken.None);
        var read = await client.Client.GetCommandsAsync(null, CancellationToken.None);

        Assert.True(CommandSet.Same(commands, written.Value!));
        Assert.True(CommandSet.Same(commands, read.Value!));
        var requests = server.Requests.ToArray();
        Assert.Equal(["applications/@me", "applications/901/commands", "applications/901/commands"], requests.Select(r => r.Path));
        Assert.Equal("?with_localizations=true", requests[2].Query);
        Assert.Contains("\"default_member_permissions\":\"32\"", stored, StringComparison.Ordinal);
        Assert.Contains("\"contexts\":[0,1]", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emoji_of_reactions_are_encoded()
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(204);
        await using var client = RunningClient.Make(server);
        Assert.True((await client.Client.AddReactionAsync(Channel, Id, "👍", CancellationToken.None)).Succeeded);
        Assert.Equal("channels/12/messages/55/reactions/%F0%9F%91%8D/@me", Assert.Single(server.Requests).Path);
    }

    private static async Task<JsonElement> BodyOfAsync<T>(Func<IDiscordClient, Task<T>> send, int status = 200)
    {
        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(status, Samples.MessageJson);
        await using var client = RunningClient.Make(server);
        await send(client.Client);
        return JsonDocument.Parse(Assert.Single(server.Requests).Body).RootElement;
    }
}
