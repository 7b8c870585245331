using NewsBot.Discord.Interactions;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Tests.Support;

/// <summary>JSON as Discord writes it.</summary>
internal static class Samples
{
    public const string MessageJson = """{"id":"55","channel_id":"12","content":"hi","author":{"id":"900","username":"newsbot"},"timestamp":"2026-01-05T10:00:00.000000+00:00","edited_timestamp":null,"flags":0}""";

    public static string CommandJson(ulong id = 2100) => $$$"""
        {"id":"{{{id}}}","application_id":"901","type":2,"token":"secret-interaction-token-{{{id}}}","version":1,"context":0,
         "guild_id":"1300","channel_id":"1200","locale":"de","guild_locale":"en-US","app_permissions":"309237730304",
         "member":{"user":{"id":"1400","username":"ana"},"roles":["1500"],"permissions":"2147483647","nick":null,"joined_at":"2024-01-02T03:04:05+00:00"},
         "authorizing_integration_owners":{"0":"1300"},"entitlements":[],"attachment_size_limit":10485760,
         "data":{"id":"2200","name":"ask","type":1,"options":[{"name":"question","type":3,"value":"what changed?"},{"name":"private","type":5,"value":true}]}}
        """;

    public static InteractionHandle Handle(ulong id = 2100) =>
        new(new Snowflake(901), new Snowflake(id), $"secret-interaction-token-{id}", TimeProvider.System.GetUtcNow());
}
