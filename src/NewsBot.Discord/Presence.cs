namespace NewsBot.Discord;

/// <summary>Online status.</summary>
public enum PresenceStatus
{
    Online,
    Idle,
    DoNotDisturb,
    Invisible,
}

/// <summary>What a bot is shown to do.</summary>
public enum ActivityType
{
    Playing = 0,
    Listening = 2,
    Watching = 3,
    Custom = 4,
    Competing = 5,
}

/// <summary>How the bot appears in member lists.</summary>
/// <param name="Text">What it does; null for nothing.</param>
/// <param name="Activity">How the text is introduced.</param>
/// <param name="Status">Its dot.</param>
public sealed record Presence(string? Text = null, ActivityType Activity = ActivityType.Custom, PresenceStatus Status = PresenceStatus.Online);
