using Dapper;
using Microsoft.Data.Sqlite;

namespace NewsBot.Storage.Sql;

/// <summary>What the current revision changed, as the rows that it put out of use and into use. The former are kept for as long as it is the current one.</summary>
internal static class PreviousRevision
{
    private const string Fields = "id, hash, analyzer, title, source, source_key, published, utc_offset, time_precision, day, url, author, language, origin, "
        + "passages, quotes, times, modified, modified_utc_offset, modified_precision, coverage";

    /// <summary>Rows that the revision brought in and has in use.</summary>
    public static List<(long Key, string Id)> BroughtIn(SqliteTransaction transaction, long revision) =>
        Rows(transaction, "SELECT a.key, a.id FROM article a WHERE a.added = @revision AND a.removed = @inUse ORDER BY a.key", new { revision, inUse = VisibleArticles.InUse });

    /// <summary>Rows that the revision put out of use.</summary>
    public static List<(long Key, string Id)> TakenOut(SqliteTransaction transaction, long revision) =>
        Rows(transaction, "SELECT a.key, a.id FROM article a WHERE a.removed = @revision ORDER BY a.key", new { revision });

    /// <summary>Copies a row, with all that hangs on it, into a new one that is in use from a revision on.</summary>
    public static void Copy(SqliteTransaction transaction, long key, long newKey, long revision)
    {
        var values = new { key, newKey, revision, inUse = VisibleArticles.InUse };
        foreach (var sql in (string[])
        [
            $"INSERT INTO article (key, added, removed, {Fields}) SELECT @newKey, @revision, @inUse, {Fields} FROM article WHERE key = @key",
            "INSERT INTO article_text (article, text, analysis) SELECT @newKey, text, analysis FROM article_text WHERE article = @key",
            "INSERT INTO quote_speaker (article, ordinal, name, title) SELECT @newKey, ordinal, name, title FROM quote_speaker WHERE article = @key",
            "INSERT INTO time_interval (article, ordinal, first_day, last_day) SELECT @newKey, ordinal, first_day, last_day FROM time_interval WHERE article = @key",
        ])
            transaction.Connection!.Execute(sql, values, transaction);
    }

    private static List<(long Key, string Id)> Rows(SqliteTransaction transaction, string sql, object values) =>
        transaction.Connection!.Query<(long, string)>(sql, values, transaction).AsList();
}
