using System.CommandLine;
using NewsBot.Composition;
using NewsBot.Mcp;

namespace NewsBot.CommandLine;

/// <summary><c>mcp</c>: the tools for another assistant, over standard input and output.</summary>
internal static class McpVerb
{
    public static Command Create(SharedOptions shared)
    {
        var verb = new Command("mcp", "Serves search, quotes, dates and summaries to another assistant over the Model Context Protocol, on standard input and output.");
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed, shared, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, SharedOptions shared, CancellationToken cancellationToken)
    {
        await using var bot = await Bot.OpenAsync(
            parsed.GetValue(shared.Data), parsed.GetValue(shared.Sources) ?? [], Refresh.Always, cancellationToken, McpFrontEnd.OverStandardStreams).ConfigureAwait(false);
        if (bot is null)
            return ExitCode.Error;
        return await bot.RunAsync(cancellationToken).ConfigureAwait(false) ? ExitCode.Answered : ExitCode.Error;
    }
}
