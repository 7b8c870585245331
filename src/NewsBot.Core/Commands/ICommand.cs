using NewsBot.Core.Answering;
using NewsBot.Core.Chat;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval.Parsing;

namespace NewsBot.Core.Commands;

/// <summary>One command of the bot. Commands are found by name; a new one is a new folder.</summary>
public interface ICommand
{
    CommandDefinition Definition { get; }

    /// <returns>A draft, which is checked before anybody sees it.</returns>
    Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken);
}

/// <param name="Name">Lower case, without the slash.</param>
/// <param name="Summary">One line for help and menus.</param>
/// <param name="Argument">What follows it, as help shows it ("QUOTE"); empty for none.</param>
/// <param name="Example">An example call, without the name.</param>
/// <param name="AdminOnly">Only for admins, and answered to them alone.</param>
/// <param name="NeedsText">Whether a call without text is a usage mistake.</param>
/// <param name="IsListed">Whether help and menus show it; what is made for programs they leave out.</param>
public sealed record CommandDefinition(
    string Name, string Summary, string Argument, string Example, bool AdminOnly = false, bool NeedsText = true, bool IsListed = true);

/// <summary>What a command answers from: the call, one revision of the corpus and the asker's now.</summary>
/// <param name="Call">The call; its text is not empty where the definition needs one.</param>
/// <param name="Snapshot">The one revision that this answer is made from.</param>
/// <param name="Now">The asker's now.</param>
public sealed record CommandContext(CommandCall Call, ICorpusSnapshot Snapshot, DateTimeOffset Now)
{
    public string Text => Call.Text;

    /// <summary>The asker's day, which time words in the text are resolved against.</summary>
    public TimeAnchor Anchor => QuestionParser.AnchorOf(Now);

    /// <summary>Who asks, for writers.</summary>
    public Asker Asker => new(Call.Audience.Server ?? Call.Caller.Id, Call.Progress, Call.AsExtracts);

    /// <summary>Asks for better words for what was found.</summary>
    public WordingRequest Wording(WordingTask task, AnswerDraft draft) => new(task, Text, Now, draft, Snapshot, Asker);

    /// <summary>The hard limits that the caller set.</summary>
    public ArticleFilter Filter => new() { Source = Call.Source, Published = Call.Published };
}
