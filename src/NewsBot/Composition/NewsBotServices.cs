using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Chat;
using NewsBot.Core.Chat.Conversations;
using NewsBot.Core.Commands;
using NewsBot.Core.Commands.Reload;
using NewsBot.Core.Commands.Status;
using NewsBot.Core.Corpus;
using NewsBot.Sources;
using NewsBot.Sources.Files;

namespace NewsBot.Composition;

/// <summary>Puts the engine together.</summary>
internal static class NewsBotServices
{
    public static IServiceCollection AddNewsBot(this IServiceCollection services, BotOptions options, IReadOnlyList<string> sources, ICorpus corpus) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(corpus)
        .AddSources(options.DataFolder, sources, new FileSourceOptions { MaxArticleBytes = options.LargestArticleBytes }, options.Fetching)
        .AddSingleton<Reloader>()
        .AddSingleton(new ReloadSources(sources))
        .AddSingleton(new BotFacts(Version, Path.GetFullPath(options.DataFolder), sources, ["console"]))
        .AddNewsBotCommands()
        .AddSingleton<ConversationMemory>()
        .AddSingleton<IFollowUpReader, PatternFollowUps>()
        .AddSingleton(provider => new CommandRouter(
            provider.GetServices<ICommand>(),
            corpus,
            provider.GetRequiredService<AnswerGate>(),
            provider.GetRequiredService<TimeProvider>(),
            TimeSpan.FromSeconds(options.DeadlineSeconds),
            provider.GetRequiredService<ILogger<CommandRouter>>(),
            provider.GetRequiredService<ISourceAccess>(),
            provider.GetRequiredService<ConversationMemory>(),
            provider.GetRequiredService<IFollowUpReader>()));

    public static string Version =>
        typeof(NewsBotServices).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
