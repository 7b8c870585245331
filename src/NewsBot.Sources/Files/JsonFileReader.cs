using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Sources.Cleaning;
using NewsBot.Sources.Formats;

namespace NewsBot.Sources.Files;

/// <summary>Reads files that hold articles as JSON.</summary>
internal sealed class JsonFileReader(FileSourceOptions options)
{
    private const int SampleLength = 4096;
    private const int BatchBytes = 1 << 19;

    /// <summary>What a line costs beside its bytes.</summary>
    private const int LineBytes = 256;

    /// <summary>One article a line. UTF-8, or UTF-16 with a byte order mark.</summary>
    public async IAsyncEnumerable<SourceItem> ReadLinesAsync(SourceFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!BoundedFile.TryMeasure(file.Path, options.MaxJsonLinesBytes, out _, out var reason)
            || !TryOpen(file.Path, out var stream, out reason))
        {
            yield return SourceItem.Failed(file.Path, null, reason);
            yield break;
        }

        await using (stream.ConfigureAwait(false))
        {
            var derived = new HashSet<ArticleId>();
            var isBlank = true;
            var faults = 0;
            var lines = BoundedLines.ReadAsync(stream, options.MaxArticleBytes, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (lines.ConfigureAwait(false))
            {
                for (var isEnd = false; !isEnd;)
                {
                    (var batch, isEnd, var readFault) = await NextAsync(lines).ConfigureAwait(false);
                    isBlank &= batch.Count == 0;
                    foreach (var built in await BuildAsync(file, batch, cancellationToken).ConfigureAwait(false))
                    {
                        var item = Named(built, derived);
                        if (item.Failure is null || ++faults <= options.MaxFaultsPerFile)
                            yield return item;
                    }

                    if (isEnd && (readFault is not null || isBlank))
                        yield return SourceItem.Failed(file.Path, null, readFault ?? "has no articles");
                }
            }

            if (faults > options.MaxFaultsPerFile)
                yield return SourceItem.Failed(file.Path, null, $"has {faults - options.MaxFaultsPerFile} more faulty lines");
        }
    }

    /// <summary>An array of articles, or one article.</summary>
    public IEnumerable<SourceItem> ReadArray(SourceFile file)
    {
        if (!BoundedFile.TryRead(file.Path, options.MaxJsonBytes, out var bytes, out var reason)
            || !TextDecoder.TryDecode(bytes, out var text, out reason)
            || !JsonArticleFormat.TryParse(Encoding.UTF8.GetBytes(text), out var document, out reason))
        {
            yield return SourceItem.Failed(file.Path, null, reason);
            yield break;
        }

        using (document)
        {
            var root = document.RootElement;
            var derived = new HashSet<ArticleId>();
            if (root.ValueKind != JsonValueKind.Array)
            {
                yield return Named(Build(file, root, null, file.Path, ""), derived);
                yield break;
            }

            var number = 0;
            foreach (var element in root.EnumerateArray())
            {
                number++;
                yield return Named(Build(file, element, null, $"{file.Path}#{number}", $"article {number} "), derived);
            }

            if (number == 0)
                yield return SourceItem.Failed(file.Path, null, "has no articles");
        }
    }

    /// <summary>Parses lines on all cores, as that is all of the work of a reload that finds nothing new. In their order.</summary>
    private static async Task<BuiltItem[]> BuildAsync(SourceFile file, IReadOnlyList<FileLine> lines, CancellationToken cancellationToken)
    {
        var items = new BuiltItem[lines.Count];
        await Parallel.ForAsync(0, lines.Count, cancellationToken, (n, _) =>
        {
            items[n] = ReadLine(file, lines[n]);
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        return items;
    }

    private static BuiltItem ReadLine(SourceFile file, FileLine line)
    {
        if (line.Utf8 is not { } utf8)
            return new BuiltItem(SourceItem.Failed(file.Path, line.Number, "is too long a line"));
        if (!JsonArticleFormat.TryParse(utf8, out var document, out var reason))
            return new BuiltItem(SourceItem.Failed(file.Path, line.Number, reason));
        using (document)
            return Build(file, document.RootElement, line.Number, $"{file.Path}#{line.Number}", "");
    }

    private static BuiltItem Build(SourceFile file, JsonElement json, int? line, string origin, string subject)
    {
        if (!JsonArticleFormat.TryRead(json, origin, file.PlaceKey, out var raw, out var reason))
            return new BuiltItem(SourceItem.Failed(file.Path, line, subject + reason));
        return ArticleBuilder.TryBuild(raw, out var article, out var fault)
            ? new BuiltItem(SourceItem.Read(article), raw.Id is null && raw.Url is null ? raw.PlaceKey : null)
            : new BuiltItem(SourceItem.Failed(file.Path, line, subject + fault.Reason));
    }

    /// <summary>Two articles of one title and day in one file are told apart by their order.</summary>
    private static SourceItem Named(BuiltItem built, HashSet<ArticleId> derived)
    {
        if (built.Item.Article is not { } article || built.PlaceKey is not { } key)
            return built.Item;
        for (var n = 2; !derived.Add(article.Id); n++)
            article = article with { Id = ArticleIdentity.Derive(null, $"{key}#{n}") };
        return SourceItem.Read(article);
    }

    /// <returns>The next lines, some hundred of usual length; whether they are the last; and why the rest cannot be read.</returns>
    private static async Task<(IReadOnlyList<FileLine> Lines, bool IsEnd, string? Fault)> NextAsync(IAsyncEnumerator<FileLine> lines)
    {
        var batch = new List<FileLine>();
        try
        {
            for (var bytes = 0; bytes < BatchBytes;)
            {
                if (!await lines.MoveNextAsync().ConfigureAwait(false))
                    return (batch, true, null);
                var line = lines.Current;
                batch.Add(line.Utf8 is { } utf8 ? line with { Utf8 = utf8.ToArray() } : line);
                bytes += LineBytes + (line.Utf8?.Length ?? 0);
            }

            return (batch, false, null);
        }
        catch (DecoderFallbackException)
        {
            return (batch, true, "is not valid UTF-16");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (batch, true, BoundedFile.Reason(fault));
        }
    }

    private static bool TryOpen(string path, out Stream stream, out string reason)
    {
        stream = Stream.Null;
        try
        {
            var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
            Span<byte> sample = stackalloc byte[SampleLength];
            sample = sample[..file.ReadAtLeast(sample, SampleLength, throwOnEndOfStream: false)];
            var mark = TextDecoder.ByteOrderMark(sample);
            file.Position = mark?.Length ?? 0;
            stream = mark is { Encoding: UnicodeEncoding utf16 } ? Encoding.CreateTranscodingStream(file, utf16, Encoding.UTF8) : file;
            reason = "is binary, not text";
            if (mark is not null || !TextDecoder.IsBinary(sample))
                return true;
            stream.Dispose();
            return false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            reason = BoundedFile.Reason(fault);
            return false;
        }
    }

    /// <param name="Item">What a line or an element gave.</param>
    /// <param name="PlaceKey">What its id is derived from where neither an id nor an address was given; else null.</param>
    private readonly record struct BuiltItem(SourceItem Item, string? PlaceKey = null);
}
