using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using NewsBot.Sources.Cleaning;

namespace NewsBot.Sources.Fetching;

/// <summary>
/// What may be asked for at all, told from the address alone: http and https, no credentials, the standard ports, and no
/// spelling that hides where it leads. Where a name leads is checked when it is connected to (<see cref="SafeConnector"/>).
/// </summary>
internal sealed class AddressRules(FetchOptions options)
{
    public const int Longest = 2048;

    private readonly HashSet<string> _vouchedFor = new(options.AllowedHosts.SelectMany(Authorities), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads an address that somebody typed or a document names.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? address, out string reason)
    {
        address = null;
        text = text?.Trim() ?? "";
        reason = "is not an http or https address";
        if (text.Length > Longest)
            reason = $"has more than {Longest} characters";
        else if (!text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return false;
        else if (text.AsSpan().ContainsAny(SafeText.NotInUrls) || text.Contains('\\', StringComparison.Ordinal))
            reason = "has characters that an address cannot have";
        else if (!Uri.TryCreate(text, UriKind.Absolute, out address))
            reason = "is not a complete address";
        return address is not null;
    }

    /// <summary>Whether the operator named the host, so that it may be at an address that is not public.</summary>
    public bool IsVouchedFor(Uri address) => IsAllowedLoopback(address) || _vouchedFor.Contains(address.IdnHost + ":" + address.Port);

    public bool IsAllowedLoopback(Uri address) => options.AllowLoopback && NamesLoopback(address);

    /// <returns>Why the address is not asked for; null when it may be.</returns>
    public string? Problem(Uri address, Uri? namedBy)
    {
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            return "is not an http or https address";
        if (address.OriginalString.Length > Longest)
            return $"has more than {Longest} characters";
        if (address.UserInfo.Length > 0)
            return "has a user name or password in it";
        if (HidesItsHost(address))
            return "has a host that is not written in the usual way";
        if (IsVouchedFor(address))
            return namedBy is null || IsVouchedFor(namedBy) ? null : "is on a private network, and a public site named it";
        if (!address.IsDefaultPort)
            return $"has the port {address.Port}, which the operator has not allowed";
        return IPAddress.TryParse(address.IdnHost, out var literal) && !PublicAddresses.Contains(literal) ? "is not on the public internet" : null;
    }

    /// <summary>
    /// Numbers as hosts that only become an address when they are folded (octal, hexadecimal, one number, wide digits), and
    /// hosts that would have to be unescaped or are not made of letters.
    /// </summary>
    private static bool HidesItsHost(Uri address)
    {
        if (address.HostNameType == UriHostNameType.Basic || address.IdnHost.Contains('%', StringComparison.Ordinal) || address.Host.Any(IsNoLetterOfANameAbroad))
            return true;
        if (address.HostNameType == UriHostNameType.IPv6 || !IPAddress.TryParse(address.IdnHost.TrimEnd('.'), out var literal))
            return false;
        return !address.OriginalString.Contains("://" + literal, StringComparison.Ordinal) || address.IdnHost.EndsWith('.');
    }

    private static bool IsNoLetterOfANameAbroad(char c) =>
        c > '\u007f' && char.GetUnicodeCategory(c) is not (UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.UppercaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool NamesLoopback(Uri address) =>
        string.Equals(address.IdnHost, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(address.IdnHost, out var literal) && IPAddress.IsLoopback(literal));

    /// <summary>A host without a port is vouched for at the two standard ones.</summary>
    private static IEnumerable<string> Authorities(string host)
    {
        var uri = new Uri($"http://{host}/");
        return host.IndexOf(':', host.LastIndexOf(']') + 1) >= 0 ? [$"{uri.IdnHost}:{uri.Port}"] : [uri.IdnHost + ":80", uri.IdnHost + ":443"];
    }
}
