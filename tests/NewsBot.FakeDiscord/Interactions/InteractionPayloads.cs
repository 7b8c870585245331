using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Interactions;

/// <summary>An interaction as the bot receives it, by gateway and by HTTP alike.</summary>
internal static class InteractionPayloads
{
    public static JsonObject Of(FakeInteraction interaction)
    {
        var server = interaction.Server;
        var channel = interaction.Channel;
        var guild = channel.Guild;
        var json = new JsonObject
        {
            ["id"] = Payloads.Id(interaction.Id),
            ["application_id"] = Payloads.Id(server.World.Bot.Id),
            ["type"] = (int)interaction.Kind,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["data"] = interaction.Data.DeepClone(),
            ["channel_id"] = Payloads.Id(channel.Id),
            ["channel"] = Payloads.Of(channel),
            ["locale"] = interaction.User.Locale,
            ["context"] = guild is null ? 1 : 0,
            ["entitlements"] = new JsonArray(),
            ["attachment_size_limit"] = 10485760,
            ["app_permissions"] = Payloads.Bits(server.World.BotRights(channel)),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = guild is null ? "0" : Payloads.Id(guild.Id) },
        };
        if (guild is null)
        {
            json["user"] = Payloads.Of(interaction.User);
        }
        else
        {
            json["guild_id"] = Payloads.Id(guild.Id);
            json["guild"] = new JsonObject { ["id"] = Payloads.Id(guild.Id), ["locale"] = guild.PreferredLocale, ["features"] = new JsonArray() };
            json["guild_locale"] = guild.PreferredLocale;
            var member = Payloads.Of(guild.Members[interaction.User.Id], withUser: true);
            member["permissions"] = Payloads.Bits(Permissions.Of(guild, interaction.User, channel));
            json["member"] = member;
        }

        if (interaction.Source is not null)
            json["message"] = MessagePayloads.Full(interaction.Source);
        return json;
    }
}
