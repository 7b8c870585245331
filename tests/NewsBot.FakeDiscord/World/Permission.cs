namespace NewsBot.FakeDiscord.World;

/// <summary>Permission bits, as far as they matter to a bot that answers in channels.</summary>
[Flags]
public enum Permission : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ManageGuild = 1UL << 5,
    AddReactions = 1UL << 6,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    EmbedLinks = 1UL << 14,
    AttachFiles = 1UL << 15,
    ReadMessageHistory = 1UL << 16,
    MentionEveryone = 1UL << 17,
    UseExternalEmojis = 1UL << 18,
    UseApplicationCommands = 1UL << 31,
    ManageThreads = 1UL << 34,
    CreatePublicThreads = 1UL << 35,
    CreatePrivateThreads = 1UL << 36,
    SendMessagesInThreads = 1UL << 38,
    UseExternalApps = 1UL << 50,
    PinMessages = 1UL << 51,
    BypassSlowmode = 1UL << 52,

    /// <summary>What the role of everyone grants unless a guild is created otherwise.</summary>
    Ordinary = AddReactions | ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory
        | UseExternalEmojis | UseApplicationCommands | CreatePublicThreads | SendMessagesInThreads | UseExternalApps,

    /// <summary>What a bot is usually invited with: 309237763136.</summary>
    Bot = ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | AddReactions | CreatePublicThreads | SendMessagesInThreads,

    All = ~0UL >> 11,
}

/// <summary>What a channel adds to or takes from the rights of a role or a member.</summary>
public sealed record Overwrite(ulong Id, bool IsRole, Permission Allow, Permission Deny);

internal static class Permissions
{
    private const Permission NeedsSend = Permission.EmbedLinks | Permission.AttachFiles | Permission.MentionEveryone;

    /// <summary>
    /// Effective rights: the role of everyone and the member's roles; all for the owner and administrators; then the channel's
    /// overwrites: everyone's deny and allow, the roles' denies and allows together, the member's deny and allow.
    /// Without ViewChannel nothing counts; without the right to send, neither embeds, files nor mass mentions. A thread inherits from its parent.
    /// </summary>
    public static Permission Of(Guild guild, User user, Channel? channel)
    {
        if (!guild.Members.TryGetValue(user.Id, out var member))
            return Permission.None;
        if (guild.OwnerId == user.Id)
            return Permission.All;
        var rights = guild.Everyone.Permissions;
        foreach (var role in member.Roles)
            rights |= role.Permissions;
        if (rights.HasFlag(Permission.Administrator))
            return Permission.All;
        if (channel is null)
            return rights;

        var overwrites = (channel.IsThread ? channel.Parent! : channel).Overwrites;
        var everyone = overwrites.FirstOrDefault(overwrite => overwrite.IsRole && overwrite.Id == guild.Id);
        if (everyone is not null)
            rights = (rights & ~everyone.Deny) | everyone.Allow;
        var byRole = overwrites.Where(overwrite => overwrite.IsRole && member.Roles.Any(role => role.Id == overwrite.Id)).ToList();
        rights = byRole.Aggregate(rights, (now, overwrite) => now & ~overwrite.Deny);
        rights = byRole.Aggregate(rights, (now, overwrite) => now | overwrite.Allow);
        var own = overwrites.FirstOrDefault(overwrite => !overwrite.IsRole && overwrite.Id == user.Id);
        if (own is not null)
            rights = (rights & ~own.Deny) | own.Allow;

        if (!rights.HasFlag(Permission.ViewChannel))
            return Permission.None;
        var sending = channel.IsThread ? Permission.SendMessagesInThreads : Permission.SendMessages;
        return rights.HasFlag(sending) ? rights : rights & ~NeedsSend;
    }
}
