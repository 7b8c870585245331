using System.Globalization;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Operation;

/// <summary>The address at which somebody adds the bot to a server. It asks for what the bot needs and nothing more.</summary>
internal static class InviteLink
{
    public const Permissions Asked =
        Permissions.ViewChannel | Permissions.SendMessages | Permissions.SendMessagesInThreads | Permissions.EmbedLinks | Permissions.ReadMessageHistory;

    public static string Of(Snowflake application) => string.Create(
        CultureInfo.InvariantCulture,
        $"https://discord.com/oauth2/authorize?client_id={application}&scope=bot%20applications.commands&permissions={(ulong)Asked}&integration_type=0");
}
