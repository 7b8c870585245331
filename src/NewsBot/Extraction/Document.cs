using NewsBot.Sources.Files;
using NewsBot.Sources.Pages;

namespace NewsBot.Extraction;

/// <summary>The bytes of a file or of an address, or why there are none.</summary>
internal sealed record Document(byte[]? Body, string? ContentType, Uri Address, string? Problem)
{
    private const long LargestFile = 32 * 1024 * 1024;

    /// <summary>Links of a file that names no address of its own are resolved against this one.</summary>
    private static readonly Uri Nowhere = new("http://localhost/");

    /// <param name="name">A path, or an http or https address.</param>
    /// <param name="address">Where a file was saved from.</param>
    /// <param name="fetch">Null where nothing can be fetched.</param>
    /// <param name="cancellationToken">Ends the fetching.</param>
    public static async Task<Document> OpenAsync(string name, Uri? address, IPageFetch? fetch, CancellationToken cancellationToken)
    {
        if (!name.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return BoundedFile.TryRead(name, LargestFile, out var body, out var reason) ? new(body, null, address ?? Nowhere, null) : new(null, null, Nowhere, reason);
        if (!Uri.TryCreate(name, UriKind.Absolute, out var url))
            return new(null, null, Nowhere, "is not a usable address");
        if (fetch is null)
            return new(null, null, url, "is an address, and addresses cannot be fetched here; save the page and give its file, with --url for where it is from");
        var page = await fetch.FetchAsync(url, cancellationToken).ConfigureAwait(false);
        return new(page.Body, page.ContentType, address ?? page.Address, page.Body is null ? page.Problem ?? "could not be fetched" : null);
    }
}
