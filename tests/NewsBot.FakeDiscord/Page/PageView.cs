using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Interactions;
using NewsBot.FakeDiscord.Scripting;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Page;

/// <summary>What the page shows, as one user sees it.</summary>
internal static class PageView
{
    private const int MessagesShown = 100;
    private static readonly TimeSpan TypingShown = TimeSpan.FromSeconds(10);

    public static JsonObject State(FakeDiscordServer server) => new()
    {
        ["bot"] = server.Bot.Username,
        ["online"] = server.Gateway.Sessions.Any(session => session.Connection is { Open: true }),
        ["users"] = Payloads.Array(server.World.Users.Values.Where(user => !user.IsBot).Select(user => new JsonObject { ["id"] = Payloads.Id(user.Id), ["name"] = user.GlobalName ?? user.Username })),
        ["guilds"] = Payloads.Array(server.World.Guilds.Values.Select(guild => new JsonObject
        {
            ["name"] = guild.Name,
            ["members"] = Payloads.Array(guild.Members.Keys.Select(id => Payloads.Id(id))),
            ["channels"] = Payloads.Array(guild.Channels.Where(channel => !channel.Deleted).Select(channel => new JsonObject
            {
                ["id"] = Payloads.Id(channel.Id),
                ["name"] = channel.Name,
                ["thread"] = channel.IsThread,
            })),
        })),
        ["names"] = Names(server),
        ["violations"] = Payloads.Array(server.Conduct.Violations.TakeLast(20).Select(violation => (JsonNode?)violation.ToString())),
    };

    /// <summary>What mentions are shown as.</summary>
    private static JsonObject Names(FakeDiscordServer server)
    {
        var names = new JsonObject();
        foreach (var user in server.World.Users.Values)
            names[$"@{user.Id}"] = "@" + (user.GlobalName ?? user.Username);
        foreach (var role in server.World.Guilds.Values.SelectMany(guild => guild.Roles.Values))
            names[$"&{role.Id}"] = "@" + role.Name.TrimStart('@');
        foreach (var channel in server.World.Channels.Values.Where(channel => channel.Guild is not null))
            names[$"#{channel.Id}"] = "#" + channel.Name;
        return names;
    }

    public static JsonObject Channel(FakeDiscordServer server, User user, Channel channel) => new()
    {
        ["id"] = Payloads.Id(channel.Id),
        ["name"] = channel.Guild is null ? server.Bot.Username : $"#{channel.Name}",
        ["guild"] = channel.Guild?.Name,
        ["typing"] = channel.BotTypingAt is { } at && server.Options.Time.GetUtcNow() - at < TypingShown && channel.OfBot().All(message => message.Timestamp < at),
        ["messages"] = Payloads.Array(user.SeesIn(channel).TakeLast(MessagesShown).Select(message => Of(message, user, server))),
        ["commands"] = Payloads.Array(server.Commands.For(channel).Where(command => CommandCall.MayUse(user, channel, command)).Select(command => command.DeepClone())),
    };

    private static JsonObject Of(Message message, User viewer, FakeDiscordServer server)
    {
        var json = MessagePayloads.Full(message);
        json["author"] = message.Author.GlobalName ?? message.Author.Username;
        json["bot"] = message.Author.IsBot;
        json["own"] = message.Author == viewer;
        json["ephemeral"] = message.IsEphemeral;
        json["loading"] = message.Loading;
        json["pinged"] = message.Pinged.Everyone || message.Pinged.Users.Contains(viewer.Id);
        json["call"] = message.Interaction is { } interaction ? $"{interaction.User.GlobalName} used {Used(interaction)}" : null;
        json["replyTo"] = message.ReplyTo is { Deleted: false } target ? $"{target.Author.GlobalName ?? target.Author.Username}: {Start(target.Text)}" : null;
        json["threadId"] = Payloads.Id(message.Thread?.Id);
        json["mentionsBot"] = message.MentionedUsers.Contains(server.Bot);
        return json;
    }

    private static string Used(FakeInteraction interaction) => interaction.Kind switch
    {
        InteractionKind.Command => (int)interaction.Data["type"]! == 1 ? $"/{interaction.Data["name"]}" : $"“{interaction.Data["name"]}”",
        InteractionKind.Modal => "a form",
        _ => "a button",
    };

    private static string Start(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
