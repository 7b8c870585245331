using System.IO.Compression;
using System.Security.Cryptography;

namespace NewsBot.Storage.Backups;

/// <summary>Reads backups, which may be damaged or made by somebody else: nothing is written outside the given folder, and no more than the manifest says.</summary>
internal static class BackupReader
{
    private const int LargestManifest = 4 << 20;
    private const int BufferSize = 1 << 16;

    public static bool IsBackup(string file)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            return zip.GetEntry(BackupManifest.FileName) is not null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Unpacks a backup into an empty folder and checks every file.</summary>
    /// <returns>What it has, or what is wrong with it, to stand behind the file's name.</returns>
    public static (BackupManifest? Manifest, string? Failure) Unpack(string file, string folder, CancellationToken cancellationToken)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            if (zip.GetEntry(BackupManifest.FileName) is not { Length: <= LargestManifest } entry)
                return (null, "is no backup of NewsBot.");
            if (ReadManifest(entry) is not { } manifest)
                return (null, "is damaged: its manifest cannot be read.");
            if (manifest.Format != BackupManifest.Current)
                return (null, "was made by a newer version of this program.");
            if (!manifest.Files.Any(part => part.Path == DataFolder.StoreName))
                return (null, "is no whole backup: it has no store.");
            foreach (var part in manifest.Files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!TryUnpack(zip, part, folder))
                    return (null, $"is damaged: {part.Path} is not what was backed up.");
            }

            return (manifest, null);
        }
        catch (FileNotFoundException)
        {
            return (null, "does not exist.");
        }
        catch (InvalidDataException)
        {
            return (null, "is damaged, or is no backup of NewsBot.");
        }
    }

    private static BackupManifest? ReadManifest(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return BackupManifest.Parse(reader.ReadToEnd());
    }

    private static bool TryUnpack(ZipArchive zip, BackupFile part, string folder)
    {
        var target = Path.GetFullPath(Path.Combine(folder, part.Path));
        if (!target.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || zip.GetEntry(part.Path) is not { } entry || entry.Length != part.Bytes)
            return false;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var content = entry.Open();
        using var file = new FileStream(target, FileMode.CreateNew);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        long bytes = 0;
        for (int read; (read = content.Read(buffer)) > 0 && bytes <= part.Bytes; bytes += read)
        {
            hash.AppendData(buffer, 0, read);
            file.Write(buffer, 0, read);
        }

        file.Flush(flushToDisk: true);
        return bytes == part.Bytes && Convert.ToHexStringLower(hash.GetHashAndReset()) == part.Sha256;
    }
}
