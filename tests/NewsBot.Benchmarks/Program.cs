using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using NewsBot.Benchmarks.Discord;
using NewsBot.Benchmarks.Scenarios;

// scenarios [--passages N ...] [--articles N ...]: the bot over made corpora. micro [--filter ...]: BenchmarkDotNet over its parts.
return args switch
{
    ["scenarios", .. var rest] => await ScenarioRunner.RunAsync(rest, CancellationToken.None),
    ["cold-start", var folder] => await ColdStartScenario.RunChildAsync(folder, CancellationToken.None),
    ["ingest", var folder, var file] => await IngestScenario.RunChildAsync(folder, file, CancellationToken.None),
    ["reload-forever", var folder] => await KilledReloadScenario.RunChildAsync(folder, CancellationToken.None),
    ["discord-soak", .. var rest] => await DiscordSoak.RunAsync(rest, CancellationToken.None),
    ["discord-throughput", .. var rest] => await DiscordThroughput.RunAsync(rest, CancellationToken.None),
    ["discord-fuzz", .. var rest] => DiscordFuzzing.Run(rest),
    ["micro", .. var rest] => BenchmarkSwitcher.FromAssembly(typeof(ScenarioRunner).Assembly).Run(rest, Micro()).Any() ? 0 : 1,
    _ => Usage(),
};

// In this process, as building one for each benchmark would take longer than all of them.
static IConfig Micro() => DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));

static int Usage()
{
    Console.Error.WriteLine("usage: NewsBot.Benchmarks scenarios [--passages 1000 10000 100000] [--articles 10000 100000] [--only NAME] [--keep FOLDER] [--out FILE]\n       NewsBot.Benchmarks discord-soak [--minutes 10] [--servers 100] [--rate 20] [--fault-every 5] [--seed 1]\n       NewsBot.Benchmarks discord-throughput [--commands 2000] [--at-once 16]\n       NewsBot.Benchmarks discord-fuzz [--frames 80000] [--bodies 40000] [--seed 1]\n       NewsBot.Benchmarks micro [--filter *]");
    return 2;
}
