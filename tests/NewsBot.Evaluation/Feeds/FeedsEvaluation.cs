using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using NewsBot.Evaluation.Dates;
using NewsBot.Sources.Feeds;

namespace NewsBot.Evaluation.Feeds;

/// <summary>
/// Real feeds and the micro-cases of other readers' test suites: files parsed without exception that have at least one entry, and
/// expectations on titles, links and dates that are met. Files that are no feed (results of another reader, pages) are counted
/// apart: they should be refused with a reason.
/// </summary>
internal sealed class FeedsEvaluation : IEvaluation
{
    private static readonly Uri Address = new("http://127.0.0.1:8097/tests/feed.xml");

    public string Name => "feeds";

    public async Task<EvaluationReport> RunAsync(string data, CancellationToken cancellationToken)
    {
        var (misses, clock) = (new List<string>(), new Stopwatch());
        var (wellFormed, parsed, refused, others, bytes) = (0, 0, 0, 0, 0L);
        var files = new Tally();
        foreach (var manifest in Directory.GetFiles(data, "manifest.jsonl", SearchOption.AllDirectories))
        {
            await foreach (var row in JsonLines.ReadAsync(manifest, cancellationToken))
            {
                var id = row.GetProperty("id").GetString()!;
                var body = await File.ReadAllBytesAsync(Path.Combine(Path.GetDirectoryName(manifest)!, row.GetProperty("file").GetString()!), cancellationToken);
                bytes += body.Length;
                clock.Start();
                var reading = FeedReader.Read(body, null, Address);
                clock.Stop();
                if (IsFeed(body))
                {
                    wellFormed++;
                    if (reading.Feed?.Entries.Count > 0)
                        parsed++;
                    else
                        misses.Add($"file without entries: {id}: {reading.Fault?.Line} {reading.Fault?.Reason}");
                }
                else
                {
                    others++;
                    if (reading.Fault is not null)
                        refused++;
                    misses.Add($"not well-formed or no feed: {id}: {reading.Fault?.Line} {reading.Fault?.Reason}, {reading.Feed?.Entries.Count} entries");
                }

                if (row.TryGetProperty("expected", out var expected) && expected.ValueKind == JsonValueKind.Object)
                    files.Add(id, FeedExpectation.FromJson(expected), reading, misses);
            }
        }

        var (cases, failures, micro) = (0, 0, new Tally());
        foreach (var suite in Directory.GetFiles(data, "conformance.jsonl*", SearchOption.AllDirectories))
        {
            await foreach (var row in JsonLines.ReadAsync(suite, cancellationToken))
            {
                cases++;
                var id = row.GetProperty("id").GetString()!;
                var body = row.TryGetProperty("xml_base64", out var base64) && base64.ValueKind == JsonValueKind.String ? base64.GetBytesFromBase64() : Encoding.UTF8.GetBytes(row.GetProperty("xml").GetString()!);
                var reading = FeedReader.Read(body, null, Address);
                if (reading.Feed is null)
                {
                    failures++;
                    misses.Add($"micro-case not read: {id}: {reading.Fault?.Line} {reading.Fault?.Reason}");
                }

                micro.Add(id, Expectations(row), reading, misses);
            }
        }

        return new EvaluationReport("Feeds", [
            new("well-formed feeds with an entry", parsed / (double)wellFormed, 1, $"{parsed} of {wellFormed} files"),
            new("other files with a reason", others == 0 ? 1 : refused / (double)others, null, $"{refused} of {others} files"),
            new("micro-cases read", (cases - failures) / (double)cases, null, $"{cases - failures} of {cases}"),
            micro.Counted("title, link, date of micro-cases", 0.98),
            files.Counted("title, link, date of files", 0.98),
            micro.All("with id, author, summary, content, language, micro-cases"),
            files.All("with id, author, summary, content, language, files"),
            new("feeds a second", (wellFormed + others) / clock.Elapsed.TotalSeconds, null, $"{bytes / 1024.0 / 1024.0:0.0} MiB, one thread, from a cold start"),
        ], [.. misses.Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<FeedExpectation> Expectations(JsonElement row)
    {
        if (row.TryGetProperty("expected", out var expected) && expected.ValueKind == JsonValueKind.Object)
            return FeedExpectation.FromJson(expected);
        return row.TryGetProperty("expect_python", out var python) && python.ValueKind == JsonValueKind.String ? FeedExpectation.FromPython(python.GetString()!) : [];
    }

    /// <summary>Well-formed XML or JSON that is a feed by its first element or its members.</summary>
    private static bool IsFeed(byte[] body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            string? root = null;
            var hasEntry = false;
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                root ??= reader.LocalName;
                hasEntry |= reader.LocalName is "item" or "entry";
            }

            return hasEntry && root is "rss" or "RDF" or "feed" or "channel";
        }
        catch (XmlException)
        {
            return IsJsonFeed(body);
        }
    }

    private static bool IsJsonFeed(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("version", out var version) && version.ToString().Contains("jsonfeed.org", StringComparison.Ordinal);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private sealed class Tally
    {
        private int _all, _met, _counted, _countedMet;

        public void Add(string id, IEnumerable<FeedExpectation> expectations, FeedReading reading, List<string> misses)
        {
            foreach (var expectation in expectations)
            {
                var isMet = expectation.IsMet(reading.Feed, Address);
                _all++;
                _met += isMet ? 1 : 0;
                if (expectation.IsCounted)
                    (_counted, _countedMet) = (_counted + 1, _countedMet + (isMet ? 1 : 0));
                if (!isMet)
                    misses.Add($"{(expectation.IsCounted ? "expected" : "expected beside")}: {expectation}: found {Found(expectation, reading.Feed)}: {id}");
            }
        }

        public Score Counted(string name, double bar) => new(name, _countedMet / (double)Math.Max(1, _counted), bar, $"{_countedMet} of {_counted}");

        public Score All(string name) => new(name, _met / (double)Math.Max(1, _all), null, $"{_met} of {_all}");

        private static string Found(FeedExpectation expectation, Feed? feed)
        {
            if (feed is null || expectation.Entry >= feed.Entries.Count)
                return "nothing";
            var text = expectation.Entry is { } index ? feed.Entries[index] with { ContentHtml = feed.Entries[index].ContentHtml?[..Math.Min(80, feed.Entries[index].ContentHtml!.Length)] } : (object)(feed with { Entries = [] });
            return string.Create(CultureInfo.InvariantCulture, $"{text}").ReplaceLineEndings(" ") is { Length: > 400 } line ? line[..400] : $"{text}".ReplaceLineEndings(" ");
        }
    }
}
