using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Composition;
using NewsBot.Core.Commands.Reload;
using NewsBot.Core.Corpus;
using NewsBot.Storage;

namespace NewsBot.CommandLine;

/// <summary><c>reload</c>: reads the sources and prints what changed; <c>--undo</c> takes that back, <c>--history</c> lists the latest.</summary>
internal static class ReloadVerb
{
    private const int Listed = 10;

    public static Command Create(SharedOptions shared)
    {
        var undo = new Option<bool>("--undo") { Description = "Goes back to the articles of the revision before; once more brings them back" };
        var history = new Option<bool>("--history") { Description = "Lists the last ten reloads, also while the bot is running" };
        var verb = new Command("reload", "Reads the sources and prints what was added, changed, removed, and what failed and why.") { undo, history };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(undo) && result.GetValue(history))
                result.AddError("--undo and --history do not go together.");
        });
        verb.SetAction((parsed, cancellationToken) => (parsed.GetValue(undo), parsed.GetValue(history)) switch
        {
            (true, _) => UndoAsync(parsed, shared, cancellationToken),
            (_, true) => HistoryAsync(parsed, shared, cancellationToken),
            _ => ReloadAsync(parsed, shared, cancellationToken),
        });
        return verb;
    }

    private static async Task<int> ReloadAsync(ParseResult parsed, SharedOptions shared, CancellationToken cancellationToken)
    {
        await using var bot = await Bot.OpenAsync(parsed.GetValue(shared.Data), parsed.GetValue(shared.Sources) ?? [], Refresh.Always, cancellationToken).ConfigureAwait(false);
        if (bot?.LastReload is not { } report)
            return ExitCode.Error;
        await System.Console.Out.WriteLineAsync(ChangeReportText.Of(report)).ConfigureAwait(false);
        return ExitCode.Answered;
    }

    private static async Task<int> UndoAsync(ParseResult parsed, SharedOptions shared, CancellationToken cancellationToken)
    {
        await using var bot = await Bot.OpenAsync(parsed.GetValue(shared.Data), [], Refresh.WhenNamed, cancellationToken).ConfigureAwait(false);
        if (bot is null)
            return ExitCode.Error;
        var outcome = await bot.Services.GetRequiredService<Reloader>().UndoAsync(Bot.Operator.Name, cancellationToken).ConfigureAwait(false);
        await (outcome.Report is null ? System.Console.Error : System.Console.Out).WriteLineAsync(ChangeReportText.Of(outcome)).ConfigureAwait(false);
        return outcome.Report is null ? ExitCode.Error : ExitCode.Answered;
    }

    private static async Task<int> HistoryAsync(ParseResult parsed, SharedOptions shared, CancellationToken cancellationToken)
    {
        if (await BotOptions.ReadAsync(parsed.GetValue(shared.Data)).ConfigureAwait(false) is not { } options)
            return ExitCode.Error;
        var (reloads, failure) = await ReloadHistory.ReadAsync(options.DataFolder, Listed, cancellationToken).ConfigureAwait(false);
        await (reloads is null ? System.Console.Error : System.Console.Out).WriteLineAsync(reloads is null ? failure : ReloadHistoryText.Of(reloads)).ConfigureAwait(false);
        return reloads is null ? ExitCode.Error : ExitCode.Answered;
    }
}
