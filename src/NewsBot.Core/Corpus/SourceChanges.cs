using NewsBot.Core.Articles;

namespace NewsBot.Core.Corpus;

/// <summary>
/// Tells what the sources have from what is stored, item by item in the order of the sources. The rules:
/// <list type="bullet">
/// <item>Stored with the same id, content and file: unchanged. Origins are stored with full paths.</item>
/// <item>The same content once more, under the same id or another: one article, and a duplicate.</item>
/// <item>Another content under an id that this reload has already met: a failure, as it cannot be told which is meant; the first stays.
/// From addresses it is a duplicate: one outlet's feeds have the same story in other words.</item>
/// <item>Stored, and met nowhere: gone, unless its origin is kept, or its file, folder or address had a failure. What cannot be
/// read is not known to be gone.</item>
/// <item>Withdrawn, and met nowhere: gone in any case.</item>
/// <item>Outdated by the retention rule of its origin: gone, or not taken in.</item>
/// <item>Stored with the same content from another address: unchanged, and moved only where the stored address is gone.
/// A story in two feeds stays where it was, however often one of them has nothing new.</item>
/// </list>
/// Not thread-safe.
/// </summary>
/// <param name="stored">What the archive has.</param>
/// <param name="now">The time that ages are counted to.</param>
internal sealed class SourceChanges(IReadOnlyDictionary<ArticleId, KnownArticle> stored, DateTimeOffset now)
{
    /// <summary>Characters that an id or an outlet's name may have.</summary>
    public const int LongestName = 500;

    private readonly Dictionary<ArticleId, KnownArticle> _firsts = [];
    private readonly HashSet<string> _contents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _keptOrigins = new(StringComparer.Ordinal);
    private readonly HashSet<string> _readAddresses = new(StringComparer.Ordinal);
    private readonly List<Article> _elsewhere = [];
    private readonly Dictionary<ArticleId, Withdrawal> _withdrawals = [];
    private readonly RetentionLimits _limits = new(stored, now);
    private readonly List<ArticleId> _added = [];
    private readonly List<ArticleId> _changed = [];
    private readonly List<SourceFailure> _failures = [];

    public IReadOnlyList<ArticleId> Added => _added;

    public IReadOnlyList<ArticleId> Changed => _changed;

    public IReadOnlyList<SourceFailure> Failures => _failures;

    public int Unchanged { get; private set; }

    public int Duplicates { get; private set; }

    public int Outdated { get; private set; }

    /// <returns>The article where it has to be stored.</returns>
    public Article? Take(SourceItem item)
    {
        if (item.Failure is { } failure)
            Fail(failure);
        if (item.KeptOrigin is { } kept)
            _keptOrigins.Add(ArticleOrigin.Absolute(kept));
        if (item.Withdrawal is { } withdrawal)
            _withdrawals[withdrawal.Article] = withdrawal;
        if (item.Limit is { } limit)
            _limits.Add(limit.Origin, limit.Rule);
        if (item.Article is not { } article)
            return null;

        var (file, line) = ArticleOrigin.Split(article.Origin);
        if (article.Id.Value.Length is 0 or > LongestName || article.Source.Length > LongestName)
        {
            Fail(new SourceFailure(file, line, $"has an id or an outlet with more than {LongestName} characters, or no id"));
            return null;
        }

        return Take(article, file, line);
    }

    /// <summary>Articles whose content is stored from an address that is no longer read, to be stored anew. Once everything was taken.</summary>
    public IEnumerable<Article> Moved()
    {
        foreach (var article in _elsewhere)
        {
            var known = stored[article.Id].Origin;
            if (_readAddresses.Contains(known) || IsKept(known))
                continue;
            Unchanged--;
            _changed.Add(article.Id);
            yield return Placed(article);
        }
    }

    /// <summary>Kept articles that were analysed by an older version of the program. Once everything was taken.</summary>
    public IReadOnlyList<ArticleId> Stale() =>
        [.. stored.Where(known => known.Value.ContentHash.Length == 0 && !_firsts.ContainsKey(known.Key) && IsKept(known.Value.Origin)).Select(known => known.Key)];

    /// <summary>
    /// Articles to be removed: stored ones that the sources no longer have or took back, and all that are outdated. To be
    /// called once, when everything was taken and moved; the counts are final then.
    /// </summary>
    public IReadOnlyList<ArticleId> Gone()
    {
        var gone = new List<ArticleId>();
        var present = new Dictionary<ArticleId, KnownArticle>(_firsts);
        foreach (var (id, known) in stored)
        {
            if (_firsts.ContainsKey(id))
                continue;
            if (!_withdrawals.ContainsKey(id) && IsKept(known.Origin))
                present.Add(id, known);
            else
                gone.Add(id);
        }

        Unchanged += present.Count - _firsts.Count;
        var outdated = _limits.Outdated(present).ToHashSet();
        Outdated += outdated.Count;
        Unchanged -= outdated.Count - _added.RemoveAll(outdated.Contains) - _changed.RemoveAll(outdated.Contains);
        gone.AddRange(outdated);
        gone.Sort((a, b) => string.CompareOrdinal(a.Value, b.Value));
        return gone;
    }

    /// <summary>Those of the stored articles that were taken back, in the order of their ids.</summary>
    public IReadOnlyList<Withdrawal> Withdrawn() =>
    [
        .. _withdrawals.Values.Where(withdrawal => stored.ContainsKey(withdrawal.Article) && !_firsts.ContainsKey(withdrawal.Article))
            .OrderBy(withdrawal => withdrawal.Article.Value, StringComparer.Ordinal),
    ];

    private Article? Take(Article article, string file, int? line)
    {
        var isAddress = ArticleOrigin.IsAddress(article.Origin);
        if (isAddress)
            _readAddresses.Add(article.Origin);
        if (_firsts.TryGetValue(article.Id, out var first) && first.ContentHash != article.ContentHash)
        {
            if (isAddress)
                Duplicates++;
            else
                Fail(new SourceFailure(file, line, $"has the id {article.Id}, which {first.Origin} already gives to another text"));
            return null;
        }

        if (!_contents.Add(article.ContentHash))
        {
            Duplicates++;
            return null;
        }

        var isStored = stored.TryGetValue(article.Id, out var known);
        if (!isStored && _limits.IsOutdated(article))
        {
            Outdated++;
            return null;
        }

        _firsts.Add(article.Id, new KnownArticle(article.ContentHash, article.Origin, article.Published.Instant));
        if (!isStored)
        {
            _added.Add(article.Id);
            return Placed(article);
        }

        if (known.ContentHash == article.ContentHash)
        {
            var isThere = ArticleOrigin.Split(known.Origin).File == ArticleOrigin.Absolute(file);
            var isAtOtherAddress = !isThere && isAddress && ArticleOrigin.IsAddress(known.Origin);
            if (isAtOtherAddress)
                _elsewhere.Add(article);
            if (isThere || isAtOtherAddress)
            {
                Unchanged++;
                return null;
            }
        }

        _changed.Add(article.Id);
        return Placed(article);
    }

    private bool IsKept(string origin) => ArticleOrigin.IsWithin(origin, _keptOrigins);

    private void Fail(SourceFailure failure)
    {
        _failures.Add(failure);
        _keptOrigins.Add(ArticleOrigin.Absolute(failure.File));
    }

    private static Article Placed(Article article) => article with { Origin = ArticleOrigin.Absolute(article.Origin) };
}
