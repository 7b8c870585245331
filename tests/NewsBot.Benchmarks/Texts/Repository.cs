namespace NewsBot.Benchmarks.Texts;

/// <summary>Where the sources of the program lie: the nearest folder above this program that has the solution.</summary>
internal static class Repository
{
    public static string Seeds { get; } = Path.Combine(Find(), "seeds");

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "NewsBot.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("Run the benchmarks from inside the repository.");
    }
}
