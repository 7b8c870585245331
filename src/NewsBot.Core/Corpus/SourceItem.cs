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

/// <summary>An article that its outlet took back, and how that is known: "its page is gone (404), twice".</summary>
public sealed record Withdrawal(ArticleId Article, string Reason);

/// <summary>One thing that a source told. Exactly one of the five is set.</summary>
public sealed record SourceItem
{
    private SourceItem()
    {
    }

    public Article? Article { get; private init; }

    public SourceFailure? Failure { get; private init; }

    /// <summary>An origin whose articles stay as they are stored.</summary>
    public string? KeptOrigin { get; private init; }

    public Withdrawal? Withdrawal { get; private init; }

    /// <summary>An origin, and how long its articles are kept.</summary>
    public (string Origin, RetentionRule Rule)? Limit { get; private init; }

    public static SourceItem Read(Article article) => new() { Article = article };

    /// <summary>What is stored from this file or address stays as it is, since it is not known what it has now.</summary>
    public static SourceItem Failed(string file, int? line, string reason) => new() { Failure = new SourceFailure(file, line, reason) };

    /// <summary>
    /// What is stored with this <see cref="Articles.Article.Origin"/>, or within it where it is a folder, stays as it is: the source
    /// has not changed, is paused or not due, or is one whose older entries roll off without being taken back. Articles of
    /// the same origin may be read beside it.
    /// </summary>
    public static SourceItem Kept(string origin) => new() { KeptOrigin = origin };

    /// <summary>The article goes, whatever is kept, unless some source was read that has it.</summary>
    public static SourceItem Withdrawn(ArticleId id, string reason) => new() { Withdrawal = new Withdrawal(id, reason) };

    /// <summary>Articles of this origin, or within it where it is a folder, are kept by a rule. To be told before they are read.</summary>
    public static SourceItem Limited(string origin, RetentionRule rule) => new() { Limit = (origin, rule) };
}

/// <summary>Reads articles from the outside world. Nothing that is wrong with one of them stops the others.</summary>
public interface ISourceReader
{
    /// <param name="sources">Files, folders and addresses.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<SourceItem> ReadAsync(IReadOnlyList<string> sources, CancellationToken cancellationToken);

    /// <summary>Reads what is asked for; a reader for whom nothing of it matters reads all.</summary>
    IAsyncEnumerable<SourceItem> ReadAsync(Reading reading, CancellationToken cancellationToken) => ReadAsync(reading.Sources, cancellationToken);

    /// <summary>
    /// Told when what was last read has become a revision, so that the reader may remember how far it came. What it remembers
    /// before would be lost with a crash in between.
    /// </summary>
    Task CommittedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>How many articles the reading will give, to tell how long it takes; null where that cannot be told cheaply.</summary>
    Task<int?> CountAsync(IReadOnlyList<string> sources, CancellationToken cancellationToken) => Task.FromResult<int?>(null);
}
