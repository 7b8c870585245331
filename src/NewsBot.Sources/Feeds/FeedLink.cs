using NewsBot.Sources.Cleaning;

namespace NewsBot.Sources.Feeds;

/// <summary>Makes the links of feeds absolute.</summary>
internal static class FeedLink
{
    private const int Longest = 2048;

    /// <returns>An http or https address, spelt as the feed spells it where that is absolute already; null for everything else.</returns>
    public static string? Resolve(string? link, Uri address)
    {
        link = link?.Trim();
        if (link is null or { Length: 0 or > Longest } || link.AsSpan().ContainsAny(SafeText.Controls))
            return null;
        if (!Uri.TryCreate(address, link, out var absolute) || (absolute.Scheme != Uri.UriSchemeHttp && absolute.Scheme != Uri.UriSchemeHttps))
            return null;
        return link.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !link.AsSpan().ContainsAny(SafeText.NotInUrls) ? link : absolute.AbsoluteUri;
    }
}
