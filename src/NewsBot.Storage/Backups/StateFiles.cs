using Dapper;
using Microsoft.Data.Sqlite;

namespace NewsBot.Storage.Backups;

/// <summary>The files of a data folder that hold state: all but the index and the vectors, which are derived, and what belongs to the process that has it open.</summary>
internal static class StateFiles
{
    private static readonly string[] Derived = [DataFolder.IndexName + "/", DataFolder.VectorsName + "/"];
    private static readonly string[] OfTheProcess = [DataFolder.LockName, DataFolder.ProcessName];
    private static readonly string[] Sidecars = ["-wal", "-shm", "-journal", ".new"];

    /// <returns>Paths from the folder on, with <c>/</c>, in the order of their names.</returns>
    public static IReadOnlyList<string> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !Derived.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))
                && !OfTheProcess.Contains(file)
                && !Sidecars.Any(end => file.EndsWith(end, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Copies a file as it is at one moment. A database is copied by its own engine, which knows what other processes have committed.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (!IsDatabase(from))
        {
            File.Copy(from, to);
            return;
        }

        using var source = Open(from, SqliteOpenMode.ReadOnly);
        using var copy = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(copy);
        copy.Execute("PRAGMA journal_mode = DELETE"); // The copy is one file, whatever the original was.
    }

    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static bool IsDatabase(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> start = stackalloc byte[16];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("SQLite format 3\0"u8);
    }
}
