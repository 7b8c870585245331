using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord.Scripting;

/// <summary>What happens in guilds and channels.</summary>
public static class GuildActions
{
    public static User AddMember(this Guild guild, string name, params Role[] roles) => guild.AddMember(guild.Server.CreateUser(name), roles);

    public static User AddMember(this Guild guild, User user, params Role[] roles)
    {
        lock (guild.Server.Gate)
        {
            var member = new Member { User = user, JoinedAt = guild.Server.Options.Time.GetUtcNow() };
            member.Roles.AddRange(roles);
            guild.Members[user.Id] = member;
            guild.Server.Changed();
            return user;
        }
    }

    public static Role CreateRole(this Guild guild, string name, Permission permissions = Permission.None, bool mentionable = false)
    {
        var server = guild.Server;
        lock (server.Gate)
        {
            var role = new Role { Id = server.World.Ids.Next(), Name = name, Permissions = permissions, Mentionable = mentionable };
            guild.Roles[role.Id] = role;
            server.Announcements.OfGuild("GUILD_ROLE_CREATE", guild, () => new JsonObject { ["guild_id"] = Payloads.Id(guild.Id), ["role"] = Payloads.Of(role, server.Bot) });
            return role;
        }
    }

    public static Channel CreateChannel(this Guild guild, string name, ChannelKind kind = ChannelKind.Text)
    {
        var server = guild.Server;
        lock (server.Gate)
        {
            var channel = server.World.AddChannel(new Channel(server, server.World.Ids.Next(), kind, name, guild));
            server.Announcements.OfChannel("CHANNEL_CREATE", channel);
            server.Changed();
            return channel;
        }
    }

    /// <summary>A public thread that a user starts from a message.</summary>
    public static Channel StartThread(this Channel channel, Message message, string name)
    {
        var server = channel.Server;
        lock (server.Gate)
        {
            var thread = server.World.AddChannel(new Channel(server, message.Id, ChannelKind.PublicThread, name, channel.Guild, channel));
            message.Thread = thread;
            server.Announcements.OfChannel("THREAD_CREATE", thread);
            return thread;
        }
    }

    /// <summary>Takes rights from the bot in a channel, by an overwrite of its own.</summary>
    public static void DenyBot(this Channel channel, Permission denied) => channel.Overwrite(channel.Server.Bot.Id, isRole: false, Permission.None, denied);

    /// <summary>Sets an overwrite of a channel.</summary>
    public static void Overwrite(this Channel channel, ulong id, bool isRole, Permission allow, Permission deny)
    {
        lock (channel.Server.Gate)
        {
            channel.Overwrites.RemoveAll(overwrite => overwrite.Id == id);
            channel.Overwrites.Add(new Overwrite(id, isRole, allow, deny));
            channel.Server.Announcements.OfChannel("CHANNEL_UPDATE", channel);
        }
    }

    public static void Delete(this Channel channel)
    {
        lock (channel.Server.Gate)
        {
            channel.Deleted = true;
            channel.Server.Announcements.OfChannel(channel.IsThread ? "THREAD_DELETE" : "CHANNEL_DELETE", channel);
        }
    }

    /// <summary>Archives a thread, so that only sending opens it again, or locks it.</summary>
    public static void Archive(this Channel thread, bool locked)
    {
        lock (thread.Server.Gate)
        {
            thread.Archived = true;
            thread.Locked = locked;
            thread.Server.Announcements.OfChannel("THREAD_UPDATE", thread);
        }
    }

    /// <summary>An outage of the guild begins: GUILD_DELETE with <c>unavailable</c>.</summary>
    public static void BeginOutage(this Guild guild)
    {
        lock (guild.Server.Gate)
        {
            guild.Unavailable = true;
            guild.Server.Announcements.OfGuild("GUILD_DELETE", guild, () => new JsonObject { ["id"] = Payloads.Id(guild.Id), ["unavailable"] = true });
        }
    }

    /// <summary>The outage ends: GUILD_CREATE.</summary>
    public static void EndOutage(this Guild guild)
    {
        lock (guild.Server.Gate)
        {
            guild.Unavailable = false;
            guild.Server.Announcements.OfGuild("GUILD_CREATE", guild, () => Payloads.Of(guild, asEvent: true));
        }
    }
}
