using System.Net;
using System.Net.Sockets;
using Microsoft.Security.AntiSSRF;

namespace NewsBot.Sources.Fetching;

/// <summary>
/// Tells addresses of the public internet from all others. The table is that of Microsoft.Security.AntiSSRF (the
/// special-purpose registries of IANA, multicast, and the metadata services of clouds); of IPv6 only global unicast counts
/// at all. What carries an IPv4 address inside is no public address, but for a mapped one, which is judged by it.
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork LinkLocal = IPNetwork.Parse("169.254.0.0/16");

    private static readonly IPNetwork[] Special =
    [
        .. IPAddressRanges.recommendedLatest.Select(IPNetwork.Parse),
        IPNetwork.Parse("2002::/16"), // 6to4
        IPNetwork.Parse("2001::/23"), // Teredo and the other assignments of the IETF
    ];

    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && (address.ScopeId != 0 || !GlobalUnicast.Contains(address) || IsIsatap(address)))
            return false;
        return !Array.Exists(Special, network => network.Contains(address));
    }

    /// <summary>Private networks that an operator may vouch for; never what reaches only the link, such as metadata services.</summary>
    public static bool MayBeVouchedFor(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return !address.IsIPv6LinkLocal && !address.IsIPv6Multicast && !LinkLocal.Contains(address)
            && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)
            && !(address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes()[0] >= 224);
    }

    /// <summary>The interface identifier ::0:5efe:a.b.c.d or ::200:5efe:a.b.c.d (RFC 5214), which tunnels to an IPv4 address.</summary>
    private static bool IsIsatap(IPAddress address) => address.GetAddressBytes() is [_, _, _, _, _, _, _, _, 0 or 2, 0, 0x5e, 0xfe, ..];
}
