using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using NewsBot.Benchmarks.Scenarios;

// scenarios [--passages N ...] [--articles N ...]: the bot over made corpora. micro [--filter ...]: BenchmarkDotNet over its parts.
return args switch
{
    ["scenarios", .. var rest] => await ScenarioRunner.RunAsync(rest, CancellationToken.None),
    ["cold-start", var folder] => await ColdStartScenario.RunChildAsync(folder, CancellationToken.None),
    ["ingest", var folder, var file] => await IngestScenario.RunChildAsync(folder, file, CancellationToken.None),
    ["reload-forever", var folder] => await KilledReloadScenario.RunChildAsync(folder, CancellationToken.None),
    ["micro", .. var rest] => BenchmarkSwitcher.FromAssembly(typeof(ScenarioRunner).Assembly).Run(rest, Micro()).Any() ? 0 : 1,
    _ => Usage(),
};

// In this process, as building one for each benchmark would take longer than all of them.
static IConfig Micro() => DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));

static int Usage()
{
    Console.Error.WriteLine("usage: NewsBot.Benchmarks scenarios [--passages 1000 10000 100000] [--articles 10000 100000] [--only NAME] [--keep FOLDER] [--out FILE]\n       NewsBot.Benchmarks micro [--filter *]");
    return 2;
}
