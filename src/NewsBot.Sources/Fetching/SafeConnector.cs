using System.Net;
using System.Net.Sockets;

namespace NewsBot.Sources.Fetching;

/// <summary>Finds the addresses of a host; the system's resolver in the program.</summary>
internal delegate Task<IPAddress[]> NameResolver(string host, CancellationToken cancellationToken);

/// <summary>Opens a connection to an address.</summary>
internal delegate Task<Stream> Dialer(IPAddress address, int port, CancellationToken cancellationToken);

/// <summary>A connection that a rule forbids. It can only be told from inside the HTTP stack by throwing; the fetcher makes a value of it.</summary>
internal sealed class ForbiddenAddressException(string reason) : IOException(reason);

/// <summary>
/// Connects, and is the one place where names become addresses: what was checked is what is connected to, so that a name
/// which answers differently the next time (DNS rebinding) gains nothing. One forbidden address forbids the name.
/// </summary>
internal sealed class SafeConnector(AddressRules rules, NameResolver resolve, Dialer dial)
{
    private const int MostAddresses = 6;

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var address = context.InitialRequestMessage.RequestUri!;
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken).ConfigureAwait(false);
        if (Array.Find(found, ip => !MayConnect(address, ip)) is { } forbidden)
            throw new ForbiddenAddressException($"leads to {forbidden}, which is not on the public internet");
        return await ConnectToAnyAsync(found, port, cancellationToken).ConfigureAwait(false);
    }

    private bool MayConnect(Uri address, IPAddress ip) =>
        rules.IsAllowedLoopback(address) ? IPAddress.IsLoopback(ip)
        : PublicAddresses.Contains(ip) || (rules.IsVouchedFor(address) && PublicAddresses.MayBeVouchedFor(ip));

    private async Task<Stream> ConnectToAnyAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        SocketException? last = null;
        foreach (var ip in addresses.Take(MostAddresses))
        {
            try
            {
                return await dial(ip, port, cancellationToken).ConfigureAwait(false);
            }
            catch (SocketException exception)
            {
                last = exception;
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    public static async Task<Stream> DialAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
