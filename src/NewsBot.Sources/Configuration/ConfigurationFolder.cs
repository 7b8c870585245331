using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Corpus;
using NewsBot.Sources.Files;

namespace NewsBot.Sources.Configuration;

/// <summary>
/// Reads sources files, and keeps in the data folder the last good text of each: a file with a fault then does not take
/// its sources away, and neither does a restart with it.
/// </summary>
internal sealed class ConfigurationFolder(string dataFolder)
{
    private const int Largest = 1024 * 1024;

    private readonly string _goodFolder = Path.Combine(dataFolder, "sources", "good");

    /// <summary>The file as it is, or as it was when it was last good, with what is wrong with it now.</summary>
    public (SourcesFile File, IReadOnlyList<SourceFailure> Faults) Read(string path)
    {
        IReadOnlyList<SourceFailure> faults;
        if (!BoundedFile.TryRead(path, Largest, out var bytes, out var reason) || !TextDecoder.TryDecode(bytes, out var text, out reason))
            faults = [new SourceFailure(path, null, reason)];
        else
        {
            var (file, found) = SourcesFile.Parse(text, path);
            if (file is not null)
            {
                KeepGood(path, text);
                return (file, []);
            }

            faults = found;
        }

        return (LastGood(path) ?? SourcesFile.Empty, faults);
    }

    /// <summary>Writes a file so that a crash leaves either the old or the new one.</summary>
    public static void Replace(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + ".new";
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    private void KeepGood(string path, string text)
    {
        var good = GoodPath(path);
        try
        {
            if (!File.Exists(good) || File.ReadAllText(good) != text)
                Replace(good, text);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Only the way back is lost; the file itself is good.
        }
    }

    private SourcesFile? LastGood(string path)
    {
        try
        {
            return File.Exists(GoodPath(path)) ? SourcesFile.Parse(File.ReadAllText(GoodPath(path)), path).File : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string GoodPath(string path) =>
        Path.Combine(_goodFolder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16] + ".yaml");
}
