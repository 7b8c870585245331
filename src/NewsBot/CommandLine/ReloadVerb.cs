using System.CommandLine;
using NewsBot.Composition;
using NewsBot.Core.Commands.Reload;

namespace NewsBot.CommandLine;

/// <summary><c>reload</c>: reads the sources and prints what changed.</summary>
internal static class ReloadVerb
{
    public static Command Create(SharedOptions shared)
    {
        var verb = new Command("reload", "Reads the sources and prints what was added, changed, removed, and what failed and why.");
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed, shared, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, SharedOptions shared, CancellationToken cancellationToken)
    {
        await using var bot = await Bot.OpenAsync(parsed.GetValue(shared.Data), parsed.GetValue(shared.Sources) ?? [], Refresh.Always, cancellationToken).ConfigureAwait(false);
        if (bot?.LastReload is not { } report)
            return ExitCode.Error;
        await System.Console.Out.WriteLineAsync(ChangeReportText.Of(report)).ConfigureAwait(false);
        return ExitCode.Answered;
    }
}
