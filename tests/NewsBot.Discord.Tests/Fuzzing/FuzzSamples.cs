using NewsBot.Discord.Tests.Support;

namespace NewsBot.Discord.Tests.Fuzzing;

/// <summary>What is mutated: one of each kind.</summary>
internal static class FuzzSamples
{
    public const string MessageData = """
        {"id":"1100","channel_id":"1200","guild_id":"1300","channel_type":0,"type":19,"author":{"id":"1400","username":"ana","global_name":"Ana","bot":false},
         "member":{"nick":null,"roles":["1500"],"joined_at":"2024-01-02T03:04:05+00:00","flags":0},"content":"<@900> what changed? žluťoučký 👩‍👩‍👧","timestamp":"2026-01-05T10:00:00.000000+00:00",
         "edited_timestamp":null,"tts":false,"mention_everyone":false,"mentions":[{"id":"900","username":"newsbot","bot":true}],"mention_roles":["7"],"attachments":[],
         "embeds":[{"type":"rich","title":"t","description":"d","url":"https://e.org","color":255,"fields":[{"name":"n","value":"v","inline":true}],"footer":{"text":"f"},"image":{"url":"u"},"timestamp":"2026-01-05T10:00:01Z"}],
         "components":[{"type":1,"components":[{"type":2,"style":1,"label":"a","custom_id":"x","emoji":{"name":"👍"}}]},{"type":1,"components":[{"type":3,"custom_id":"s","options":[{"label":"l","value":"v"}]}]},{"type":1,"components":[{"type":99}]}],
         "pinned":false,"flags":64,"message_reference":{"message_id":"1000","channel_id":"1200","guild_id":"1300"},"referenced_message":{"id":"1000","channel_id":"1200","content":"before"}}
        """;

    private const string ModalData = """
        {"id":"3","application_id":"901","type":5,"token":"t","user":{"id":"14","username":"ana"},"data":{"custom_id":"fb","components":[{"type":18,"component":{"type":4,"custom_id":"why","value":"x"}},{"type":1,"components":[{"type":4,"custom_id":"b","value":"y"}]}]}}
        """;

    private const string ComponentData = """
        {"id":"4","application_id":"901","type":3,"token":"t","member":{"user":{"id":"14"},"roles":[],"permissions":"32"},"data":{"custom_id":"v1:x","component_type":3,"values":["a"]},"message":{"id":"5","channel_id":"6"}}
        """;

    private const string GuildData = """
        {"id":"800","name":"g","owner_id":"1","roles":[{"id":"800","name":"@everyone","permissions":"3072"},{"id":"7","permissions":"8","managed":true,"tags":{"bot_id":"900"}}],
         "channels":[{"id":"12","type":0,"name":"c","permission_overwrites":[{"id":"7","type":0,"allow":"0","deny":"16384"}]}],"threads":[{"id":"13","type":11,"thread_metadata":{"archived":false,"locked":true}}],
         "members":[{"user":{"id":"900"},"roles":["7"]}],"joined_at":"2024-01-02T03:04:05+00:00","member_count":3,"system_channel_id":null,"unavailable":false}
        """;

    /// <summary>Payloads of the gateway.</summary>
    public static IReadOnlyList<string> Frames { get; } =
    [
        """{"op":10,"d":{"heartbeat_interval":41250,"_trace":["a"]},"s":null,"t":null}""",
        """{"op":11}""",
        """{"op":1,"d":null}""",
        """{"op":7,"d":null}""",
        """{"op":9,"d":true}""",
        """{"op":0,"s":1,"t":"READY","d":{"v":10,"user":{"id":"900","username":"newsbot","bot":true},"guilds":[{"id":"800","unavailable":true}],"session_id":"s","resume_gateway_url":"wss://r","shard":[0,1],"application":{"id":"901","flags":524288}}}""",
        """{"op":0,"s":9,"t":"RESUMED","d":{}}""",
        Event("MESSAGE_CREATE", MessageData),
        Event("MESSAGE_UPDATE", MessageData),
        Event("MESSAGE_DELETE", """{"id":"1","channel_id":"2","guild_id":"3"}"""),
        Event("MESSAGE_DELETE_BULK", """{"ids":["1","2"],"channel_id":"2"}"""),
        Event("MESSAGE_REACTION_ADD", """{"user_id":"1","channel_id":"2","message_id":"3","emoji":{"id":null,"name":"👍"}}"""),
        Event("INTERACTION_CREATE", Samples.CommandJson()),
        Event("INTERACTION_CREATE", ModalData),
        Event("INTERACTION_CREATE", ComponentData),
        Event("GUILD_CREATE", GuildData),
        Event("GUILD_DELETE", """{"id":"800","unavailable":true}"""),
        Event("CHANNEL_UPDATE", """{"id":"12","type":0,"guild_id":"800","name":"c"}"""),
        Event("THREAD_DELETE", """{"id":"13","type":11,"guild_id":"800","parent_id":"12"}"""),
        Event("GUILD_ROLE_UPDATE", """{"guild_id":"800","role":{"id":"7","permissions":"8"}}"""),
        Event("GUILD_ROLE_DELETE", """{"guild_id":"800","role_id":"7"}"""),
    ];

    /// <summary>Bodies of answers to requests.</summary>
    public static IReadOnlyList<string> Bodies { get; } =
    [
        MessageData,
        GuildData,
        """{"url":"wss://gateway.discord.gg","shards":1,"session_start_limit":{"total":1000,"remaining":998,"reset_after":8500000,"max_concurrency":1}}""",
        """{"message":"You are being rate limited.","retry_after":0.734,"global":false}""",
        """{"message":"Invalid Form Body","code":50035,"errors":{"embeds":{"0":{"fields":{"2":{"value":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 1024 or fewer in length."}]}}}}},"_errors":[{"code":"X","message":"y"}]}}""",
        """[{"id":"1","application_id":"901","version":"78","type":1,"name":"ask","name_localizations":{"de":"frage"},"description":"Ask","contexts":[1,0],"options":[{"type":3,"name":"q","description":"Q","required":true,"choices":[{"name":"N","value":"n"}]}]}]""",
        """{"id":"901","name":"newsbot","flags":0}""",
        """{"id":"12","type":0,"guild_id":"800","permission_overwrites":[{"id":"7","type":0,"allow":"0","deny":"16384"}]}""",
    ];

    private static string Event(string name, string data) => $$$"""{"op":0,"s":5,"t":"{{{name}}}","d":{{{data}}}}""";
}
