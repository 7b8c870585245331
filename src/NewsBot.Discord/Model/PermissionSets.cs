namespace NewsBot.Discord.Model;

/// <summary>Reckoning with permissions (Discord's documentation, "Permission Overwrites").</summary>
public static class PermissionSets
{
    /// <summary>Every permission, as the owner and administrators have.</summary>
    public const Permissions All = (Permissions)ulong.MaxValue;

    private static readonly (Permissions Bit, string Name)[] Names =
    [
        (Permissions.Administrator, "Administrator"),
        (Permissions.ManageServer, "Manage Server"),
        (Permissions.AddReactions, "Add Reactions"),
        (Permissions.ViewChannel, "View Channel"),
        (Permissions.SendMessages, "Send Messages"),
        (Permissions.ManageMessages, "Manage Messages"),
        (Permissions.EmbedLinks, "Embed Links"),
        (Permissions.AttachFiles, "Attach Files"),
        (Permissions.ReadMessageHistory, "Read Message History"),
        (Permissions.MentionEveryone, "Mention @everyone, @here, and All Roles"),
        (Permissions.UseExternalEmojis, "Use External Emojis"),
        (Permissions.UseApplicationCommands, "Use Application Commands"),
        (Permissions.ManageThreads, "Manage Threads"),
        (Permissions.CreatePublicThreads, "Create Public Threads"),
        (Permissions.SendMessagesInThreads, "Send Messages in Threads"),
        (Permissions.UseExternalApps, "Use External Apps"),
    ];

    /// <summary>Whether all of <paramref name="wanted"/> is granted. An administrator has everything.</summary>
    public static bool Allows(this Permissions granted, Permissions wanted) =>
        (granted & Permissions.Administrator) != 0 || (granted & wanted) == wanted;

    /// <summary>What of <paramref name="wanted"/> is not granted.</summary>
    public static Permissions MissingFrom(this Permissions wanted, Permissions granted) =>
        (granted & Permissions.Administrator) != 0 ? Permissions.None : wanted & ~granted;

    /// <summary>The names as Discord's settings show them, in order of the bits; bits without a name are left out.</summary>
    public static IReadOnlyList<string> NamesOf(Permissions permissions) =>
        [.. Names.Where(name => (permissions & name.Bit) != 0).Select(name => name.Name)];

    /// <summary>
    /// What a member may do in a channel: the rights of @everyone and the member's roles together; everything for the owner
    /// and administrators; then the channel's overwrites in the order everyone (deny, allow), roles (all denies, all allows),
    /// member (deny, allow). Without View Channel nothing is left. Without Send Messages nothing can be embedded, attached
    /// or mentioned. For a thread give its parent channel, and look at Send Messages in Threads.
    /// </summary>
    public static Permissions InChannel(Guild guild, Snowflake member, IReadOnlyCollection<Snowflake> memberRoles, Channel channel)
    {
        if (guild.OwnerId == member)
            return All;
        var granted = Permissions.None;
        foreach (var role in guild.Roles ?? [])
            if (role.Id == guild.Id || memberRoles.Contains(role.Id))
                granted |= role.Permissions;
        if ((granted & Permissions.Administrator) != 0)
            return All;

        var overwrites = channel.PermissionOverwrites ?? [];
        granted = Apply(granted, overwrites.Where(o => o.Id == guild.Id));
        granted = Apply(granted, overwrites.Where(o => o.Type == OverwriteType.Role && o.Id != guild.Id && memberRoles.Contains(o.Id)));
        granted = Apply(granted, overwrites.Where(o => o.Type == OverwriteType.Member && o.Id == member));
        if ((granted & Permissions.ViewChannel) == 0)
            return Permissions.None;
        if ((granted & Permissions.SendMessages) == 0 && (granted & Permissions.SendMessagesInThreads) == 0)
            granted &= ~(Permissions.EmbedLinks | Permissions.AttachFiles | Permissions.MentionEveryone);
        return granted;
    }

    private static Permissions Apply(Permissions granted, IEnumerable<PermissionOverwrite> overwrites)
    {
        var (allow, deny) = (Permissions.None, Permissions.None);
        foreach (var overwrite in overwrites)
            (allow, deny) = (allow | overwrite.Allow, deny | overwrite.Deny);
        return (granted & ~deny) | allow;
    }
}
