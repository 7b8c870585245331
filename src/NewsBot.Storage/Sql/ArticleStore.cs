using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles;

namespace NewsBot.Storage.Sql;

/// <summary>
/// The system of record: a SQLite file in write-ahead-log mode, so that readers and the one writer do not wait for each
/// other. Commits are synchronous FULL: there is one of them for each reload, so the extra flush costs nothing that
/// shows, and a revision that was reported survives a loss of power too.
/// </summary>
internal sealed class ArticleStore : IDisposable
{
    private readonly SqliteConnection _writer;
    private readonly ILogger _logger;

    private ArticleStore(DbDataSource readers, SqliteConnection writer, string id, ReloadLog log, ILogger logger)
    {
        _logger = logger;
        Readers = readers;
        _writer = writer;
        Id = id;
        Log = log;
    }

    public DbDataSource Readers { get; }

    /// <summary>Names this store.</summary>
    public string Id { get; }

    public ReloadLog Log { get; }

    /// <summary>Opens the file, made and brought to the current schema where needed.</summary>
    /// <returns>The store, or why it cannot be used.</returns>
    public static (ArticleStore? Store, string? Failure) Open(string path, TimeProvider time, ILogger logger)
    {
        const string damaged = "Put a backup in its place, or move it away to start anew.";
        return SqliteFile.Open(path, typeof(ArticleStore).Assembly, SqliteDurability.Full, damaged, logger, writer =>
        {
            var readers = SqliteFactory.Instance.CreateDataSource(
                new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly }.ToString());
            var log = new ReloadLog(readers, writer, time, logger);
            log.EndInterrupted();
            return new ArticleStore(readers, writer, ReadOrMakeId(writer), log, logger);
        });
    }

    public RevisionRow Head() =>
        _writer.QueryFirstOrDefault<RevisionRow>("SELECT number, articles, passages, quotes, times, earliest, latest, kind FROM revision ORDER BY number DESC LIMIT 1")
        ?? new RevisionRow();

    /// <summary>Rows that went out of use at this revision or before are no longer there.</summary>
    public long Purged() => _writer.ExecuteScalar<long>("SELECT purged FROM corpus");

    public RevisionWriter BeginRevision(RevisionRow current) => new(_writer, current);

    /// <summary>Keys of articles that went out of use after one revision and up to another.</summary>
    public List<long> RemovedBetween(long after, long upTo) =>
        _writer.Query<long>("SELECT a.key FROM article a WHERE a.removed > @after AND a.removed <= @upTo", new { after, upTo }).AsList();

    /// <summary>The articles that came in after one revision and are in use at another, one by one.</summary>
    public IEnumerable<(long Key, AnalyzedArticle Article)> AddedBetween(long after, long upTo)
    {
        const string sql = $"SELECT {ArticleRow.Columns} FROM article a JOIN article_text t ON t.article = a.key WHERE a.added > @after AND a.added <= @upTo AND a.removed > @upTo";
        using var connection = Readers.OpenConnection();
        foreach (var row in connection.Query<ArticleRow>(sql, new { after, upTo }, buffered: false))
            yield return (row.Key, row.ToArticle());
    }

    /// <summary>Bounds the size of the file, for tests of a full disk.</summary>
    internal void LimitPages(long pages) => _writer.Execute($"PRAGMA max_page_count = {pages}");

    /// <summary>Moves the write-ahead log into the file, as far as no reader holds it back.</summary>
    public void Checkpoint()
    {
        try
        {
            _writer.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException e)
        {
            _logger.LogWarning(e, "The write-ahead log could not be moved into the store; it stays valid beside it");
        }
    }

    public void Dispose()
    {
        Readers.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection(Readers.ConnectionString));
        _writer.Dispose();
    }

    private static string ReadOrMakeId(SqliteConnection writer)
    {
        writer.Execute(
            "INSERT INTO corpus (id, next_key, purged) SELECT @id, 1, 0 WHERE NOT EXISTS (SELECT 1 FROM corpus)",
            new { id = Guid.NewGuid().ToString("N") });
        return writer.ExecuteScalar<string>("SELECT id FROM corpus")!;
    }
}
