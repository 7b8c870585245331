using NewsBot.Core.Articles;

namespace NewsBot.Core.Corpus;

/// <summary>
/// Tells what the sources have from what is stored, item by item in the order of the sources. The rules:
/// <list type="bullet">
/// <item>Stored with the same id, content and file: unchanged. Origins are stored with full paths.</item>
/// <item>The same content once more, under the same id or another: one article, and a duplicate.</item>
/// <item>Another content under an id that this reload has already met: a failure, as it cannot be told which is meant; the first stays.</item>
/// <item>Stored, and met nowhere: gone, unless its file or folder had a failure. What cannot be read is not known to be gone.</item>
/// </list>
/// Not thread-safe, but for <see cref="Read"/>.
/// </summary>
internal sealed class SourceChanges(IReadOnlyDictionary<ArticleId, KnownArticle> stored)
{
    /// <summary>Characters that an id or an outlet's name may have.</summary>
    public const int LongestName = 500;

    private readonly Dictionary<ArticleId, KnownArticle> _firsts = [];
    private readonly HashSet<string> _contents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _failedFiles = new(StringComparer.Ordinal);
    private readonly List<ArticleId> _added = [];
    private readonly List<ArticleId> _changed = [];
    private readonly List<SourceFailure> _failures = [];
    private int _read;

    /// <summary>How many items were taken.</summary>
    public int Read => Volatile.Read(ref _read);

    public IReadOnlyList<ArticleId> Added => _added;

    public IReadOnlyList<ArticleId> Changed => _changed;

    public IReadOnlyList<SourceFailure> Failures => _failures;

    public int Unchanged { get; private set; }

    public int Duplicates { get; private set; }

    /// <returns>The article where it has to be stored.</returns>
    public Article? Take(SourceItem item)
    {
        Volatile.Write(ref _read, _read + 1);
        if (item.Article is not { } article)
        {
            Fail(item.Failure!);
            return null;
        }

        var (file, line) = ArticleOrigin.Split(article.Origin);
        if (article.Id.Value.Length is 0 or > LongestName || article.Source.Length > LongestName)
        {
            Fail(new SourceFailure(file, line, $"has an id or an outlet with more than {LongestName} characters, or no id"));
            return null;
        }

        return Take(article, file, line);
    }

    /// <summary>Stored articles that the sources no longer have, once everything was taken.</summary>
    public IReadOnlyList<ArticleId> Gone() =>
    [
        .. stored.Where(known => !_firsts.ContainsKey(known.Key) && !ArticleOrigin.IsWithin(known.Value.Origin, _failedFiles))
            .Select(known => known.Key).OrderBy(id => id.Value, StringComparer.Ordinal),
    ];

    private Article? Take(Article article, string file, int? line)
    {
        if (_firsts.TryGetValue(article.Id, out var first) && first.ContentHash != article.ContentHash)
        {
            Fail(new SourceFailure(file, line, $"has the id {article.Id}, which {first.Origin} already gives to another text"));
            return null;
        }

        if (!_contents.Add(article.ContentHash))
        {
            Duplicates++;
            return null;
        }

        _firsts.Add(article.Id, new KnownArticle(article.ContentHash, article.Origin));
        if (!stored.TryGetValue(article.Id, out var known))
        {
            _added.Add(article.Id);
            return Placed(article);
        }

        if (known.ContentHash == article.ContentHash && ArticleOrigin.Split(known.Origin).File == ArticleOrigin.Absolute(file))
        {
            Unchanged++;
            return null;
        }

        _changed.Add(article.Id);
        return Placed(article);
    }

    private void Fail(SourceFailure failure)
    {
        _failures.Add(failure);
        _failedFiles.Add(ArticleOrigin.Absolute(failure.File));
    }

    private static Article Placed(Article article) => article with { Origin = ArticleOrigin.Absolute(article.Origin) };
}
