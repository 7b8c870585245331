using Microsoft.Extensions.Logging;

namespace NewsBot.Storage.Backups;

/// <summary>
/// Makes a data folder of a backup. Everything is unpacked, checked and opened beside the folder first, the index made
/// with it, and then takes its place at once: whatever goes wrong before leaves the folder as it was.
/// </summary>
public static class Restore
{
    /// <param name="file">The backup.</param>
    /// <param name="dataFolder">The folder to make.</param>
    /// <param name="replace">Whether it may have something already, which is lost.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggerFactory">The log for operators.</param>
    /// <param name="cancellationToken">Leaves the folder as it was.</param>
    public static async Task<BackupResult> RunAsync(
        string file, string dataFolder, bool replace, TimeProvider time, ILoggerFactory loggerFactory, CancellationToken cancellationToken)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataFolder));
        if (Obstacle(folder, replace) is { } obstacle)
            return BackupResult.Failed(obstacle);
        var draft = $"{folder}.restoring";
        try
        {
            DeleteFolder(draft); // Of a restoring that was killed.
            Directory.CreateDirectory(draft);
            var (manifest, failure) = await Task.Run(() => BackupReader.Unpack(file, draft, cancellationToken), cancellationToken).ConfigureAwait(false);
            if (manifest is null)
                return BackupResult.Failed($"{file} {failure}");
            var opened = await CorpusStore.OpenAsync(draft, time, loggerFactory, cancellationToken).ConfigureAwait(false);
            if (!opened.TryGet(out var corpus, out failure))
                return BackupResult.Failed(failure);
            corpus.Dispose();
            if (Obstacle(folder, replace) is { } newObstacle)
                return BackupResult.Failed(newObstacle);
            Swap(draft, folder);
            return new BackupResult(manifest.Revision, manifest.Articles, new FileInfo(file).Length, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            loggerFactory.CreateLogger(typeof(Restore)).LogError(e, "The restoring of {File} failed", file);
            return BackupResult.Failed($"{file} cannot be restored into {folder}: the disk may be full, or a file or folder not accessible.");
        }
        finally
        {
            DeleteFolder(draft);
        }
    }

    /// <returns>Why the folder may not be replaced; null where it may.</returns>
    private static string? Obstacle(string folder, bool replace)
    {
        if (File.Exists(folder))
            return $"{folder} is a file.";
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
            return null;
        if (!replace)
            return $"The data folder {folder} is not empty; --force replaces what it has.";
        var (held, failure) = DataFolder.Open(folder);
        held?.Dispose();
        return failure;
    }

    private static void Swap(string draft, string folder)
    {
        var before = $"{folder}.replaced";
        DeleteFolder(before);
        if (Directory.Exists(folder))
            Directory.Move(folder, before);
        try
        {
            Directory.Move(draft, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(before))
                Directory.Move(before, folder);
            throw;
        }

        DeleteFolder(before);
    }

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
