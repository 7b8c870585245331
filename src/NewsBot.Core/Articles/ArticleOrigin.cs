using System.Globalization;

namespace NewsBot.Core.Articles;

/// <summary>Reads <see cref="Article.Origin"/>: a path or an address, and behind <c>#</c> the line for files of many articles.</summary>
internal static class ArticleOrigin
{
    public static (string File, int? Line) Split(string origin)
    {
        var mark = origin.LastIndexOf('#');
        return mark > 0 && int.TryParse(origin.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? (origin[..mark], line)
            : (origin, null);
    }

    /// <summary>An origin with its full path, so that it is the same from wherever and however its source is named.</summary>
    public static string Absolute(string origin) =>
        string.IsNullOrWhiteSpace(origin) || origin.Contains('\0', StringComparison.Ordinal) || IsAddress(origin)
            ? origin
            : Path.GetFullPath(origin);

    /// <summary>Whether an origin is an address and no path.</summary>
    public static bool IsAddress(string origin) => origin.Contains("://", StringComparison.Ordinal);

    /// <summary>Whether an origin is one of these files or addresses, or lies in one of them that is a folder.</summary>
    public static bool IsWithin(string origin, IReadOnlySet<string> files) => files.Count > 0 && Enclosing(origin).Any(files.Contains);

    /// <summary>An origin's own file or address, and the folders that it lies in, from the inside out.</summary>
    public static IEnumerable<string> Enclosing(string origin)
    {
        var (file, _) = Split(origin);
        if (IsAddress(origin))
        {
            yield return origin;
            yield return file;
            yield break; // One source's address may begin with another's.
        }

        for (var end = file.Length; end > 0; end = file.LastIndexOfAny(['/', '\\'], end - 1))
        {
            yield return file[..end];
            if (end < file.Length)
                yield return file[..(end + 1)];
        }
    }
}
