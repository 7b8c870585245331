namespace NewsBot.Sources.Pages;

/// <summary>Fetches what an address has, within the limits that hold for all fetching.</summary>
public interface IPageFetch
{
    Task<FetchedPage> FetchAsync(Uri address, CancellationToken cancellationToken);
}

/// <summary>What an address gave. Either the body or the problem is set.</summary>
/// <param name="Body">Decompressed.</param>
/// <param name="ContentType">The value of the Content-Type header.</param>
/// <param name="Address">Where it came from in the end, after redirects.</param>
/// <param name="Problem">Why there is no body, in plain words: "answered 404 Not Found".</param>
public sealed record FetchedPage(byte[]? Body, string? ContentType, Uri Address, string? Problem);
