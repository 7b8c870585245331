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
                while (true)
                {
                    var (line, readFault) = await NextAsync(lines).ConfigureAwait(false);
                    if (readFault is not null || (line is null && isBlank))
                        yield return SourceItem.Failed(file.Path, null, readFault ?? "has no articles");
                    if (line is null)
                        break;
                    isBlank = false;
                    var item = ReadLine(file, line.Value, derived);
                    if (item.Failure is null || ++faults <= options.MaxFaultsPerFile)
                        yield return item;
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
                yield return Build(file, root, null, file.Path, "", derived);
                yield break;
            }

            var number = 0;
            foreach (var element in root.EnumerateArray())
            {
                number++;
                yield return Build(file, element, null, $"{file.Path}#{number}", $"article {number} ", derived);
            }

            if (number == 0)
                yield return SourceItem.Failed(file.Path, null, "has no articles");
        }
    }

    private static SourceItem ReadLine(SourceFile file, FileLine line, HashSet<ArticleId> derived)
    {
        if (line.Utf8 is not { } utf8)
            return SourceItem.Failed(file.Path, line.Number, "is too long a line");
        if (!JsonArticleFormat.TryParse(utf8, out var document, out var reason))
            return SourceItem.Failed(file.Path, line.Number, reason);
        using (document)
            return Build(file, document.RootElement, line.Number, $"{file.Path}#{line.Number}", "", derived);
    }

    private static SourceItem Build(SourceFile file, JsonElement json, int? line, string origin, string subject, HashSet<ArticleId> derived)
    {
        if (!JsonArticleFormat.TryRead(json, origin, file.PlaceKey, out var raw, out var reason))
            return SourceItem.Failed(file.Path, line, subject + reason);
        if (!ArticleBuilder.TryBuild(raw, out var article, out var fault))
            return SourceItem.Failed(file.Path, line, subject + fault.Reason);
        // Two articles of one title and day in one file are told apart by their order.
        for (var n = 2; raw.Id is null && raw.Url is null && !derived.Add(article.Id); n++)
            article = article with { Id = ArticleIdentity.Derive(null, $"{raw.PlaceKey}#{n}") };
        return SourceItem.Read(article);
    }

    private static async Task<(FileLine? Line, string? Fault)> NextAsync(IAsyncEnumerator<FileLine> lines)
    {
        try
        {
            return await lines.MoveNextAsync().ConfigureAwait(false) ? (lines.Current, null) : (null, null);
        }
        catch (DecoderFallbackException)
        {
            return (null, "is not valid UTF-16");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, BoundedFile.Reason(fault));
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
}
