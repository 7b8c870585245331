using NewsBot.Core.Corpus;
using NewsBot.Sources.Files;

namespace NewsBot.Benchmarks.Scenarios;

/// <summary>A reload whose sources have not changed.</summary>
internal sealed class UnchangedReloadScenario : IScenario
{
    public string Name => "unchanged reload";

    public async Task<IReadOnlyList<Measure>> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var corpus = await OpenCorpus.AtAsync(workplace.DataFolder, cancellationToken);
        var samples = new Samples();
        for (var round = 0; round < 3; round++)
        {
            var outcome = await new Reloader(new FileSourceReader(new FileSourceOptions()), corpus, TimeProvider.System).ReloadAsync(new ReloadRequest([workplace.SourceFile], "benchmark"), null, cancellationToken);
            if (outcome.Report!.Unchanged != workplace.Articles)
                throw new InvalidOperationException($"{outcome.Report.Unchanged} of {workplace.Articles} articles were unchanged.");
            samples.Add(outcome.Report.Elapsed);
        }

        return
        [
            new("all articles", samples.Quantile(0.5), "ms"),
            new("for each 10,000 articles", samples.Quantile(0.5) * 10_000 / workplace.Articles, "ms", 1000),
        ];
    }
}
