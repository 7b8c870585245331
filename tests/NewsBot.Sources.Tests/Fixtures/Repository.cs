namespace NewsBot.Sources.Tests.Fixtures;

internal static class Repository
{
    /// <summary>The shipped articles.</summary>
    public static string Seeds { get; } = Path.Combine(Root(), "seeds");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NewsBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("NewsBot.sln stands in no folder above the tests");
    }
}
