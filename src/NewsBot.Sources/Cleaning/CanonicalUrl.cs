namespace NewsBot.Sources.Cleaning;

/// <summary>
/// One spelling for the addresses of one page: host in lower case, without scheme, default port, fragment, last slash and the
/// parameters that only tell where a reader came from. It names an article; a link has the whole address, see <see cref="WithoutTracking"/>.
/// </summary>
internal static class CanonicalUrl
{
    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid",
        "_ga", "_gl", "cmpid", "ocid", "smid", "at_medium", "at_campaign",
    };

    /// <param name="url">An absolute http or https address.</param>
    public static string Of(string url)
    {
        var uri = new Uri(url, UriKind.Absolute);
        var host = uri.IdnHost.ToLowerInvariant();
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var path = uri.AbsolutePath.TrimEnd('/');
        var query = MeaningfulQuery(uri);
        return query.Length == 0 ? host + port + path : $"{host}{port}{path}?{query}";
    }

    /// <summary>An address without the parameters that only tell where a reader came from, else as it is: for links that feeds hand out.</summary>
    public static Uri WithoutTracking(Uri uri)
    {
        if (uri.Query.Length == 0)
            return uri;
        var query = MeaningfulQuery(uri);
        return query.Length + 1 == uri.Query.Length ? uri : new UriBuilder(uri) { Query = query }.Uri;
    }

    private static string MeaningfulQuery(Uri uri) =>
        string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(IsMeaningful));

    private static bool IsMeaningful(string parameter)
    {
        var name = parameter.Split('=', 2)[0];
        return !name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) && !Tracking.Contains(name);
    }
}
