using System.CommandLine;
using System.Text.Json;
using NewsBot.Extraction;
using NewsBot.Sources.Feeds;
using NewsBot.Sources.Pages;

namespace NewsBot.CommandLine;

/// <summary><c>feed FILE|URL</c>: the entries of a feed as JSON Lines.</summary>
internal static class FeedVerb
{
    public static Command Create(IPageFetch? fetch)
    {
        var name = new Argument<string>("FILE|URL") { Description = "A saved feed, or an http or https address" };
        var verb = new Command("feed", "Prints the entries of a feed (RSS, Atom, JSON Feed) as JSON Lines; of a broken one those that can be read. Exit code: 0 read, 1 error.") { name };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(name)!, fetch, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string name, IPageFetch? fetch, CancellationToken cancellationToken)
    {
        var document = await Document.OpenAsync(name, null, fetch, cancellationToken).ConfigureAwait(false);
        if (document.Body is null)
        {
            await System.Console.Error.WriteLineAsync($"{name}: {document.Problem}").ConfigureAwait(false);
            return ExitCode.Error;
        }

        var (feed, fault) = FeedReader.Read(document.Body, document.ContentType, document.Address);
        if (feed is not null)
        {
            await using var output = StandardStreams.Output();
            foreach (var entry in feed.Entries)
                await output.WriteLineAsync(JsonSerializer.Serialize(ExtractedEntry.Of(feed, entry), ExtractionJson.Readable.ExtractedEntry)).ConfigureAwait(false);
        }

        if (fault is null)
            return ExitCode.Answered;
        var place = fault.Line is { } line ? $"{name}:{line}" : name;
        await System.Console.Error.WriteLineAsync(feed is null ? $"{place}: {fault.Reason}" : $"{place}: {fault.Reason}; the {feed.Entries.Count} entries before were read").ConfigureAwait(false);
        return feed is null ? ExitCode.Error : ExitCode.Answered;
    }
}
