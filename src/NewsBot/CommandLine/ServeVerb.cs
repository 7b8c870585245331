using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Composition;
using NewsBot.Console;

namespace NewsBot.CommandLine;

/// <summary><c>serve</c>, and the program without a verb: the bot itself, in this terminal.</summary>
internal static class ServeVerb
{
    public static Command Create(SharedOptions shared)
    {
        var verb = new Command("serve", "Runs the bot (the same as no verb): a conversation in this terminal, or line by line from a pipe.");
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed, shared, cancellationToken));
        return verb;
    }

    public static async Task<int> RunAsync(ParseResult parsed, SharedOptions shared, CancellationToken cancellationToken)
    {
        await using var bot = await Bot.OpenAsync(
            parsed.GetValue(shared.Data),
            parsed.GetValue(shared.Sources) ?? [],
            Refresh.Always,
            cancellationToken,
            services => services.AddHostedService<ConsoleConversation>()).ConfigureAwait(false);
        if (bot is null)
            return ExitCode.Error;
        await bot.RunAsync(cancellationToken).ConfigureAwait(false);
        return ExitCode.Answered;
    }
}
