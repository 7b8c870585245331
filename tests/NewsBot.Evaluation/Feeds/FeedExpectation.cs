using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Sources.Feeds;

namespace NewsBot.Evaluation.Feeds;

/// <summary>
/// One field that a test suite of another reader expects of a feed or of its n-th entry. Texts are compared without markup and
/// references, as ours are plain where theirs keep the markup; links as absolute ones, dates as instants.
/// </summary>
/// <param name="Field">"title", "link", "date", "id", "author", "summary", "content" or "language".</param>
/// <param name="Entry">From 0; null for the feed itself.</param>
internal sealed partial record FeedExpectation(string Field, int? Entry, string Value)
{
    /// <summary>The fields that the data set's measure names.</summary>
    public bool IsCounted => Field is "title" or "link" or "date";

    public bool IsMet(Feed? feed, Uri address)
    {
        if (feed is null || Entry >= feed.Entries.Count)
            return false;
        var entry = Entry is { } index ? feed.Entries[index] : null;
        if (Field == "date")
        {
            PublicationTime?[] dates = entry is null ? [feed.Updated] : [entry.Published, entry.Updated];
            return FeedDateOf(Value) is { } expected && Array.Exists(dates, d => d is { } date && Math.Abs((date.Instant - expected).TotalSeconds) < 1);
        }

        var found = (Field, entry) switch
        {
            ("title", null) => feed.Title,
            ("link", null) => feed.Link,
            ("language", null) => feed.Language,
            ("title", _) => entry.Title,
            ("link", _) => entry.Link,
            ("language", _) => entry.Language,
            ("id", _) => entry!.Id,
            ("author", _) => entry!.Author,
            ("summary", _) => entry!.SummaryHtml,
            ("content", _) => entry!.ContentHtml,
            _ => null,
        };
        if (Field == "link")
            return found is not null && (found == Value.Trim() || (Uri.TryCreate(address, Value.Trim(), out var link) && Uri.TryCreate(found, UriKind.Absolute, out var ours) && link == ours));
        // Where another reader lost a character, any will do.
        if (Value.Contains('\ufffd', StringComparison.Ordinal))
            return found is not null && Regex.IsMatch(Plain(found), $"^{Regex.Escape(Plain(Value)).Replace("\ufffd", ".{0,2}", StringComparison.Ordinal)}$");
        return Plain(found ?? "").Equals(Plain(Value), Field == "language" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }

    public override string ToString() => $"{(Entry is { } index ? $"entry {index} " : "feed ")}{Field} = \"{Value[..Math.Min(Value.Length, 120)].ReplaceLineEndings(" ")}\"";

    /// <summary>From the assertions of feedparser: comparisons of a field with a text or a time tuple, joined by "and".</summary>
    public static IEnumerable<FeedExpectation> FromPython(string assertion)
    {
        foreach (Match match in Comparison().Matches(assertion))
        {
            var entry = match.Groups["entry"] is { Success: true } e ? int.Parse(e.ValueSpan, CultureInfo.InvariantCulture) : (int?)null;
            if (Name(match.Groups["key"].Value, entry is null) is not { } field)
                continue;
            if (match.Groups["time"] is { Success: true } time)
            {
                var parts = time.Value.Split(',').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
                yield return new(field, entry, string.Create(CultureInfo.InvariantCulture, $"{parts[0]:0000}-{parts[1]:00}-{parts[2]:00}T{parts[3]:00}:{parts[4]:00}:{parts[5]:00}Z"));
            }
            else
            {
                yield return new(field, entry, Unescape(match.Groups["text"].Value));
            }
        }
    }

    /// <summary>From the feeds that gofeed, rss-parser and FeedReader make of the data, with their names of the fields.</summary>
    public static IEnumerable<FeedExpectation> FromJson(JsonElement expected)
    {
        var feed = expected.TryGetProperty("feed", out var inner) ? inner : expected;
        foreach (var expectation in Members(feed, null))
            yield return expectation;
        if (expected.TryGetProperty("first_item", out var first) && first.ValueKind == JsonValueKind.Object)
            foreach (var expectation in Members(first, 0))
                yield return expectation;
        if (!expected.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            yield break;
        var index = 0;
        foreach (var item in items.EnumerateArray())
        {
            foreach (var expectation in Members(item, index))
                yield return expectation;
            index++;
        }
    }

    private static IEnumerable<FeedExpectation> Members(JsonElement node, int? entry)
    {
        foreach (var member in node.EnumerateObject())
        {
            var value = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()
                : member.Name == "author" && member.Value.ValueKind == JsonValueKind.Object && member.Value.TryGetProperty("name", out var name) ? name.GetString() : null;
            if (!string.IsNullOrWhiteSpace(value) && Name(member.Name, entry is null) is { } field)
                yield return new(field, entry, value);
        }
    }

    private static string? Name(string key, bool isFeed) => key.ToLowerInvariant() switch
    {
        "title" => "title",
        "link" => "link",
        "language" => "language",
        "updated" or "updated_parsed" or "updatedparsed" or "lastbuilddate" or "lastbuilddatestring" or "updateddatestring" => "date",
        "published" or "published_parsed" or "publishedparsed" or "pubdate" or "isodate" or "publishingdatestring" or "publisheddatestring" when !isFeed => "date",
        "id" or "guid" when !isFeed => "id",
        "author" or "creator" when !isFeed => "author",
        "summary" or "description" when !isFeed => "summary",
        "content" or "content:encoded" when !isFeed => "content",
        _ => null,
    };

    private static DateTimeOffset? FeedDateOf(string text) => FeedDate.Of(text)?.Instant;

    private static string Plain(string text) =>
        string.Join(' ', Tag().Replace(WebUtility.HtmlDecode(WebUtility.HtmlDecode(text)), "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Unescape(string text) => Escape().Replace(text, m => m.Groups[1] switch
    {
        { Value: ['x' or 'u', .. var hex] } => ((char)int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
        { Value: "n" } => "\n",
        { Value: "t" } => "\t",
        { Value: "r" } => "\r",
        { Value: var other } => other,
    });

    [GeneratedRegex("""(?:feed|entries\[(?<entry>\d)\])(?:\['|\.)(?<key>title|link|language|id|guid|updated|published|created|updated_parsed|published_parsed|author|summary|description)(?:'\])?\s==\s(?:entries\[\d\]\['\w+'\]\s==\s)?(?:u?'(?<text>(?:[^'\\]|\\.)*)'|u?"(?<text>(?:[^"\\]|\\.)*)"|\((?<time>[\d, ]+)\))""", RegexOptions.CultureInvariant)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Escape();
}
