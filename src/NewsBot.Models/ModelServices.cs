using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Chat.Conversations;
using NewsBot.Core.Commands;
using NewsBot.Core.Commands.Reload;
using NewsBot.Core.Commands.Status;
using NewsBot.Models.Budget;
using NewsBot.Models.Calling;
using NewsBot.Models.Planning;
using NewsBot.Models.Prompts;
using NewsBot.Models.Wording;

namespace NewsBot.Models;

/// <summary>Puts the language model before the extractive writer, and behind the patterns of follow-ups.</summary>
public static class ModelServices
{
    /// <remarks>Needs the commands; the writer and the reader of follow-ups registered here take the place of theirs.</remarks>
    /// <returns>Null, or one line that says what is wrong with the prompts.</returns>
    public static string? AddLanguageModel(this IServiceCollection services, ModelSettings settings, string dataFolder)
    {
        var (prompts, problem) = PromptLibrary.Open(settings.Prompts);
        if (prompts is null)
            return problem;
        services
            .AddSingleton(settings)
            .AddSingleton(prompts)
            .AddSingleton<IReloadedToo>(prompts)
            .AddSingleton(provider => new UsageLedger(
                dataFolder, settings, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<UsageLedger>>()))
            .AddSingleton<LanguageModel>()
            .AddSingleton<StatementWriter>()
            .AddSingleton(provider => new Planner(
                provider.GetServices<ICommand>, // Late: the commands have this writer.
                provider.GetRequiredService<LanguageModel>(),
                prompts,
                provider.GetRequiredService<StatementWriter>(),
                provider.GetRequiredService<AnswerGate>(),
                settings))
            .AddSingleton<IModelState, ModelState>()
            .AddSingleton<IFollowUpReader>(provider => new ModelFollowUps(
                new PatternFollowUps(), provider.GetRequiredService<LanguageModel>(), prompts, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IAnswerWriter>(provider => new ModelWriter(
                new ExtractiveWriter(), provider.GetRequiredService<StatementWriter>(), provider.GetRequiredService<Planner>()));
        return null;
    }
}
