using System.Data.Common;
using Dapper;
using NewsBot.Core.Articles;
using NewsBot.Storage.Sql;

namespace NewsBot.Storage.Vectors;

/// <summary>An article of a revision, as far as the search by vectors needs to know it.</summary>
/// <param name="RowKey">Key of its row in the store.</param>
/// <param name="Id">Its id.</param>
/// <param name="Key">What it says, see <see cref="ContentKey"/>.</param>
/// <param name="Day">Its publication day, as a day number.</param>
/// <param name="Source">Its outlet, as <see cref="SourceKey"/>.</param>
/// <param name="Origin">Where it was read, see <see cref="Article.Origin"/>.</param>
/// <param name="Passages">How many passages it has.</param>
internal sealed record ArticlePassages(long RowKey, ArticleId Id, UInt128 Key, int Day, string Source, string Origin, int Passages)
{
    /// <summary>The articles of a revision.</summary>
    public static async Task<IReadOnlyList<ArticlePassages>> ReadAsync(DbDataSource store, long revision, CancellationToken cancellationToken)
    {
        const string sql = "SELECT a.key, a.id, a.hash, a.analyzer, a.day, a.source_key AS Source, a.origin, a.passages "
            + $"FROM article a WHERE {VisibleArticles.AtRevision}";
        await using var connection = await store.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
        var articles = new List<ArticlePassages>();
        await foreach (var row in connection.QueryUnbufferedAsync<Row>(sql, new { revision }).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            articles.Add(new ArticlePassages(
                row.Key, new ArticleId(row.Id), ContentKey.Of(row.Hash, row.Analyzer), row.Day, Shared(row.Source), Shared(row.Origin), row.Passages));
        }

        return articles;

        // Many articles have the same outlet and origin; one string of each is kept.
        string Shared(string text) => shared.TryGetValue(text, out var known) ? known : shared[text] = text;
    }

    /// <summary>Every article of which the store has a row, whether a revision uses it or may come to use it again.</summary>
    public static async Task<HashSet<UInt128>> ReadKeptAsync(DbDataSource store, CancellationToken cancellationToken)
    {
        await using var connection = await store.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var kept = new HashSet<UInt128>();
        await foreach (var row in connection.QueryUnbufferedAsync<Row>("SELECT a.hash, a.analyzer FROM article a").WithCancellation(cancellationToken).ConfigureAwait(false))
            kept.Add(ContentKey.Of(row.Hash, row.Analyzer));
        return kept;
    }

    /// <summary>The texts of some articles, by key of their rows; rows that are gone are left out.</summary>
    public static async Task<IReadOnlyList<(long RowKey, AnalyzedArticle Article)>> ReadTextsAsync(DbDataSource store, IEnumerable<long> keys, CancellationToken cancellationToken)
    {
        const string sql = $"SELECT {ArticleRow.Columns} FROM article a JOIN article_text t ON t.article = a.key WHERE a.key IN @keys";
        await using var connection = await store.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var rows = await connection.QueryAsync<ArticleRow>(new CommandDefinition(sql, new { keys }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return [.. rows.Select(row => (row.Key, row.ToArticle()))];
    }

    private sealed class Row
    {
        public long Key { get; init; }

        public string Id { get; init; } = "";

        public string Hash { get; init; } = "";

        public int Analyzer { get; init; }

        public int Day { get; init; }

        public string Source { get; init; } = "";

        public string Origin { get; init; } = "";

        public int Passages { get; init; }
    }
}
