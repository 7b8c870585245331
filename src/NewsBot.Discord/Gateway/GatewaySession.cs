namespace NewsBot.Discord.Gateway;

/// <summary>What it takes to take up a session again.</summary>
/// <param name="Id">Discord's name for it.</param>
/// <param name="ResumeUrl">Where it is kept; null for the common address.</param>
/// <param name="Sequence">Number of the last event that was accepted.</param>
internal sealed record GatewaySession(string Id, Uri? ResumeUrl, long Sequence)
{
    public override string ToString() => $"session at {ResumeUrl?.Host}, event {Sequence}";
}
