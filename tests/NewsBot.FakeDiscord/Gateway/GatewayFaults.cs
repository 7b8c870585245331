namespace NewsBot.FakeDiscord.Gateway;

/// <summary>What a test makes go wrong on the gateway. Changes count at once, on all connections.</summary>
public sealed class GatewayFaults
{
    private readonly GatewayHub hub;
    private int fragmentSize;

    internal GatewayFaults(GatewayHub hub) => this.hub = hub;

    /// <summary>Heartbeats get no ACK.</summary>
    public bool WithholdAcks { get; set; }

    /// <summary>Nothing leaves the server any more: no ACK, no event, as when the line is dead but open.</summary>
    public bool Silence { get; set; }

    /// <summary>No Hello after the connection is made.</summary>
    public bool NoHello { get; set; }

    /// <summary>No READY after an identify.</summary>
    public bool NoReady { get; set; }

    /// <summary>Refuses the next connections (to the base address or the resume address) with 503.</summary>
    public int RefuseConnections { get; set; }

    /// <summary>The resume address answers 503.</summary>
    public bool ResumeHostDown { get; set; }

    /// <summary>The next resumes are answered with op 9 <c>false</c>.</summary>
    public int RefuseResumes { get; set; }

    /// <summary>The next handshakes (identify or resume) are answered with this close code.</summary>
    public int? CloseHandshakesWith { get; set; }

    /// <summary>The next connections get op 7 before Hello.</summary>
    public int ReconnectBeforeHello { get; set; }

    /// <summary>Every event is dispatched this many times more.</summary>
    public int DuplicateEvents { get; set; }

    /// <summary>Every payload waits this long before it is written.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Payloads are sent in WebSocket fragments of this many bytes, characters split anywhere; 0 sends them whole.</summary>
    public int FragmentSize
    {
        get => fragmentSize;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            fragmentSize = value;
            if (value > 0)
                hub.Server.Conduct.Exercise(Rules.SheetRow.FrameShape);
        }
    }

    /// <summary>Cuts every connection without a close frame.</summary>
    public void Drop() => hub.EndAll(connection => connection.Drop());

    /// <summary>Closes every connection with this code.</summary>
    public void Close(int code) => hub.EndAll(connection => connection.CloseByServer(code));

    /// <summary>Op 7: asks to reconnect; the server closes a moment later if the client does not.</summary>
    public void AskToReconnect() => hub.EndAll(connection => connection.AskToReconnect());

    /// <summary>Op 9: the session is invalid, resumable or not.</summary>
    public void InvalidateSession(bool resumable) => hub.EndAll(connection => connection.Invalidate(resumable));

    /// <summary>Op 1: asks for a heartbeat now.</summary>
    public void RequestHeartbeat() => hub.EndAll(connection => connection.RequestHeartbeat());

    /// <summary>Sessions are forgotten, so that the next resume finds none.</summary>
    public void ForgetSessions() => hub.ForgetSessions();

    /// <summary>Sends a text message as it is, well-formed or not.</summary>
    public void SendText(string text) => hub.SendOdd(new Frame.Payload(System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>Sends a binary message as it is.</summary>
    public void SendBinary(byte[] bytes) => hub.SendOdd(new Frame.Binary(bytes));

    /// <summary>A numbered event of a name that no client knows, of about so many bytes.</summary>
    public void SendUnknownEvent(int bytes = 64) => hub.SendUnknownEvent(bytes);

    /// <summary>An opcode that no client knows.</summary>
    public void SendUnknownOpcode() => SendText("""{"op":77,"d":{"strange":[1,2,{"deep":null}]},"s":null,"t":null,"extra":true}""");
}
