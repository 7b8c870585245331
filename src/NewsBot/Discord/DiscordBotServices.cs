using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Composition;
using NewsBot.Core.Commands;
using NewsBot.Core.Commands.Status;
using NewsBot.Discord.Answers;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Buttons;
using NewsBot.Discord.Digests;
using NewsBot.Discord.Menu;
using NewsBot.Discord.Operation;
using NewsBot.Discord.Places;
using NewsBot.Discord.State;

namespace NewsBot.Discord;

/// <summary>Puts the Discord front end together.</summary>
internal static class DiscordBotServices
{
    /// <summary>Longest that stopping may take.</summary>
    private static readonly TimeSpan Stopping = TimeSpan.FromSeconds(10);

    /// <remarks>Needs the engine.</remarks>
    /// <returns>Null, or one line that says why the bot cannot serve Discord.</returns>
    public static string? AddDiscordBot(this IServiceCollection services, DiscordSettings settings, BotOptions options)
    {
        var loggers = services.Select(service => service.ImplementationInstance).OfType<ILoggerFactory>().LastOrDefault() ?? NullLoggerFactory.Instance;
        var (store, failure) = DiscordStore.Open(options.DataFolder, loggers.CreateLogger<DiscordStore>());
        if (store is null)
            return failure;
        var facts = services.Select(service => service.ImplementationInstance).OfType<BotFacts>().LastOrDefault();
        if (facts is not null)
            services.AddSingleton(facts with { FrontEnds = ["discord"] });
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Stopping);
        services
            .AddMetrics()
            .AddDiscordClient(settings.ForClient())
            .AddSingleton(settings)
            .AddSingleton(options)
            .AddSingleton(_ => store)
            .AddSingleton<TakenEvents>()
            .AddSingleton<Notices>()
            .AddSingleton<OpenInteractions>()
            .AddSingleton<Servers>()
            .AddSingleton<AnswerStore>()
            .AddSingleton<Facts>()
            .AddSingleton<Arrivals>()
            .AddSingleton<DigestBoard>()
            .AddSingleton<DigestPoster>()
            .AddSingleton<ICommand, DigestCommand>()
            .AddSingleton<SourceWatch>()
            .AddSingleton<RateLimits>()
            .AddSingleton<RequestQueue>()
            .AddSingleton<QuestionsInHand>()
            .AddSingleton<EditPacer>()
            .AddSingleton<PermissionNotices>()
            .AddSingleton<PlaceServices>()
            .AddSingleton<BotMeter>()
            .AddSingleton<RequestRunner>()
            .AddSingleton<RequestDesk>()
            .AddSingleton<Suggestions>()
            .AddSingleton<MenuRegistration>()
            .AddSingleton<LeftoverCommands>()
            .AddSingleton<CommandHandler>()
            .AddSingleton<MessageHandler>()
            .AddSingleton<ButtonHandler>()
            .AddSingleton<ServerRoles>()
            .AddSingleton<BotState>()
            .AddSingleton<StatusReport>()
            .AddSingleton<HealthCheck>()
            .AddSingleton<DiscordEvents>()
            .AddHostedService<HttpService>()
            .AddHostedService<DiscordFrontEnd>();
        return null;
    }
}
