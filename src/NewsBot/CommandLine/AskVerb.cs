using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Composition;
using NewsBot.Console;
using NewsBot.Core.Chat;
using NewsBot.Core.Corpus;

namespace NewsBot.CommandLine;

/// <summary><c>ask "TEXT"</c>: one command or question; the exit code tells whether it was answered.</summary>
internal static class AskVerb
{
    public static Command Create(SharedOptions shared)
    {
        var text = new Argument<string[]>("TEXT")
        {
            Description = "A question, or a command such as /whosaid multipolar world",
            Arity = ArgumentArity.OneOrMore,
        };
        var verb = new Command("ask", "Answers one command or question. Exit code: 0 answered, 2 declined, 1 error.") { text };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed, shared, string.Join(' ', parsed.GetValue(text)!), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, SharedOptions shared, string text, CancellationToken cancellationToken)
    {
        await using var bot = await Bot.OpenAsync(parsed.GetValue(shared.Data), parsed.GetValue(shared.Sources) ?? [], Refresh.WhenNeeded, cancellationToken).ConfigureAwait(false);
        if (bot is null)
            return ExitCode.Error;
        var router = bot.Services.GetRequiredService<CommandRouter>();
        var answer = await router.AnswerAsync(
            new CommandCall { Command = "", Text = text, Caller = Bot.Operator, Audience = Audience.Operator, Conversation = "ask" }, cancellationToken).ConfigureAwait(false);
        await System.Console.Out.WriteLineAsync(AnswerText.Of(answer)).ConfigureAwait(false);
        return ExitCode.Of(answer.Status);
    }
}
