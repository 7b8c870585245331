using System.CommandLine;
using System.Text.Json;
using NewsBot.Extraction;
using NewsBot.Sources.Pages;

namespace NewsBot.CommandLine;

/// <summary><c>extract FILE|URL</c>: the article of a web page as it would be stored, as one JSON object.</summary>
internal static class ExtractVerb
{
    public static Command Create(IPageFetch? fetch)
    {
        var name = new Argument<string>("FILE|URL") { Description = "A saved web page, or an http or https address" };
        var address = new Option<string?>("--url") { Description = "Where the page is from, for its links and its date", HelpName = "BASE" };
        var verb = new Command("extract", "Prints the article of a web page as it would be stored, as JSON. Exit code: 0 found, 2 no article in it, 1 error.") { name, address };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(name)!, parsed.GetValue(address), fetch, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string name, string? from, IPageFetch? fetch, CancellationToken cancellationToken)
    {
        Uri? address = null;
        if (from is not null && (!Uri.TryCreate(from, UriKind.Absolute, out address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)))
            return await FailAsync("--url", "is not an http or https address", ExitCode.Error).ConfigureAwait(false);
        var document = await Document.OpenAsync(name, address, fetch, cancellationToken).ConfigureAwait(false);
        if (document.Body is null)
            return await FailAsync(name, document.Problem!, ExitCode.Error).ConfigureAwait(false);
        var reading = PageReader.Read(document.Body, document.ContentType, document.Address, TimeProvider.System.GetUtcNow());
        if (reading.Article is not { } article)
            return await FailAsync(name, reading.Reason!, ExitCode.Declined).ConfigureAwait(false);
        await using var output = StandardStreams.Output();
        await output.WriteLineAsync(JsonSerializer.Serialize(ExtractedArticle.Of(article), ExtractionJson.Readable.ExtractedArticle)).ConfigureAwait(false);
        return ExitCode.Answered;
    }

    private static async Task<int> FailAsync(string name, string reason, int code)
    {
        await System.Console.Error.WriteLineAsync($"{name}: {reason}").ConfigureAwait(false);
        return code;
    }
}
