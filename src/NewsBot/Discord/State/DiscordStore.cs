using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using NewsBot.Storage.Sql;

namespace NewsBot.Discord.State;

/// <summary>
/// The file <c>discord.db</c> in the data folder: one connection, used by one thread at a time, with statements that take
/// well under a millisecond. Commits are synchronous NORMAL: a loss of power can cost the last of them, never the file.
/// </summary>
internal sealed class DiscordStore : IDisposable
{
    public const string FileName = "discord.db";

    private readonly SqliteConnection _connection;
    private readonly Lock _lock = new();

    private readonly ILogger _logger;

    private DiscordStore(SqliteConnection connection, ILogger logger) => (_connection, _logger) = (connection, logger);

    /// <summary>Opens the file, made and brought to the current schema where needed.</summary>
    /// <returns>The store, or one line that says why it cannot be used.</returns>
    public static (DiscordStore? Store, string? Failure) Open(string dataFolder, ILogger logger)
    {
        const string damaged = "Put a backup in its place, or move it away: buttons of earlier answers then no longer work.";
        return SqliteFile.Open(
            Path.Combine(dataFolder, FileName), typeof(DiscordStore).Assembly, SqliteDurability.Normal, damaged, logger, connection => new DiscordStore(connection, logger));
    }

    public T Read<T>(Func<SqliteConnection, T> read)
    {
        lock (_lock)
            return read(_connection);
    }

    /// <returns>How many rows changed.</returns>
    public int Write(string sql, object? parameters = null)
    {
        lock (_lock)
            return _connection.Execute(sql, parameters);
    }

    /// <summary>Writes what an answer does not depend on: a full disk must not keep anybody from getting one.</summary>
    /// <returns>How many rows changed; null when it could not be written, which the log says.</returns>
    public int? TryWrite(string sql, object? parameters = null)
    {
        try
        {
            return Write(sql, parameters);
        }
        catch (SqliteException exception)
        {
            _logger.LogError(exception, "The Discord store could not be written to");
            return null;
        }
    }

    public void Dispose()
    {
        lock (_lock)
            _connection.Dispose();
    }
}
