using Microsoft.Data.Sqlite;
using NewsBot.Core.Corpus;

namespace NewsBot.Storage.Sql;

/// <summary>Failures of the disk in words for an admin.</summary>
internal static class WriteFailure
{
    /// <summary>Whether an exception comes from the disk, and not from a mistake of the program.</summary>
    public static bool Is(Exception e) => e is (IOException and not CorpusStorageException) or UnauthorizedAccessException or SqliteException
    {
        SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN
            or SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_BUSY,
    };

    public static CorpusStorageException Of(Exception e) => new(
        e switch
        {
            SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB } => "The store is damaged; restore a backup.",
            SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY } => "The store is in use by another program.",
            _ => "The archive cannot be written to; the disk may be full, or the data folder not writable.",
        },
        e);
}
