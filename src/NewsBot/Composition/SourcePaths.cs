namespace NewsBot.Composition;

/// <summary>Decides which files and folders are read.</summary>
internal static class SourcePaths
{
    private const string Shipped = "seeds";

    /// <summary>Those named by the options; else those remembered in the data folder; else the shipped articles.</summary>
    /// <returns>Full paths, and addresses.</returns>
    public static IReadOnlyList<string> Of(BotOptions options)
    {
        if (options.Sources.Count > 0)
            return [.. options.Sources.Select(source => source.Contains("://", StringComparison.Ordinal) ? source : Path.GetFullPath(source))];
        var remembered = RememberedSources.Read(options.DataFolder);
        return remembered.Count > 0 ? remembered : [ShippedFolder()];
    }

    /// <summary><c>seeds</c> in the working directory, else beside the program.</summary>
    private static string ShippedFolder() =>
        Directory.Exists(Shipped) ? Path.GetFullPath(Shipped) : Path.Combine(AppContext.BaseDirectory, Shipped);
}
