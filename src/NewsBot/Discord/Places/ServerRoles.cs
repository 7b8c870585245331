using System.Collections.Concurrent;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Places;

/// <summary>The role that Discord made for the bot in each of its servers: to mention it is to mention the bot.</summary>
internal sealed class ServerRoles
{
    private readonly ConcurrentDictionary<Snowflake, Snowflake> _own = new();

    /// <summary>Servers that the bot is in.</summary>
    public int Count => _own.Count;

    public Snowflake? Own(Snowflake? server) => server is { } id && _own.TryGetValue(id, out var role) && role.Value != 0 ? role : null;

    public void Take(Guild guild, Snowflake self)
    {
        if (guild.Roles is { } roles)
            _own[guild.Id] = roles.FirstOrDefault(role => role.Tags?.BotId == self)?.Id ?? default;
    }

    public void Take(Snowflake server, Role role, Snowflake self)
    {
        if (role.Tags?.BotId == self)
            _own[server] = role.Id;
    }

    public void Drop(Snowflake server) => _own.TryRemove(server, out _);
}
