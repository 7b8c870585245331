using System.Reflection;
using Dapper;
using DbUp;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace NewsBot.Storage.Sql;

/// <summary>How much of what was committed last a loss of power may cost; the file itself survives either way.</summary>
public enum SqliteDurability
{
    /// <summary>The last commits may be lost.</summary>
    Normal,

    /// <summary>Nothing that was committed is lost.</summary>
    Full,
}

/// <summary>Opens SQLite files in write-ahead-log mode and brings them to the schema that an assembly's scripts make.</summary>
public static class SqliteFile
{
    /// <summary>Opens the file, made and brought to the current schema where needed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="scripts">The assembly whose embedded SQL scripts make the schema, in the order of their names.</param>
    /// <param name="durability">What a loss of power may cost.</param>
    /// <param name="damaged">What to do about a damaged file, as a sentence for the operator.</param>
    /// <param name="logger">Told the details of a failure.</param>
    /// <param name="use">Makes the store of the connection that writes, which then belongs to it.</param>
    /// <returns>The store, or one line that says why there is none.</returns>
    public static (T? Store, string? Failure) Open<T>(
        string path, Assembly scripts, SqliteDurability durability, string damaged, ILogger logger, Func<SqliteConnection, T> use)
        where T : class
    {
        var connection = new SqliteConnection(ConnectionString(path));
        try
        {
            connection.Open();
            connection.Execute($"PRAGMA journal_mode = WAL; PRAGMA synchronous = {(durability == SqliteDurability.Full ? "FULL" : "NORMAL")}");
            if (Migrate(path, scripts, logger) is not { } failure)
                return (use(connection), null);
            connection.Dispose();
            return (null, failure);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            logger.LogError(e, "The store {Path} cannot be opened", path);
            return (null, e.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT
                ? $"The store {path} is damaged or is no store. {damaged}"
                : $"The store {path} cannot be opened.");
        }
    }

    private static string ConnectionString(string path) => new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();

    private static string? Migrate(string path, Assembly scripts, ILogger logger)
    {
        var engine = DeployChanges.To.SqliteDatabase(ConnectionString(path))
            .WithScriptsEmbeddedInAssembly(scripts)
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogTo(logger)
            .Build();
        if (engine.GetExecutedButNotDiscoveredScripts().Count > 0)
            return $"The store {path} was written by a newer version of this program.";
        if (!engine.IsUpgradeRequired())
            return null;
        var result = engine.PerformUpgrade();
        if (result.Successful)
            return null;
        logger.LogError(result.Error, "Script {Script} failed", result.ErrorScript?.Name);
        return $"The store {path} could not be brought to the current schema.";
    }
}
