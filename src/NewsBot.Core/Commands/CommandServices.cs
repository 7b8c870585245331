using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Commands.Ask;
using NewsBot.Core.Commands.Help;
using NewsBot.Core.Commands.On;
using NewsBot.Core.Commands.QuoteCheck;
using NewsBot.Core.Commands.Reload;
using NewsBot.Core.Commands.Said;
using NewsBot.Core.Commands.Search;
using NewsBot.Core.Commands.Source;
using NewsBot.Core.Commands.Sources;
using NewsBot.Core.Commands.Status;
using NewsBot.Core.Commands.Summary;
using NewsBot.Core.Commands.Timeline;
using NewsBot.Core.Commands.When;
using NewsBot.Core.Commands.WhoSaid;

namespace NewsBot.Core.Commands;

/// <summary>Registers the commands. A new command is a folder and a line here.</summary>
public static class CommandServices
{
    /// <remarks>Needs <see cref="Corpus.ICorpus"/>, <see cref="Corpus.Reloader"/>, <see cref="BotFacts"/>, <see cref="ISourceRegistry"/> and <see cref="ReloadSources"/>.</remarks>
    public static IServiceCollection AddNewsBotCommands(this IServiceCollection services) => services
        .AddSingleton<AnswerGate>()
        .AddSingleton<IAnswerWriter, ExtractiveWriter>()
        .AddSingleton<ICommand>(provider => new AskCommand(provider.GetRequiredService<IAnswerWriter>(), provider.GetServices<ICommand>))
        .AddSingleton<ICommand, SummaryCommand>()
        .AddSingleton<ICommand, WhoSaidCommand>()
        .AddSingleton<ICommand, SaidCommand>()
        .AddSingleton<ICommand, QuoteCheckCommand>()
        .AddSingleton<ICommand, WhenCommand>()
        .AddSingleton<ICommand, TimelineCommand>()
        .AddSingleton<ICommand, OnCommand>()
        .AddSingleton<ICommand, SearchCommand>()
        .AddSingleton<ICommand, SourcesCommand>()
        .AddSingleton<ICommand, StatusCommand>()
        .AddSingleton<ICommand, ReloadCommand>()
        .AddSingleton<ICommand, SourceCommand>()
        .AddSingleton<ICommand>(provider => new HelpCommand(() => provider.GetServices<ICommand>().Select(command => command.Definition)));
}
