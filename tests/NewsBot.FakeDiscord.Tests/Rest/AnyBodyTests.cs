using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.Tests.Support;

namespace NewsBot.FakeDiscord.Tests.Rest;

/// <summary>Bodies that are nearly right: one value of a good body replaced by something else.</summary>
public sealed class AnyBodyTests
{
    private static readonly string[] Odd = ["null", "true", "-1", "1.5", "1e400", "99999999999999999999", "\"\"", "\"text\"", "\"17\"", "[]", "[null]", "[[]]", "{}", "{\"a\":1}"];

    private static readonly string[] Messages =
    [
        """{"content":"x","nonce":"n","enforce_nonce":true,"flags":4,"allowed_mentions":{"parse":[],"users":["1"],"roles":["1"],"replied_user":false},"message_reference":{"message_id":"1","fail_if_not_exists":false},"attachments":[{"id":1,"filename":"a","description":"b"}]}""",
        """{"embeds":[{"title":"t","description":"d","url":"https://example.org","color":1,"timestamp":"2026-01-05T10:00:01Z","footer":{"text":"f"},"author":{"name":"a"},"image":{"url":"https://example.org"},"fields":[{"name":"n","value":"v","inline":true}]}],"allowed_mentions":{"parse":[]}}""",
        """{"content":"x","allowed_mentions":{"parse":[]},"components":[{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"a","emoji":{"name":"x"},"disabled":true}]},{"type":1,"components":[{"type":3,"custom_id":"s","placeholder":"p","min_values":0,"max_values":1,"options":[{"label":"l","value":"v","description":"d"}]}]}]}""",
        """{"flags":32768,"allowed_mentions":{"parse":[]},"components":[{"type":17,"components":[{"type":9,"components":[{"type":10,"content":"t"}],"accessory":{"type":2,"style":5,"label":"l","url":"https://example.org"}}]}]}""",
    ];

    private const string Modal = """{"custom_id":"m","title":"t","components":[{"type":18,"label":"l","description":"d","component":{"type":4,"custom_id":"a","style":1,"min_length":0,"max_length":5,"placeholder":"p","value":"v","required":true}},{"type":1,"components":[{"type":4,"custom_id":"b","label":"l","style":1}]}]}""";

    /// <summary>Every form of the body in which one value, anywhere in it, is replaced.</summary>
    private static IEnumerable<JsonNode> Bent(string good)
    {
        var paths = Paths(JsonNode.Parse(good)!).ToList();
        foreach (var path in paths)
        {
            foreach (var odd in Odd)
            {
                var body = JsonNode.Parse(good)!;
                var holder = path.SkipLast(1).Aggregate(body, (node, key) => key is int index ? node[index]! : node[(string)key]!);
                if (path[^1] is int last)
                    holder[last] = JsonNode.Parse(odd);
                else
                    holder[(string)path[^1]] = JsonNode.Parse(odd);
                yield return body;
            }
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode node)
    {
        var children = node switch
        {
            JsonObject item => item.Select(field => ((object)field.Key, field.Value)),
            JsonArray list => list.Select((value, index) => ((object)index, value)),
            _ => [],
        };
        foreach (var (key, child) in children)
        {
            yield return [key];
            if (child is not null)
            {
                foreach (var deeper in Paths(child))
                    yield return [key, .. deeper];
            }
        }
    }

    private static Task<Scene> StartAsync() => Scene.StartAsync(options => options with { GlobalLimit = int.MaxValue, InvalidRequestLimit = int.MaxValue });

    [Fact]
    public async Task No_message_body_brings_the_server_down()
    {
        await using var scene = await StartAsync();
        scene.Server.SetBucket("POST channels/{channel}/messages", int.MaxValue, TimeSpan.FromSeconds(5));
        foreach (var body in Messages.SelectMany(Bent))
        {
            var reply = await scene.Rest.PostAsync(scene.Messages, body);
            Assert.True(reply.Status < 500, $"{reply.Status} for {body.ToJsonString()}");
        }
    }

    [Fact]
    public async Task No_set_of_commands_brings_the_server_down()
    {
        await using var scene = await StartAsync();
        scene.Server.SetBucket("PUT applications/{application}/commands", int.MaxValue, TimeSpan.FromSeconds(5));
        foreach (var body in Bent(Scene.Commands().ToJsonString()))
        {
            var reply = await scene.Rest.PutAsync($"applications/{scene.Server.Bot.Id}/commands", body);
            Assert.True(reply.Status < 500, $"{reply.Status} for {body.ToJsonString()}");
        }
    }

    [Fact]
    public async Task No_response_to_an_interaction_brings_the_server_down()
    {
        await using var scene = await StartAsync();
        await scene.RegisterAsync();
        foreach (var data in Bent(Messages[0]).Concat(Bent(Modal)))
        {
            var asked = scene.Ana.Runs(scene.General, "ask", ("question", "what changed?"));
            foreach (var type in (int[])[9, 5, 4])
            {
                var reply = await scene.Rest.PostAsync($"interactions/{asked.Id}/{asked.Token}/callback", new JsonObject { ["type"] = type, ["data"] = data.DeepClone() });
                Assert.True(reply.Status < 500, $"{reply.Status} for {data.ToJsonString()}");
            }
        }
    }

    [Fact]
    public async Task A_thread_and_a_direct_channel_are_opened_by_good_bodies_alone()
    {
        await using var scene = await StartAsync();
        var message = scene.Ana.Says(scene.General, "topic");
        scene.Server.SetBucket("POST channels/{channel}/messages/{message}/threads", int.MaxValue, TimeSpan.FromSeconds(5));
        scene.Server.SetBucket("POST users/@me/channels", int.MaxValue, TimeSpan.FromSeconds(5));
        foreach (var body in Bent("""{"name":"n","auto_archive_duration":60,"rate_limit_per_user":0}"""))
            Assert.True((await scene.Rest.PostAsync($"{scene.Messages}/{message.Id}/threads", body)).Status < 500, body.ToJsonString());
        foreach (var body in Bent("""{"recipient_id":"1"}"""))
            Assert.True((await scene.Rest.PostAsync("users/@me/channels", body)).Status < 500, body.ToJsonString());
    }

    [Fact]
    public async Task No_frame_brings_the_gateway_down()
    {
        await using var scene = await StartAsync();
        string[] good =
        [
            """{"op":2,"d":{"token":"fake-bot-token","intents":1,"properties":{},"shard":[0,1],"compress":false,"presence":{"status":"online"}}}""",
            """{"op":6,"d":{"token":"fake-bot-token","session_id":"x","seq":1}}""",
            """{"op":1,"d":1}""",
        ];
        foreach (var frame in good.SelectMany(Bent))
        {
            using var gateway = await RawGateway.OpenAsync(scene.Server.GatewayUrl);
            await gateway.SendTextAsync(frame.ToJsonString());
        }

        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        using var still = await RawGateway.ReadyAsync(scene.Server);
    }
}
