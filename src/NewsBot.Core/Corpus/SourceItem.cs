using NewsBot.Core.Articles;

namespace NewsBot.Core.Corpus;

/// <summary>Something that could not be read as an article, and why, in words for an admin.</summary>
/// <param name="File">The file or address.</param>
/// <param name="Line">The line, from 1, where the format has lines.</param>
/// <param name="Reason">A plain sentence: "has no usable date".</param>
public sealed record SourceFailure(string File, int? Line, string Reason)
{
    public override string ToString() => Line is { } line ? $"{File}:{line}: {Reason}" : $"{File}: {Reason}";
}

/// <summary>One thing that a source gave: an article, or a failure. Exactly one of the two is set.</summary>
public sealed record SourceItem
{
    private SourceItem()
    {
    }

    public Article? Article { get; private init; }

    public SourceFailure? Failure { get; private init; }

    public static SourceItem Read(Article article) => new() { Article = article };

    public static SourceItem Failed(string file, int? line, string reason) => new() { Failure = new SourceFailure(file, line, reason) };
}

/// <summary>Reads articles from the outside world. Nothing that is wrong with one of them stops the others.</summary>
public interface ISourceReader
{
    /// <param name="sources">Files and folders.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<SourceItem> ReadAsync(IReadOnlyList<string> sources, CancellationToken cancellationToken);
}
