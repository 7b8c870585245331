namespace NewsBot.FakeDiscord.Gateway;

/// <summary>What the server puts on a connection.</summary>
internal abstract record Frame
{
    /// <summary>A JSON payload; compressed if the connection asked for it, cut into fragments if that fault is on.</summary>
    public sealed record Payload(byte[] Utf8) : Frame;

    /// <summary>A binary message as it is, outside any compression.</summary>
    public sealed record Binary(byte[] Bytes) : Frame;

    /// <summary>A close frame.</summary>
    public sealed record Close(int Code, string Reason) : Frame;

    /// <summary>The end of the connection without a close frame.</summary>
    public sealed record Abort : Frame;
}
