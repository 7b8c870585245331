using Microsoft.Data.Sqlite;

namespace NewsBot.Storage.Sql;

/// <summary>Table story_key, with statements that are prepared once: there are some twenty keys an article.</summary>
internal sealed class StoryKeys : IDisposable
{
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _add;
    private readonly SqliteCommand _remove;

    public StoryKeys(SqliteTransaction transaction, int mostFound)
    {
        _find = Command(transaction, $"SELECT article FROM story_key WHERE hash = @hash ORDER BY article LIMIT {mostFound}");
        _add = Command(transaction, "INSERT INTO story_key (hash, article) VALUES (@hash, @article)");
        _remove = Command(transaction, "DELETE FROM story_key WHERE hash = @hash AND article = @article");
        using var any = Command(transaction, "SELECT EXISTS (SELECT 1 FROM story_key)");
        HasAny = (long)any.ExecuteScalar()! != 0;
    }

    /// <summary>Whether there were keys at the start.</summary>
    public bool HasAny { get; }

    /// <summary>Articles with a key, those that came first of very many.</summary>
    public List<long> Find(uint hash)
    {
        var articles = new List<long>();
        _find.Parameters[0].Value = (long)hash;
        using var reader = _find.ExecuteReader();
        while (reader.Read())
            articles.Add(reader.GetInt64(0));
        return articles;
    }

    public void Add(uint hash, long article) => Execute(_add, hash, article);

    public void Remove(uint hash, long article) => Execute(_remove, hash, article);

    public void Dispose()
    {
        _find.Dispose();
        _add.Dispose();
        _remove.Dispose();
    }

    private static void Execute(SqliteCommand command, uint hash, long article)
    {
        command.Parameters[0].Value = (long)hash;
        command.Parameters[1].Value = article;
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteTransaction transaction, string sql)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var name in (string[])["@hash", "@article"])
            if (sql.Contains(name, StringComparison.Ordinal))
                command.Parameters.Add(name, SqliteType.Integer);
        return command;
    }
}
