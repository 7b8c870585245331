using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Batch;
using NewsBot.Composition;
using NewsBot.Core.Chat;

namespace NewsBot.CommandLine;

/// <summary><c>batch</c>: JSON Lines of questions on standard input, JSON Lines of answers on standard output.</summary>
internal static class BatchVerb
{
    public static Command Create(SharedOptions shared)
    {
        var verb = new Command("batch", """Answers JSON Lines {"id","command","text","now"?,"source"?,"from"?,"to"?} from standard input with JSON Lines, in order.""");
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed, shared, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, SharedOptions shared, CancellationToken cancellationToken)
    {
        await using var bot = await Bot.OpenAsync(parsed.GetValue(shared.Data), parsed.GetValue(shared.Sources) ?? [], Refresh.WhenNeeded, cancellationToken).ConfigureAwait(false);
        if (bot is null)
            return ExitCode.Error;
        var runner = new BatchRunner(bot.Services.GetRequiredService<CommandRouter>(), TimeProvider.System);
        await using var output = StandardStreams.Output();
        using var input = StandardStreams.Input();
        await runner.RunAsync(InputLine.ReadAsync(input, cancellationToken), output, cancellationToken).ConfigureAwait(false);
        return ExitCode.Answered;
    }
}
