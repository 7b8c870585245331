using System.Data.Common;
using Dapper;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Storage.Vectors;

namespace NewsBot.Storage.Sql;

/// <summary>Everything that readers ask the store, each for one revision.</summary>
internal sealed class ArticleQueries(DbDataSource store)
{
    /// <summary>The articles with these ids that the revision has, in no order.</summary>
    public async Task<List<AnalyzedArticle>> ArticlesAsync(long revision, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        const string sql = $"SELECT {ArticleRow.Columns} FROM article a JOIN article_text t ON t.article = a.key WHERE a.id IN @ids AND {VisibleArticles.AtRevision}";
        var rows = await QueryAsync<ArticleRow>(sql, new { revision, ids }, cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => row.ToArticle());
    }

    public async Task<List<ArticleHeader>> HeadersAsync(long revision, ArticleFilter filter, int count, CancellationToken cancellationToken)
    {
        var (condition, values) = VisibleArticles.Select(revision, filter);
        values.Add("count", count);
        var sql = $"SELECT {ArticleRow.HeaderColumns} FROM article a WHERE {condition} ORDER BY a.published DESC, a.id LIMIT @count";
        return (await QueryAsync<ArticleRow>(sql, values, cancellationToken).ConfigureAwait(false)).ConvertAll(row => row.ToHeader());
    }

    /// <summary>The article that a revision changed or removed, as it was before.</summary>
    public async Task<AnalyzedArticle?> EarlierAsync(long revision, string id, CancellationToken cancellationToken)
    {
        const string sql = $"SELECT {ArticleRow.Columns} FROM article a JOIN article_text t ON t.article = a.key WHERE a.id = @id AND a.removed = @revision";
        var rows = await QueryAsync<ArticleRow>(sql, new { revision, id }, cancellationToken).ConfigureAwait(false);
        return rows.Count > 0 ? rows[0].ToArticle() : null;
    }

    public async Task<IReadOnlyList<Story>> StoriesAsync(long revision, HiddenOrigins hidden, IReadOnlyCollection<ArticleId> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        const string atRevision = "m.added <= @revision AND m.removed > @revision";
        const string asked = $"SELECT m.story FROM article a JOIN story_member m ON m.article = a.key WHERE a.id IN @ids AND {VisibleArticles.AtRevision} AND {atRevision}";
        var (visible, values) = VisibleArticles.Select(revision, new ArticleFilter { Hidden = hidden });
        values.Add("ids", ids.Select(id => id.Value).ToList());
        var sql = $"SELECT m.story AS Story, {ArticleRow.HeaderColumns} FROM story_member m JOIN article a ON a.key = m.article "
            + $"WHERE m.story IN ({asked}) AND {visible} AND {atRevision} ORDER BY a.published, a.id";
        var rows = await QueryAsync<ArticleRow>(sql, values, cancellationToken).ConfigureAwait(false);
        var order = ids.Select((id, place) => (id, place)).DistinctBy(pair => pair.id).ToDictionary(pair => pair.id.Value, pair => pair.place, StringComparer.Ordinal);
        return
        [
            .. rows.GroupBy(row => row.Story).Where(story => story.Count() > 1)
                .OrderBy(story => story.Min(row => order.GetValueOrDefault(row.Id, int.MaxValue)))
                .Select(story => new Story([.. story.Select(row => row.ToHeader())])),
        ];
    }

    /// <summary>Outlets, most articles first; of several spellings of one, the most used stands for it.</summary>
    public async Task<IReadOnlyList<SourceSummary>> SourcesAsync(long revision, HiddenOrigins hidden, CancellationToken cancellationToken)
    {
        var (condition, values) = VisibleArticles.Select(revision, new ArticleFilter { Hidden = hidden });
        var sql = "SELECT a.source_key AS SourceKey, a.source AS Source, COUNT(*) AS Articles, MIN(a.day) AS Earliest, MAX(a.day) AS Latest "
            + $"FROM article a WHERE {condition} GROUP BY a.source_key, a.source";
        var rows = await QueryAsync<SourceRow>(sql, values, cancellationToken).ConfigureAwait(false);
        return
        [
            .. rows.GroupBy(row => row.SourceKey, StringComparer.Ordinal).Select(spellings => new SourceSummary(
                spellings.OrderByDescending(row => row.Articles).ThenBy(row => row.Source, StringComparer.Ordinal).First().Source,
                spellings.Sum(row => row.Articles),
                DateOnly.FromDayNumber(spellings.Min(row => row.Earliest)),
                DateOnly.FromDayNumber(spellings.Max(row => row.Latest))))
            .OrderByDescending(source => source.Articles).ThenBy(source => source.Source, StringComparer.Ordinal),
        ];
    }

    public async Task<IReadOnlyList<SpeakerCount>> SpeakersAsync(long revision, HiddenOrigins hidden, CancellationToken cancellationToken)
    {
        // The few rows that the revision does not have are left out, rather than the many that it has looked up one by one.
        var values = new DynamicParameters();
        values.Add("revision", revision);
        var isHidden = VisibleArticles.Hides(hidden, values) is { } condition ? $" OR {condition}" : "";
        var visible = $"q.article NOT IN (SELECT a.key FROM article a WHERE a.added > @revision OR a.removed <= @revision{isHidden})";
        var counts = "SELECT q.name AS Name, COUNT(*) AS Quotes, COUNT(DISTINCT q.article) AS Articles "
            + $"FROM quote_speaker q WHERE {visible} GROUP BY q.name";
        var titles = "SELECT q.name AS Name, q.title AS Title, COUNT(*) AS Quotes "
            + $"FROM quote_speaker q WHERE q.title IS NOT NULL AND {visible} GROUP BY q.name, q.title";
        var speakers = await QueryAsync<SpeakerRow>(counts, values, cancellationToken).ConfigureAwait(false);
        var titled = await QueryAsync<SpeakerRow>(titles, values, cancellationToken).ConfigureAwait(false);
        var mostUsed = titled.GroupBy(row => row.Name, StringComparer.Ordinal).ToDictionary(
            rows => rows.Key,
            rows => rows.OrderByDescending(row => row.Quotes).ThenBy(row => row.Title, StringComparer.Ordinal).First().Title,
            StringComparer.Ordinal);
        return
        [
            .. speakers.Select(row => new SpeakerCount(row.Name, mostUsed.GetValueOrDefault(row.Name), row.Quotes, row.Articles))
                .OrderByDescending(speaker => speaker.Quotes).ThenBy(speaker => speaker.Name, StringComparer.Ordinal),
        ];
    }

    public async Task<IReadOnlyList<QuoteRef>> QuotesByAsync(long revision, IReadOnlyCollection<string> names, ArticleFilter filter, int count, CancellationToken cancellationToken)
    {
        var (condition, values) = VisibleArticles.Select(revision, filter);
        values.Add("names", names);
        values.Add("count", count);
        var sql = "SELECT a.id AS Article, q.ordinal AS Ordinal FROM quote_speaker q JOIN article a ON a.key = q.article "
            + $"WHERE q.name IN @names AND {condition} ORDER BY a.published DESC, a.id, q.ordinal LIMIT @count";
        var rows = await QueryAsync<PlaceRow>(sql, values, cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => new QuoteRef(new ArticleId(row.Article), row.Ordinal));
    }

    public async Task<IReadOnlyList<TimeRef>> TimesInAsync(long revision, DateInterval interval, ArticleFilter filter, int count, CancellationToken cancellationToken)
    {
        var (condition, values) = VisibleArticles.Select(revision, filter);
        values.Add("from", TimeBounds.FirstDay(interval));
        values.Add("to", TimeBounds.LastDay(interval));
        values.Add("count", count);
        var sql = "SELECT a.id AS Article, i.ordinal AS Ordinal FROM time_interval i JOIN article a ON a.key = i.article "
            + $"WHERE i.first_day >= @from AND i.first_day <= @to AND i.last_day <= @to AND {condition} ORDER BY ABS(a.day - i.first_day), i.ordinal, a.published, a.id LIMIT @count";
        var rows = await QueryAsync<PlaceRow>(sql, values, cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => new TimeRef(new ArticleId(row.Article), row.Ordinal));
    }

    /// <summary>The days between which the revision has articles that are not hidden.</summary>
    public CorpusReach Reach(long revision, HiddenOrigins hidden)
    {
        var (condition, values) = VisibleArticles.Select(revision, new ArticleFilter { Hidden = hidden });
        using var connection = store.OpenConnection();
        var (earliest, latest) = connection.QuerySingle<(int? Earliest, int? Latest)>($"SELECT MIN(a.day), MAX(a.day) FROM article a WHERE {condition}", values);
        return new CorpusReach(
            earliest is { } first ? DateOnly.FromDayNumber(first) : null,
            latest is { } last ? DateOnly.FromDayNumber(last) : null);
    }

    /// <summary>The articles of a revision with the number of their passages.</summary>
    public Task<IReadOnlyList<ArticlePassages>> PassagesAsync(long revision, CancellationToken cancellationToken) =>
        ArticlePassages.ReadAsync(store, revision, cancellationToken);

    private async Task<List<T>> QueryAsync<T>(string sql, object values, CancellationToken cancellationToken)
    {
        await using var connection = await store.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancellationToken)).ConfigureAwait(false)).AsList();
    }

    private sealed class SourceRow
    {
        public string SourceKey { get; init; } = "";

        public string Source { get; init; } = "";

        public int Articles { get; init; }

        public int Earliest { get; init; }

        public int Latest { get; init; }
    }

    private sealed class SpeakerRow
    {
        public string Name { get; init; } = "";

        public string? Title { get; init; }

        public int Quotes { get; init; }

        public int Articles { get; init; }
    }

    private sealed class PlaceRow
    {
        public string Article { get; init; } = "";

        public int Ordinal { get; init; }
    }
}
