using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.Tests.Support;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Tests.Rest;

public sealed class MessageTests
{
    private static JsonObject With(string json)
    {
        var body = (JsonObject)JsonNode.Parse(json)!;
        body["allowed_mentions"] ??= new JsonObject { ["parse"] = new JsonArray() };
        return body;
    }

    private static string Long(int length) => new('x', length);

    [Fact]
    public async Task A_message_without_allowed_mentions_is_stored_and_breaks_row_27()
    {
        await using var scene = await Scene.StartAsync();
        (await scene.Rest.PostAsync(scene.Messages, new JsonObject { ["content"] = "hello" })).Is(200);
        Assert.Equal([SheetRow.AllowedMentions], scene.Broken);
    }

    [Fact]
    public async Task Parse_and_a_list_of_the_same_kind_contradict_each_other()
    {
        await using var scene = await Scene.StartAsync();
        var body = With($$$"""{"content":"hello","allowed_mentions":{"parse":["users"],"users":["{{{scene.Ana.Id}}}"]}}""");
        var refused = (await scene.Rest.PostAsync(scene.Messages, body)).Is(400, 50035);
        Assert.NotNull(refused.ErrorAt("allowed_mentions.parse"));
        Assert.Equal([SheetRow.AllowedMentions], scene.Broken);
    }

    [Theory]
    [InlineData("""{"parse":[]}""", false, false, false)]
    [InlineData("""{"parse":["users"]}""", true, false, false)]
    [InlineData("""{"parse":["users","roles","everyone"]}""", true, true, true)]
    [InlineData("""{"parse":[],"users":["1"]}""", false, false, false)]
    [InlineData(null, true, true, true)]
    public async Task Whom_a_message_pings_follows_from_its_allowed_mentions(string? allowed, bool user, bool role, bool everyone)
    {
        await using var scene = await Scene.StartAsync();
        var powerful = scene.Server.CreateGuild("Powerful", Permission.Bot | Permission.MentionEveryone);
        var channel = powerful.CreateChannel("general");
        powerful.AddMember(scene.Ana);
        var readers = powerful.CreateRole("readers");
        var body = new JsonObject { ["content"] = $"@everyone {scene.Ana.Mention} {readers}" };
        if (allowed is not null)
            body["allowed_mentions"] = JsonNode.Parse(allowed);
        (await scene.Rest.PostAsync($"channels/{channel.Id}/messages", body)).Is(200);
        var pinged = Assert.Single(channel.Messages).Pinged;
        Assert.Equal((user, role, everyone), (pinged.Users.Contains(scene.Ana.Id), pinged.Roles.Contains(readers.Id), pinged.Everyone));
    }

    [Fact]
    public async Task Without_the_right_to_mention_everyone_nobody_is_pinged_by_it()
    {
        await using var scene = await Scene.StartAsync();
        (await scene.Rest.PostAsync(scene.Messages, With("""{"content":"@everyone @here","allowed_mentions":{"parse":["everyone"]}}"""))).Is(200);
        Assert.False(Assert.Single(scene.General.Messages).Pinged.Any);
    }

    [Fact]
    public async Task A_reply_pings_its_author_only_if_asked()
    {
        await using var scene = await Scene.StartAsync();
        var question = scene.Ana.Says(scene.General, "what changed?");
        (await scene.Rest.PostAsync(scene.Messages, With($$$"""{"content":"this","message_reference":{"message_id":"{{{question.Id}}}"}}"""))).Is(200);
        (await scene.Rest.PostAsync(scene.Messages, With($$$"""{"content":"this","message_reference":{"message_id":"{{{question.Id}}}"},"allowed_mentions":{"parse":[],"replied_user":true}}"""))).Is(200);
        Assert.False(scene.General.OfBot()[0].Pinged.Any);
        Assert.Contains(scene.Ana.Id, scene.General.OfBot()[1].Pinged.Users);
        Assert.Equal(question, scene.General.OfBot()[1].ReplyTo);
    }

    public static TheoryData<string, string> TooMuch => new()
    {
        { $$$"""{"content":"{{{Long(2001)}}}"}""", "content" },
        { $$$"""{"embeds":[{"title":"{{{Long(257)}}}"}]}""", "embeds.0.title" },
        { $$$"""{"embeds":[{"description":"{{{Long(4097)}}}"}]}""", "embeds.0.description" },
        { $$$"""{"embeds":[{"fields":[{"name":"a","value":"{{{Long(1025)}}}"}]}]}""", "embeds.0.fields.0.value" },
        { """{"embeds":[{"fields":[{"name":"","value":"b"}]}]}""", "embeds.0.fields.0.name" },
        { """{"embeds":[{"fields":[{"name":"a"}]}]}""", "embeds.0.fields.0.value" },
        { $$$"""{"embeds":[{"footer":{"text":"{{{Long(2049)}}}"}}]}""", "embeds.0.footer.text" },
        { $$$"""{"embeds":[{"author":{"name":"{{{Long(257)}}}"}}]}""", "embeds.0.author.name" },
        { $$$"""{"embeds":[{"description":"{{{Long(3001)}}}"},{"description":"{{{Long(3000)}}}"}]}""", "embeds" },
        { $$$"""{"embeds":[{{{string.Join(',', Enumerable.Repeat("{\"title\":\"t\"}", 11))}}}]}""", "embeds" },
        { $$$"""{"embeds":[{"fields":[{{{string.Join(',', Enumerable.Repeat("{\"name\":\"n\",\"value\":\"v\"}", 26))}}}]}]}""", "embeds.0.fields" },
        { """{"embeds":[{"title":"t","color":16777216}]}""", "embeds.0.color" },
        { """{"embeds":[{"title":"t","url":"javascript:x"}]}""", "embeds.0.url" },
        { """{"embeds":[{"title":"t","timestamp":"yesterday"}]}""", "embeds.0.timestamp" },
        { """{"content":"x","nonce":"12345678901234567890123456"}""", "nonce" },
        { """{"content":"x","flags":128}""", "flags" },
        { """{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"a"},{"type":2,"style":1,"label":"b","custom_id":"a"}]}]}""", "components.0.components.1.custom_id" },
        { $$$"""{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"{{{Long(81)}}}","custom_id":"a"}]}]}""", "components.0.components.0.label" },
        { $$$"""{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"{{{Long(101)}}}"}]}]}""", "components.0.components.0.custom_id" },
        { """{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"a"}]}]}""", "components.0.components.0.custom_id" },
        { """{"content":"x","components":[{"type":1,"components":[{"type":2,"style":5,"label":"a","url":"https://example.org","custom_id":"a"}]}]}""", "components.0.components.0.custom_id" },
        { """{"content":"x","components":[{"type":1,"components":[]}]}""", "components.0.components" },
        { """{"content":"x","components":[{"type":2,"style":1,"label":"a","custom_id":"a"}]}""", "components.0.type" },
        { $$$"""{"content":"x","components":[{{{string.Join(',', Enumerable.Range(0, 6).Select(row => $$$"""{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"{{{row}}}"}]}"""))}}}]}""", "components" },
        { """{"content":"x","components":[{"type":1,"components":[{"type":3,"custom_id":"s","options":[{"label":"a","value":"1"},{"label":"b","value":"1"}]}]}]}""", "components.0.components.0.options.1.value" },
        { """{"content":"x","flags":32768,"components":[{"type":10,"content":"y"}]}""", "content" },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public async Task What_is_over_a_limit_is_refused_at_its_path(string json, string path)
    {
        await using var scene = await Scene.StartAsync();
        var refused = (await scene.Rest.PostAsync(scene.Messages, With(json))).Is(400, 50035);
        Assert.True(refused.ErrorAt(path) is not null, refused.Text);
        Assert.Equal([SheetRow.Lengths], scene.Broken);
        Assert.Empty(scene.General.Messages);
    }

    [Fact]
    public async Task What_is_at_a_limit_passes_and_lengths_count_code_points()
    {
        await using var scene = await Scene.StartAsync();
        (await scene.Rest.PostAsync(scene.Messages, RawRest.Message(string.Concat(Enumerable.Repeat("📰", 2000))))).Is(200);
        (await scene.Rest.PostAsync(scene.Messages, With($$$"""{"embeds":[{"description":"{{{Long(4096)}}}"},{"description":"{{{Long(1904)}}}"}]}"""))).Is(200);
        (await scene.Rest.PostAsync(scene.Messages, With("""{"flags":32768,"components":[{"type":10,"content":"text"},{"type":1,"components":[{"type":2,"style":2,"label":"a","custom_id":"a"}]}]}"""))).Is(200);
        Assert.Empty(scene.Broken);
    }

    [Theory]
    [InlineData("""{"content":""}""")]
    [InlineData("""{"content":" \n\t "}""")]
    [InlineData("""{"embeds":[]}""")]
    [InlineData("""{}""")]
    public async Task An_empty_message_is_refused(string json)
    {
        await using var scene = await Scene.StartAsync();
        (await scene.Rest.PostAsync(scene.Messages, With(json))).Is(400, 50006);
        Assert.Equal([SheetRow.Lengths], scene.Broken);
    }

    [Fact]
    public async Task An_edit_changes_what_it_names_and_keeps_the_rest()
    {
        await using var scene = await Scene.StartAsync();
        var made = (await scene.Rest.PostAsync(scene.Messages, With("""{"content":"one","embeds":[{"title":"t"}]}"""))).Is(200);
        var path = $"{scene.Messages}/{made.Body!["id"]}";
        (await scene.Rest.PatchAsync(path, With("""{"content":"two"}"""))).Is(200);
        var message = Assert.Single(scene.General.Messages);
        Assert.Equal("two", message.Content);
        Assert.Single(message.Embeds);
        Assert.NotNull(message.EditedAt);
        (await scene.Rest.PatchAsync(path, With("""{"content":"","embeds":[]}"""))).Is(400, 50006);
        Assert.Equal("two", message.Content);
        (await scene.Rest.DeleteAsync(path)).Is(204);
        (await scene.Rest.DeleteAsync(path)).Is(404, 10008);
    }

    [Fact]
    public async Task Only_its_own_messages_are_edited_by_the_bot()
    {
        await using var scene = await Scene.StartAsync();
        var message = scene.Ana.Says(scene.General, "mine");
        (await scene.Rest.PatchAsync($"{scene.Messages}/{message.Id}", RawRest.Message("yours"))).Is(403, 50005);
        (await scene.Rest.DeleteAsync($"{scene.Messages}/{message.Id}")).Is(403, 50013);
    }

    [Fact]
    public async Task Edits_of_messages_older_than_an_hour_are_limited()
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.SetBucket("PATCH channels/{channel}/messages/{message}", 1000, TimeSpan.FromSeconds(1));
        var made = (await scene.Rest.PostAsync(scene.Messages, RawRest.Message("one"))).Is(200);
        scene.Clock.Advance(TimeSpan.FromHours(2));
        for (var edit = 0; edit < 30; edit++)
            (await scene.Rest.PatchAsync($"{scene.Messages}/{made.Body!["id"]}", RawRest.Message($"{edit}"))).Is(200);
        (await scene.Rest.PatchAsync($"{scene.Messages}/{made.Body!["id"]}", RawRest.Message("more"))).Is(429, 30046);
    }

    [Fact]
    public async Task A_file_comes_with_a_message_as_multipart()
    {
        await using var scene = await Scene.StartAsync();
        using var form = new MultipartFormDataContent();
        using var payload = new StringContent(With("""{"content":"see","attachments":[{"id":0,"filename":"answer.txt","description":"all of it"}]}""").ToJsonString(), Encoding.UTF8, "application/json");
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes("the whole answer"));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        form.Add(payload, "payload_json");
        form.Add(file, "files[0]", "answer.txt");
        (await scene.Rest.SendAsync(HttpMethod.Post, scene.Messages, form)).Is(200);
        var attachment = Assert.Single(Assert.Single(scene.General.Messages).Attachments);
        Assert.Equal(("answer.txt", "all of it", "the whole answer"), (attachment.FileName, attachment.Description, Encoding.UTF8.GetString(attachment.Bytes)));
    }

    [Theory]
    [InlineData(false, 200)]
    [InlineData(true, 400)]
    public async Task A_reply_to_a_deleted_message_needs_leave_to_be_a_plain_one(bool fail, int status)
    {
        await using var scene = await Scene.StartAsync();
        var question = scene.Ana.Says(scene.General, "what changed?");
        scene.Ana.Deletes(question);
        var reply = await scene.Rest.PostAsync(scene.Messages, With($$$"""{"content":"this","message_reference":{"message_id":"{{{question.Id}}}","fail_if_not_exists":{{{(fail ? "true" : "false")}}}}}"""));
        reply.Is(status, fail ? 50035 : 0);
        Assert.Equal(fail ? "MESSAGE_REFERENCE_UNKNOWN_MESSAGE" : null, reply.ErrorAt("message_reference"));
        Assert.Equal(fail ? [SheetRow.ReplyTarget] : [], scene.Broken);
        Assert.Contains(SheetRow.ReplyTarget, scene.Server.Conduct.Exercised);
    }

    [Fact]
    public async Task Reactions_need_a_known_emoji_and_the_typing_sign_is_counted()
    {
        await using var scene = await Scene.StartAsync();
        var message = scene.Ana.Says(scene.General, "hello");
        (await scene.Rest.PutAsync($"{scene.Messages}/{message.Id}/reactions/%F0%9F%91%8D/@me")).Is(204);
        (await scene.Rest.PutAsync($"{scene.Messages}/{message.Id}/reactions/thumbsup/@me")).Is(400, 10014);
        Assert.Contains(scene.Server.Bot.Id, message.Reactions["👍"]);
        (await scene.Rest.PostAsync($"channels/{scene.General.Id}/typing")).Is(204);
        Assert.Equal(1, scene.General.BotTypingCount);
    }

    [Fact]
    public async Task History_is_read_newest_first_around_before_and_after()
    {
        await using var scene = await Scene.StartAsync();
        var messages = Enumerable.Range(0, 7).Select(number => scene.Ana.Says(scene.General, $"{scene.Server.Bot.Mention} {number}")).ToList();
        async Task<string> Read(string query) => string.Concat((await scene.Rest.GetAsync($"{scene.Messages}?{query}")).Is(200).Body!.AsArray().Select(item => ((string)item!["content"]!)[^1]));
        Assert.Equal("6543210", await Read("limit=50"));
        Assert.Equal("65", await Read("limit=2"));
        Assert.Equal("21", await Read($"limit=2&before={messages[3].Id}"));
        Assert.Equal("54", await Read($"limit=2&after={messages[3].Id}"));
        Assert.Equal("432", await Read($"limit=3&around={messages[3].Id}"));
        (await scene.Rest.GetAsync($"{scene.Messages}?limit=101")).Is(400, 50035);
    }
}
