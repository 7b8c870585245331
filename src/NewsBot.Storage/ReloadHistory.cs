using Microsoft.Data.Sqlite;
using NewsBot.Core.Corpus;
using NewsBot.Storage.Sql;

namespace NewsBot.Storage;

/// <summary>Reads the log of reloads of a data folder, which another process may be using.</summary>
public static class ReloadHistory
{
    /// <returns>The latest reloads, newest first, or why they cannot be read.</returns>
    public static async Task<(IReadOnlyList<ReloadRecord>? Reloads, string? Failure)> ReadAsync(string dataFolder, int count, CancellationToken cancellationToken)
    {
        var path = DataFolder.StorePathIn(dataFolder);
        if (!File.Exists(path))
            return (null, $"The data folder {Path.GetFullPath(dataFolder)} has no store.");
        try
        {
            await using var store = SqliteFactory.Instance.CreateDataSource(
                new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            return (await ReloadLog.LatestAsync(store, count, cancellationToken).ConfigureAwait(false), null);
        }
        catch (SqliteException)
        {
            return (null, $"The store {path} cannot be read, or was written by an older version of this program.");
        }
    }
}
