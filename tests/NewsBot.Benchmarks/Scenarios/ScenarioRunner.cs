using System.Globalization;
using System.Text.Json;
using NewsBot.Benchmarks.Texts;

namespace NewsBot.Benchmarks.Scenarios;

/// <summary>
/// <c>scenarios [--passages 1000 10000 100000] [--articles 10000 100000] [--only NAME] [--keep FOLDER] [--out FILE]</c>: makes
/// a corpus of each size, in passages or in articles of 600 words, and runs every scenario on it. With <c>--keep</c> the corpora stay, and those that are there are not made again.
/// </summary>
internal static class ScenarioRunner
{
    private const int Seed = 20240601;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>In the order in which they run; a new one is added here.</summary>
    private static readonly IScenario[] All =
    [
        new IngestScenario(),
        new UnchangedReloadScenario(),
        new ColdStartScenario(),
        new RetrievalScenario(),
        new VectorScenario(),
        new LookupScenario(),
        new AnswerScenario(),
        new GateScenario(),
        new OneChangeScenario(),
        new KilledReloadScenario(),
    ];

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var sizes = Sizes(args).DefaultIfEmpty(new CorpusSize(1000, "passages")).ToList();
        var only = Values(args, "--only").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var keep = Values(args, "--keep").FirstOrDefault();
        var root = Directory.CreateDirectory(keep ?? Path.Combine(Path.GetTempPath(), $"newsbot-benchmarks-{Environment.ProcessId}")).FullName;
        var results = new Dictionary<string, Dictionary<string, IReadOnlyList<Measure>>>();
        try
        {
            foreach (var size in sizes)
            {
                var workplace = await MakeAsync(root, size, cancellationToken);
                System.Console.WriteLine(FormattableString.Invariant($"\n# {size}: {workplace.Articles} articles"));
                var measured = results[size.ToString()] = [];
                foreach (var scenario in All.Where(scenario => only.Count == 0 || only.Contains(scenario.Name)))
                {
                    if (scenario is not IngestScenario && !Directory.Exists(workplace.DataFolder))
                        await IngestScenario.FillAsync(workplace, cancellationToken);
                    measured[scenario.Name] = await scenario.RunAsync(workplace, cancellationToken);
                    Print(scenario, measured[scenario.Name]);
                }
            }
        }
        finally
        {
            if (keep is null)
                Directory.Delete(root, recursive: true);
        }

        if (Values(args, "--out").FirstOrDefault() is { } file)
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(results, Json), cancellationToken);
        return 0;
    }

    private static IEnumerable<CorpusSize> Sizes(string[] args) =>
        from unit in (string[])["passages", "articles"]
        from value in Values(args, "--" + unit)
        select new CorpusSize(int.Parse(value, CultureInfo.InvariantCulture), unit);

    private static async Task<Workplace> MakeAsync(string root, CorpusSize size, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, size.ToString().Replace(' ', '-'))).FullName;
        var file = Path.Combine(folder, "articles.jsonl");
        if (!File.Exists(file))
        {
            var seeds = await SeedSentences.ReadAsync(Repository.Seeds, cancellationToken);
            var articles = new SyntheticArticles(seeds, Seed);
            await ArticleFile.WriteAsync(file, size.Unit == "articles" ? articles.TakeArticles(size.Count) : articles.Take(size.Count), cancellationToken);
        }

        return new Workplace(File.ReadLines(file).Count(), file, Path.Combine(folder, "data"));
    }

    private static IEnumerable<string> Values(string[] args, string option) =>
        args.SkipWhile(arg => arg != option).Skip(1).TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal));

    private static void Print(IScenario scenario, IReadOnlyList<Measure> measures)
    {
        System.Console.WriteLine($"\n## {scenario.Name}\n\n| measure | value | bar |\n|---|---|---|");
        foreach (var measure in measures)
        {
            var bar = measure.Bar is { } value ? $"{(measure.AtLeast ? ">=" : "<=")} {value.ToString("0.##", CultureInfo.InvariantCulture)}" : "";
            System.Console.WriteLine(FormattableString.Invariant($"| {measure.Name} | {measure.Value:0.###} {measure.Unit} | {bar} |"));
        }
    }
}

/// <param name="Count">How many.</param>
/// <param name="Unit">Of what: passages or articles.</param>
internal readonly record struct CorpusSize(int Count, string Unit)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} {Unit}");
}
