namespace NewsBot.FakeDiscord.Gateway;

/// <summary>What is known of one connection afterwards.</summary>
public sealed class ConnectionRecord
{
    public required bool OnResumeHost { get; init; }

    /// <summary>The query of the address, as sent.</summary>
    public required string Query { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? EndedAt { get; internal set; }

    /// <summary>The opcodes that the client sent, in order.</summary>
    public List<int> Opcodes { get; } = [];
    public bool Identified { get; internal set; }
    public bool Resumed { get; internal set; }
    public string? SessionId { get; internal set; }

    /// <summary>The code of the client's close frame; null if it sent none.</summary>
    public int? ClientCloseCode { get; internal set; }

    /// <summary>The code with which the server closed.</summary>
    public int? ServerCloseCode { get; internal set; }

    /// <summary>The server cut the line without a close frame.</summary>
    public bool Dropped { get; internal set; }
    internal bool AckWithheld { get; set; }
}
