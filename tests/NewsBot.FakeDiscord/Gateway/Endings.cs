namespace NewsBot.FakeDiscord.Gateway;

/// <summary>What a client may do next after a connection ended.</summary>
[Flags]
internal enum NextStep
{
    Nothing = 0,
    Resume = 1,
    Identify = 2,
    Either = Resume | Identify,
}

/// <summary>The meaning of close codes.</summary>
internal static class Endings
{
    private static readonly HashSet<int> Fatal = [4004, 4010, 4011, 4012, 4013, 4014];

    public static IReadOnlyDictionary<int, string> Reasons { get; } = new Dictionary<int, string>
    {
        [4000] = "Unknown error",
        [4001] = "Unknown opcode",
        [4002] = "Error while decoding payload.",
        [4003] = "Not authenticated.",
        [4004] = "Authentication failed.",
        [4005] = "Already authenticated.",
        [4006] = "Session no longer valid.",
        [4007] = "Invalid seq.",
        [4008] = "Rate limited.",
        [4009] = "Session timed out.",
        [4010] = "Invalid shard.",
        [4011] = "Sharding required.",
        [4012] = "Invalid API version.",
        [4013] = "Invalid intents.",
        [4014] = "Disallowed intents.",
    };

    public static bool IsFatal(int code) => Fatal.Contains(code);

    /// <summary>What may follow a close by the server; null stands for a connection lost without a code.</summary>
    public static NextStep After(int? code) => code switch
    {
        null => NextStep.Resume,
        1000 or 1001 or 4008 or 4009 => NextStep.Either,
        4003 or 4005 or 4006 or 4007 => NextStep.Identify,
        { } known when IsFatal(known) => NextStep.Nothing,
        _ => NextStep.Resume,
    };

    /// <summary>Whether the session can be resumed after the server closed with this code.</summary>
    public static bool KeepsSession(int? code) => After(code).HasFlag(NextStep.Resume) && code != 4009;
}
