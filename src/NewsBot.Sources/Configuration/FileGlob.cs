using Microsoft.Extensions.FileSystemGlobbing;

namespace NewsBot.Sources.Configuration;

/// <summary>Paths with <c>*</c> and <c>**</c>.</summary>
internal static class FileGlob
{
    private const int MostFiles = 1_000_000;

    public static bool IsGlob(string path) => path.Contains('*', StringComparison.Ordinal);

    /// <summary>The folder that a glob searches; of another path, the path.</summary>
    public static string FolderOf(string path)
    {
        if (!IsGlob(path))
            return path;
        var folder = path[..path.IndexOf('*', StringComparison.Ordinal)];
        return folder[..(folder.LastIndexOfAny([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]) + 1)] is { Length: > 1 } end
            ? Path.TrimEndingDirectorySeparator(end)
            : Path.GetPathRoot(path) ?? "/";
    }

    /// <returns>Full paths in the order of their names.</returns>
    public static IReadOnlyList<string> Find(string glob)
    {
        var folder = FolderOf(glob);
        if (!Directory.Exists(folder))
            return [];
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(Path.GetRelativePath(folder, glob));
        return [.. matcher.GetResultsInFullPath(folder).Take(MostFiles).Order(StringComparer.Ordinal)];
    }
}
