using NewsBot.Core.Corpus;

namespace NewsBot.Sources.Files;

/// <summary>
/// Finds the files of the sources: of a folder all below it, in the order of their names (ordinal), without hidden ones and
/// those whose format is not known. Links are followed, and nothing is visited twice, so that loops end.
/// </summary>
internal sealed class SourceWalker
{
    private const int DeepestFolder = 64;

    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    /// <returns>Files, and failures for what was named and is not there or cannot be listed.</returns>
    public IEnumerable<(SourceFile? File, SourceFailure? Failure)> Walk(IEnumerable<string> sources)
    {
        foreach (var source in sources)
        {
            if (string.IsNullOrWhiteSpace(source) || source.Contains('\0', StringComparison.Ordinal))
            {
                yield return Failed(source, "is not a path");
                continue;
            }

            var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(source));
            if (Directory.Exists(path))
            {
                foreach (var found in Folder(path, Path.GetFileName(path), 0))
                    yield return found;
            }
            else if (!File.Exists(path))
                yield return Failed(path, "does not exist");
            else if (SourceFile.FormatOf(path) is not { } format)
                yield return Failed(path, "has an extension that is not .txt, .md, .jsonl or .json");
            else if (_visited.Add(RealPath(new FileInfo(path))))
                yield return (new SourceFile(path, $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}", format), null);
        }
    }

    private IEnumerable<(SourceFile? File, SourceFailure? Failure)> Folder(string path, string placeKey, int depth)
    {
        if (depth > DeepestFolder)
        {
            yield return Failed(path, $"is more than {DeepestFolder} folders deep");
            yield break;
        }

        if (!_visited.Add(RealPath(new DirectoryInfo(path))))
            yield break;
        if (!TryList(path, out var entries, out var reason))
        {
            yield return Failed(path, reason);
            yield break;
        }

        foreach (var entry in entries)
        {
            var entryPath = Path.Combine(path, entry.Name);
            var entryKey = $"{placeKey}/{entry.Name}";
            if (IsDirectory(entry))
            {
                foreach (var found in Folder(entryPath, entryKey, depth + 1))
                    yield return found;
            }
            else if (SourceFile.FormatOf(entry.Name) is { } format && _visited.Add(RealPath(entry)))
                yield return (new SourceFile(entryPath, entryKey, format), null);
        }
    }

    private static bool TryList(string path, out FileSystemInfo[] entries, out string reason)
    {
        try
        {
            entries = new DirectoryInfo(path).GetFileSystemInfos();
            entries = Array.FindAll(entries, entry => !entry.Name.StartsWith('.') && !entry.Attributes.HasFlag(FileAttributes.Hidden));
            Array.Sort(entries, (a, b) => string.CompareOrdinal(a.Name, b.Name));
            reason = "";
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            entries = [];
            reason = BoundedFile.Reason(fault);
            return false;
        }
    }

    private static bool IsDirectory(FileSystemInfo entry) =>
        entry is DirectoryInfo || (entry.LinkTarget is not null && Directory.Exists(entry.FullName));

    /// <summary>The full path behind a link; of a link that leads nowhere or in a circle, its own.</summary>
    private static string RealPath(FileSystemInfo entry)
    {
        try
        {
            return (entry.LinkTarget is null ? entry : entry.ResolveLinkTarget(returnFinalTarget: true) ?? entry).FullName;
        }
        catch (IOException)
        {
            return entry.FullName;
        }
    }

    private static (SourceFile? File, SourceFailure? Failure) Failed(string path, string reason) => (null, new SourceFailure(path, null, reason));
}
