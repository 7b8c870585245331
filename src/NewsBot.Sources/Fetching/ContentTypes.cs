using NewsBot.Sources.Cleaning;

namespace NewsBot.Sources.Fetching;

/// <summary>Which Content-Type headers fit what is expected. Servers without the header, or with a vague one, get the benefit of the doubt.</summary>
internal static class ContentTypes
{
    public static string Accepted(FetchKind kind) => kind switch
    {
        FetchKind.Page => "text/html, application/xhtml+xml;q=0.9, */*;q=0.1",
        FetchKind.Feed => "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1",
        _ => "text/plain, */*;q=0.1",
    };

    public static string Named(FetchKind kind) => kind switch
    {
        FetchKind.Page => "a web page",
        FetchKind.Feed => "a feed",
        _ => "plain text",
    };

    public static bool Fits(FetchKind kind, string? contentType)
    {
        var type = MediaType(contentType);
        if (type.Length == 0)
            return true;
        var isXml = type is "application/xml" or "text/xml" || type.EndsWith("+xml", StringComparison.Ordinal);
        return kind switch
        {
            FetchKind.Page => type is "text/html" or "text/plain" || (isXml && type != "image/svg+xml"),
            FetchKind.Feed => (isXml && type != "image/svg+xml") || type.StartsWith("text/", StringComparison.Ordinal)
                || type is "application/json" or "application/octet-stream" or "application/x-rss" or "application/gzip" or "application/x-gzip" || type.EndsWith("+json", StringComparison.Ordinal),
            _ => type.StartsWith("text/", StringComparison.Ordinal) || type == "application/octet-stream",
        };
    }

    /// <summary>The type without parameters, in lower case and safe to show.</summary>
    public static string MediaType(string? contentType) => SafeText.Excerpt((contentType ?? "").Split(';')[0].Trim().ToLowerInvariant());
}
