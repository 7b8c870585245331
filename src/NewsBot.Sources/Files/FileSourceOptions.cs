namespace NewsBot.Sources.Files;

/// <summary>Limits on what is read from files.</summary>
public sealed record FileSourceOptions
{
    /// <summary>The most bytes of a file with one article, and of a line with one: 1 KiB to 256 MiB.</summary>
    public int MaxArticleBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>The most bytes of a JSON Lines file, which is read as a stream.</summary>
    public long MaxJsonLinesBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>The most bytes of a JSON file with an array of articles, which is read as a whole.</summary>
    public int MaxJsonBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many faulty lines of one file are reported one by one; the rest are counted.</summary>
    public int MaxFaultsPerFile { get; init; } = 1000;

    /// <returns>What is wrong with the options, in one line each.</returns>
    public IEnumerable<string> Problems()
    {
        if (MaxArticleBytes is < 1024 or > 256 * 1024 * 1024)
            yield return $"{nameof(MaxArticleBytes)} must be between 1 KiB and 256 MiB";
        if (MaxJsonLinesBytes < MaxArticleBytes)
            yield return $"{nameof(MaxJsonLinesBytes)} must not be less than {nameof(MaxArticleBytes)}";
        if (MaxJsonBytes < MaxArticleBytes)
            yield return $"{nameof(MaxJsonBytes)} must not be less than {nameof(MaxArticleBytes)}";
        if (MaxFaultsPerFile < 1)
            yield return $"{nameof(MaxFaultsPerFile)} must be at least 1";
    }
}
