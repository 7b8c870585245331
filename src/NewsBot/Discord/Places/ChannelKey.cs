using NewsBot.Discord.Model;

namespace NewsBot.Discord.Places;

/// <summary>A channel of a server, as the engine's calls name it.</summary>
internal readonly record struct ChannelKey(Snowflake Server, Snowflake Channel)
{
    private const string Prefix = "discord";

    public override string ToString() => $"{Prefix}:{Server}:{Channel}";

    /// <summary>Null for a place that is none.</summary>
    public static ChannelKey? Parse(string text) =>
        text.Split(':') is [Prefix, var server, var channel] && Snowflake.TryParse(server, out var inServer) && Snowflake.TryParse(channel, out var inChannel)
            ? new ChannelKey(inServer, inChannel)
            : null;
}
