namespace NewsBot.Benchmarks.Scenarios;

/// <summary>Measures one thing at one size of corpus.</summary>
internal interface IScenario
{
    /// <summary>What it measures, as a heading.</summary>
    string Name { get; }

    Task<IReadOnlyList<Measure>> RunAsync(Workplace workplace, CancellationToken cancellationToken);
}

/// <param name="Name">What was measured.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">"ms", "articles/s", "MB", "x".</param>
/// <param name="Bar">What it should stay under, or with <paramref name="AtLeast"/> reach; null where no bar is set.</param>
/// <param name="AtLeast">Whether more is better.</param>
internal sealed record Measure(string Name, double Value, string Unit, double? Bar = null, bool AtLeast = false);

/// <summary>The made corpus of one size. Scenarios run in order on it: the first ingests it into the data folder.</summary>
/// <param name="Articles">How many articles.</param>
/// <param name="SourceFile">The articles as JSON Lines.</param>
/// <param name="DataFolder">The data folder of the bot.</param>
internal sealed record Workplace(int Articles, string SourceFile, string DataFolder);
