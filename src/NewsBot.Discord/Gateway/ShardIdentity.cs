using NewsBot.Discord.Model;

namespace NewsBot.Discord.Gateway;

/// <summary>As whom a shard connects. Printing it does not show the token.</summary>
internal sealed record ShardIdentity(string Token, Intents Intents, int Shard, int ShardCount)
{
    public override string ToString() => $"shard {Shard} of {ShardCount}";
}
