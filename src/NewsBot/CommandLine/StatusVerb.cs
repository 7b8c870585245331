using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Composition;
using NewsBot.Console;
using NewsBot.Core.Chat;
using NewsBot.Core.Corpus;

namespace NewsBot.CommandLine;

/// <summary><c>status</c>: store, revision, counts, size, front ends and model.</summary>
internal static class StatusVerb
{
    public static Command Create(SharedOptions shared)
    {
        var verb = new Command("status", "Prints store, revision, counts, size on disk, front ends and model.");
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed, shared, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, SharedOptions shared, CancellationToken cancellationToken)
    {
        await using var bot = await Bot.OpenAsync(parsed.GetValue(shared.Data), parsed.GetValue(shared.Sources) ?? [], Refresh.WhenNamed, cancellationToken).ConfigureAwait(false);
        if (bot is null)
            return ExitCode.Error;
        var answer = await bot.Services.GetRequiredService<CommandRouter>().AnswerAsync(
            new CommandCall { Command = "status", Text = "", Caller = Bot.Operator, Audience = Audience.Operator }, cancellationToken).ConfigureAwait(false);
        await System.Console.Out.WriteLineAsync(AnswerText.Of(answer)).ConfigureAwait(false);
        return ExitCode.Of(answer.Status);
    }
}
