namespace NewsBot.Discord;

/// <summary>Why the client stopped.</summary>
public enum StopReason
{
    /// <summary>It was asked to.</summary>
    Requested,

    /// <summary>The token is wrong (also when Discord has reset it).</summary>
    InvalidToken,

    /// <summary>A privileged intent is not switched on in the developer portal: run again without it.</summary>
    DisallowedIntents,

    /// <summary>An intent does not exist.</summary>
    InvalidIntents,

    /// <summary>Shard id or count is wrong.</summary>
    InvalidShard,

    /// <summary>The bot is in too many servers for one shard.</summary>
    ShardingRequired,

    /// <summary>Discord no longer speaks this version of the protocol.</summary>
    InvalidApiVersion,
}

/// <summary>How a run ended.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Explanation">One line for the operator; holds no secret.</param>
/// <param name="CloseCode">The code Discord closed with, if it did.</param>
public sealed record DiscordStop(StopReason Reason, string Explanation, int? CloseCode = null);
