using NewsBot.Discord.Events;

namespace NewsBot.Discord.Gateway;

/// <summary>What a <see cref="ShardMachine"/> wants done. None of it may block.</summary>
internal interface IShardOutput
{
    /// <summary>Send this on the connection.</summary>
    void Send(ReadOnlyMemory<byte> payload);

    /// <summary>Hand this on.</summary>
    void Deliver(DiscordEvent discordEvent);

    /// <summary>Call <see cref="ShardMachine.IdentifyGranted"/> when it is this shard's turn to start a session.</summary>
    void RequestIdentify();

    /// <summary>A frame or event could not be read.</summary>
    void Unreadable(string what);
}
