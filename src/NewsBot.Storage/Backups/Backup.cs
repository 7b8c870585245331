using System.IO.Compression;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using NewsBot.Storage.Sql;

namespace NewsBot.Storage.Backups;

/// <summary>
/// Writes the state of a data folder into one file, a zip, while another process may be using the folder. Each database is
/// copied as it is at one moment; the archive is that of one revision.
/// </summary>
public static class Backup
{
    /// <param name="dataFolder">The folder.</param>
    /// <param name="file">Where to; an earlier backup is replaced, once the new one is whole, and nothing else is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Leaves nothing behind.</param>
    public static Task<BackupResult> WriteAsync(string dataFolder, string file, TimeProvider time, CancellationToken cancellationToken) =>
        Task.Run(() => Write(Path.GetFullPath(dataFolder), Path.GetFullPath(file), time, cancellationToken), cancellationToken);

    private static BackupResult Write(string folder, string file, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!File.Exists(DataFolder.StorePathIn(folder)))
            return BackupResult.Failed($"The data folder {folder} has no store to back up.");
        if (Path.GetRelativePath(folder, file) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(relative))
            return BackupResult.Failed($"{file} lies in the data folder; a backup has to lie elsewhere.");
        if (Directory.Exists(file) || (File.Exists(file) && !BackupReader.IsBackup(file)))
            return BackupResult.Failed($"{file} exists and is no backup; it is left alone.");

        var draft = file + ".part";
        var copies = file + ".files";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            Directory.CreateDirectory(copies);
            var manifest = Write(folder, copies, draft, time, cancellationToken);
            File.Move(draft, file, overwrite: true);
            return new BackupResult(manifest.Revision, manifest.Articles, new FileInfo(file).Length, null);
        }
        catch (SqliteException e)
        {
            return BackupResult.Failed(e.SqliteErrorCode is SQLitePCL.raw.SQLITE_FULL
                ? $"{file} cannot be written; the disk may be full."
                : $"The data folder {folder} has a database that cannot be read.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return BackupResult.Failed($"{file} cannot be written; the disk may be full, or its folder not writable.");
        }
        finally
        {
            File.Delete(draft);
            if (Directory.Exists(copies))
                Directory.Delete(copies, recursive: true);
        }
    }

    private static BackupManifest Write(string folder, string copies, string draft, TimeProvider time, CancellationToken cancellationToken)
    {
        using var zip = ZipFile.Open(draft, ZipArchiveMode.Create);
        var files = new List<BackupFile>();
        var head = new RevisionRow();
        foreach (var path in StateFiles.In(folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var copy = Path.Combine(copies, path);
            StateFiles.Copy(Path.Combine(folder, path), copy);
            if (copy == DataFolder.StorePathIn(copies))
                head = Head(copy);
            files.Add(Add(zip, path, copy));
            File.Delete(copy);
        }

        var manifest = new BackupManifest(BackupManifest.Current, time.GetUtcNow(), head.Number, head.Articles, files);
        using var writer = new StreamWriter(zip.CreateEntry(BackupManifest.FileName).Open());
        writer.Write(manifest.ToJson());
        return manifest;
    }

    private static BackupFile Add(ZipArchive zip, string path, string copy)
    {
        using var content = File.OpenRead(copy);
        using var hash = SHA256.Create();
        using (var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open())
        using (var hashed = new CryptoStream(entry, hash, CryptoStreamMode.Write))
            content.CopyTo(hashed);
        return new BackupFile(path, content.Length, Convert.ToHexStringLower(hash.Hash!));
    }

    private static RevisionRow Head(string store)
    {
        using var connection = StateFiles.Open(store, SqliteOpenMode.ReadOnly);
        return connection.QueryFirstOrDefault<RevisionRow>("SELECT number, articles FROM revision ORDER BY number DESC LIMIT 1") ?? new RevisionRow();
    }
}
