using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval.Stories;

namespace NewsBot.Storage.Sql;

/// <summary>Writes one revision in one transaction. Disposed without <see cref="Commit"/> it leaves no trace. Not thread-safe.</summary>
internal sealed class RevisionWriter : IDisposable
{
    private const string InsertArticle =
        "INSERT INTO article (key, id, added, removed, hash, analyzer, title, source, source_key, published, utc_offset, time_precision, day, url, author, language, origin, passages, quotes, times, modified, modified_utc_offset, modified_precision, coverage) " +
        "VALUES (@key, @id, @added, @removed, @hash, @analyzer, @title, @source, @sourceKey, @published, @utcOffset, @timePrecision, @day, @url, @author, @language, @origin, @passages, @quotes, @times, @modified, @modifiedUtcOffset, @modifiedPrecision, @coverage)";

    private const string InsertText = "INSERT INTO article_text (article, text, analysis) VALUES (@key, @text, @analysis)";
    private const string InsertSpeaker = "INSERT INTO quote_speaker (article, ordinal, name, title) VALUES (@article, @ordinal, @name, @title)";
    private const string InsertInterval = "INSERT INTO time_interval (article, ordinal, first_day, last_day) VALUES (@article, @ordinal, @firstDay, @lastDay)";

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly RevisionRow _current;
    private readonly Dictionary<ArticleId, long> _inUse = [];
    private readonly StoryWriter _stories;
    private long _nextKey;
    private readonly HashSet<ArticleId> _put = [];
    private readonly HashSet<ArticleId> _gone = [];
    private ReloadKind _kind = ReloadKind.Reload;

    public RevisionWriter(SqliteConnection connection, RevisionRow current)
    {
        _connection = connection;
        _current = current;
        _transaction = connection.BeginTransaction();
        _stories = new StoryWriter(_transaction, Number);
        _nextKey = connection.ExecuteScalar<long>("SELECT next_key FROM corpus", transaction: _transaction);
        var known = new Dictionary<ArticleId, KnownArticle>();
        const string sql = "SELECT a.key AS Key, a.id AS Id, a.analyzer AS Analyzer, a.hash AS Hash, a.origin AS Origin, a.published AS Published FROM article a WHERE a.removed = @inUse";
        foreach (var row in connection.Query<KnownRow>(sql, new { inUse = VisibleArticles.InUse }, _transaction, buffered: false))
        {
            var id = new ArticleId(row.Id);
            _inUse.Add(id, row.Key);
            known.Add(id, new KnownArticle(row.Analyzer == ArticleAnalyzer.Version ? row.Hash : "", row.Origin, new DateTimeOffset(row.Published, TimeSpan.Zero)));
        }

        Known = known;
    }

    public IReadOnlyDictionary<ArticleId, KnownArticle> Known { get; }

    /// <summary>How many of the articles that were put are copies; once finished.</summary>
    public int Copies { get; private set; }

    public long Number => _current.Number + 1;

    public bool HasChanges => _put.Count + _gone.Count > 0;

    /// <returns>The key of the new row, and that of the row which it takes the place of.</returns>
    public (long Key, long? Replaced) Put(AnalyzedArticle analyzed, byte[] analysis, StorySketch sketch)
    {
        var replaced = TakeOut(analyzed.Article.Id);
        var key = TakeIn(analyzed.Article.Id);
        Insert(key, analyzed.Article, analyzed.Analysis);
        Execute(InsertText, new { key, text = analyzed.Article.Text, analysis });
        _stories.Put(key, sketch);
        Execute(InsertSpeaker, Speakers(key, analyzed.Analysis));
        Execute(InsertInterval, Intervals(key, analyzed.Analysis));
        return (key, replaced);
    }

    /// <returns>The key of the row that is out of use now; null where the revision has no such article.</returns>
    public long? Remove(ArticleId id)
    {
        var removed = TakeOut(id);
        _put.Remove(id);
        if (removed is not null && Known.ContainsKey(id))
            _gone.Add(id);
        return removed;
    }

    /// <summary>Puts back what the current revision changed.</summary>
    /// <returns>The rows that are out of use now, those that take their place, and the articles; null where there is no revision before.</returns>
    public RevertedRows? Revert()
    {
        if (_current.Number < 2)
            return null;
        var broughtIn = PreviousRevision.BroughtIn(_transaction, _current.Number);
        var takenOut = PreviousRevision.TakenOut(_transaction, _current.Number);
        var removed = broughtIn.ConvertAll(row => Remove(new ArticleId(row.Id))!.Value);
        var added = takenOut.ConvertAll(row =>
        {
            var key = TakeIn(new ArticleId(row.Id));
            PreviousRevision.Copy(_transaction, row.Key, key, Number);
            _stories.PutCopy(row.Key, key);
            return key;
        });
        _kind = _current.Kind == (int)ReloadKind.Undo ? ReloadKind.Redo : ReloadKind.Undo;
        return new RevertedRows(removed, added, new RevertedChanges(
            _kind,
            [.. takenOut.Select(row => new ArticleId(row.Id)).Except(Known.Keys)],
            [.. takenOut.Select(row => new ArticleId(row.Id)).Where(Known.ContainsKey)],
            [.. _gone]));
    }

    /// <summary>An article of this revision by its row.</summary>
    public AnalyzedArticle Read(long key) => _connection.QuerySingle<ArticleRow>(
        $"SELECT {ArticleRow.Columns} FROM article a JOIN article_text t ON t.article = a.key WHERE a.key = @key", new { key }, _transaction).ToArticle();

    /// <summary>Takes away rows that no revision from <paramref name="oldest"/> on uses.</summary>
    public void Purge(long oldest)
    {
        _stories.Purge(oldest);
        foreach (var table in (string[])["quote_speaker", "time_interval", "article_text"])
            Execute($"DELETE FROM {table} WHERE article IN (SELECT a.key FROM article a WHERE a.removed <= @oldest)", new { oldest });
        Execute("DELETE FROM article WHERE removed <= @oldest", new { oldest });
        Execute("UPDATE corpus SET purged = @oldest WHERE purged < @oldest", new { oldest });
    }

    /// <summary>Writes what is to be known of the revision itself; <see cref="Commit"/> follows.</summary>
    public RevisionRow Finish(DateTimeOffset now)
    {
        Copies = _stories.Finish();
        const string totals = "SELECT @number AS Number, COUNT(*) AS Articles, COALESCE(SUM(a.passages), 0) AS Passages, COALESCE(SUM(a.quotes), 0) AS Quotes, "
            + "COALESCE(SUM(a.times), 0) AS Times, MIN(a.day) AS Earliest, MAX(a.day) AS Latest FROM article a WHERE a.removed = @inUse";
        var row = _connection.QuerySingle<RevisionRow>(totals, new { number = Number, inUse = VisibleArticles.InUse }, _transaction);
        Execute("UPDATE corpus SET next_key = @nextKey", new { nextKey = _nextKey });
        Execute(
            "INSERT INTO revision (number, committed, added, changed, removed, articles, passages, quotes, times, earliest, latest, kind) " +
            "VALUES (@number, @committed, @added, @changed, @removed, @articles, @passages, @quotes, @times, @earliest, @latest, @kind)",
            new
            {
                number = Number,
                committed = now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                added = _put.Count(id => !Known.ContainsKey(id)),
                changed = _put.Count(Known.ContainsKey),
                removed = _gone.Count,
                articles = row.Articles,
                passages = row.Passages,
                quotes = row.Quotes,
                times = row.Times,
                earliest = row.Earliest,
                latest = row.Latest,
                kind = (int)_kind,
            });
        return row;
    }

    public void Commit() => _transaction.Commit();

    public void Dispose()
    {
        _stories.Dispose();
        _transaction.Dispose();
    }

    private void Insert(long key, Article article, ArticleAnalysis analysis) => Execute(InsertArticle, new
    {
        key,
        id = article.Id.Value,
        added = Number,
        removed = VisibleArticles.InUse,
        hash = article.ContentHash,
        analyzer = ArticleAnalyzer.Version,
        title = article.Title,
        source = article.Source,
        sourceKey = SourceKey.Of(article.Source),
        published = article.Published.Instant.UtcTicks,
        utcOffset = (int)article.Published.Instant.Offset.TotalMinutes,
        timePrecision = (int)article.Published.Precision,
        day = article.Published.Day.DayNumber,
        url = article.Url,
        author = article.Author,
        language = article.Language,
        origin = article.Origin,
        passages = analysis.Passages.Count,
        quotes = analysis.Quotes.Count,
        times = analysis.Times.Count,
        modified = article.Modified?.Instant.UtcTicks,
        modifiedUtcOffset = (int?)article.Modified?.Instant.Offset.TotalMinutes,
        modifiedPrecision = (int?)article.Modified?.Precision,
        coverage = (int)article.Coverage,
    });

    private long TakeIn(ArticleId id)
    {
        _put.Add(id);
        _gone.Remove(id);
        return _inUse[id] = _nextKey++;
    }

    /// <summary>Ends the use of an article's row. A row that was put in this same revision is not of any, and goes.</summary>
    private long? TakeOut(ArticleId id)
    {
        if (!_inUse.Remove(id, out var key))
            return null;
        _stories.TakeOut(key);
        Execute("UPDATE article SET removed = @number WHERE key = @key", new { number = Number, key });
        if (_connection.Execute("DELETE FROM article WHERE key = @key AND added = @number", new { number = Number, key }, _transaction) > 0)
            foreach (var table in (string[])["quote_speaker", "time_interval", "article_text"])
                Execute($"DELETE FROM {table} WHERE article = @key", new { key });
        return key;
    }

    private void Execute(string sql, object values) => _connection.Execute(sql, values, _transaction);

    private static List<object> Speakers(long article, ArticleAnalysis analysis)
    {
        var rows = new List<object>();
        for (var ordinal = 0; ordinal < analysis.Quotes.Count; ordinal++)
            if (analysis.Quotes[ordinal].Speaker is { Name: { } name } speaker)
                rows.Add(new { article, ordinal, name, title = speaker.Title });
        return rows;
    }

    private static List<object> Intervals(long article, ArticleAnalysis analysis)
    {
        var rows = new List<object>();
        for (var ordinal = 0; ordinal < analysis.Times.Count; ordinal++)
            if (analysis.Times[ordinal] is { Basis: not TimeBasis.Dateline, Interval: { } interval })
                rows.Add(new { article, ordinal, firstDay = TimeBounds.FirstDay(interval), lastDay = TimeBounds.LastDay(interval) });
        return rows;
    }

    private sealed class KnownRow
    {
        public long Key { get; init; }

        public string Id { get; init; } = "";

        public int Analyzer { get; init; }

        public string Hash { get; init; } = "";

        public string Origin { get; init; } = "";

        public long Published { get; init; }
    }
}

/// <param name="Removed">Keys of rows that are out of use now.</param>
/// <param name="Added">Keys of rows that are new.</param>
/// <param name="Changes">The articles.</param>
internal sealed record RevertedRows(IReadOnlyList<long> Removed, IReadOnlyList<long> Added, RevertedChanges Changes);
