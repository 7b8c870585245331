using System.Runtime.CompilerServices;
using NewsBot.Core.Corpus;
using NewsBot.Sources.Cleaning;
using NewsBot.Sources.Formats;

namespace NewsBot.Sources.Files;

/// <summary>
/// Reads articles from files and folders: plain text (.txt), Markdown (.md), JSON Lines (.jsonl, .ndjson) and JSON (.json).
/// Files are read one after the other and JSON Lines as a stream, so that memory does not grow with the sources.
/// </summary>
public sealed class FileSourceReader(FileSourceOptions options) : ISourceReader
{
    public async IAsyncEnumerable<SourceItem> ReadAsync(IReadOnlyList<string> sources, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var articles = new JsonFileReader(options);
        foreach (var (file, failure) in new SourceWalker().Walk(sources))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (failure is not null)
            {
                yield return SourceItem.Failed(failure.File, failure.Line, failure.Reason);
                continue;
            }

            switch (file!.Format)
            {
                case FileFormat.JsonLines:
                    await foreach (var item in articles.ReadLinesAsync(file, cancellationToken).ConfigureAwait(false))
                        yield return item;
                    break;
                case FileFormat.Json:
                    foreach (var item in articles.ReadArray(file))
                        yield return item;
                    break;
                default:
                    yield return ReadText(file);
                    break;
            }
        }
    }

    public Task<int?> CountAsync(IReadOnlyList<string> sources, CancellationToken cancellationToken) =>
        Task.Run(() => ArticleCount.Of(new SourceWalker().Walk(sources), options, cancellationToken), cancellationToken);

    private SourceItem ReadText(SourceFile file)
    {
        if (!BoundedFile.TryRead(file.Path, options.MaxArticleBytes, out var bytes, out var reason)
            || !TextDecoder.TryDecode(bytes, out var content, out reason))
            return SourceItem.Failed(file.Path, null, reason);
        var name = Path.GetFileName(file.Path);
        if (!TextFormat.TryRead(content, file.Format == FileFormat.Markdown, name, file.Path, file.PlaceKey, out var raw, out var lineOf, out var fault))
            return SourceItem.Failed(file.Path, fault.Line, fault.Reason);
        return ArticleBuilder.TryBuild(raw, out var article, out var fieldFault)
            ? SourceItem.Read(article)
            : SourceItem.Failed(file.Path, lineOf(fieldFault.Field), fieldFault.Reason);
    }
}
