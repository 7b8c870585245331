using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Composition;
using NewsBot.Console;
using NewsBot.Discord;
using NewsBot.Mcp;
using NewsBot.Refreshing;

namespace NewsBot.CommandLine;

/// <summary><c>serve</c>, and the program without a verb: the bot itself, in Discord where a token is configured, else in this terminal.</summary>
internal static class ServeVerb
{
    public static Command Create(SharedOptions shared)
    {
        var verb = new Command("serve", "Runs the bot (the same as no verb): in Discord with a token, else a conversation in this terminal, or line by line from a pipe.");
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
            AddFrontEnd).ConfigureAwait(false);
        if (bot is null)
            return ExitCode.Error;
        return await bot.RunAsync(cancellationToken).ConfigureAwait(false) ? ExitCode.Answered : ExitCode.Error;
    }

    private static string? AddFrontEnd(IServiceCollection services, IConfiguration configuration, BotOptions options)
    {
        if (services.AddTelemetry(configuration, NewsBotServices.Version) is { } wrong)
            return wrong;
        services.AddHostedService<ScheduledRefresh>();
        services.AddHostedService<WatchedFiles>();
        var (discord, problem) = DiscordSettings.Read(configuration);
        if (discord is not null)
            problem = services.AddDiscordBot(discord, options);
        else if (problem is null)
            services.AddHostedService<ConsoleConversation>();
        return problem ?? services.AddMcpOverHttp(configuration);
    }
}
