using Dapper;
using DbUp;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

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
        var path = Path.Combine(dataFolder, FileName);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
            if (Migrate(path, logger) is not { } failure)
                return (new DiscordStore(connection, logger), null);
            connection.Dispose();
            return (null, failure);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            logger.LogDebug(e, "The store {Path} cannot be opened", path);
            return (null, $"The store {path} is damaged or cannot be opened. Put a backup in its place, or move it away: buttons of earlier answers then no longer work.");
        }
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

    private static string? Migrate(string path, ILogger logger)
    {
        var engine = DeployChanges.To.SqliteDatabase(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString())
            .WithScriptsEmbeddedInAssembly(typeof(DiscordStore).Assembly)
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogTo(logger)
            .Build();
        if (engine.GetExecutedButNotDiscoveredScripts().Count > 0)
            return $"The store {path} was written by a newer version of this program.";
        if (!engine.IsUpgradeRequired() || engine.PerformUpgrade() is { Successful: true })
            return null;
        return $"The store {path} could not be brought to the current schema.";
    }
}
