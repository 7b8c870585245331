using System.Diagnostics.CodeAnalysis;

namespace NewsBot.Discord.Gateway;

/// <summary>Addresses of the gateway as Discord gives them.</summary>
internal static class GatewayUrl
{
    public static bool TryRead(string? text, [NotNullWhen(true)] out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url) && url.Scheme is "ws" or "wss";

    /// <summary>
    /// The session's own address, unless it is none, or would send the token in the clear where the common one does not.
    /// </summary>
    public static Uri Choose(Uri? session, Uri common) =>
        session is { Scheme: "wss" } || (session is { Scheme: "ws" } && common.Scheme == "ws") ? session : common;
}
