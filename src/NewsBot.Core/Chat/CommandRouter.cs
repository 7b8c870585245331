using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Chat.Conversations;
using NewsBot.Core.Commands;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing.Parts;

namespace NewsBot.Core.Chat;

/// <summary>
/// Runs one call: finds its command, checks that the caller may use it, lends it one revision of the corpus and a
/// deadline, and passes what it writes through the <see cref="AnswerGate"/>. The one error boundary of every command:
/// whatever happens inside, exactly one answer comes out, and what went wrong is in the log under the reference id that
/// the user sees.
/// </summary>
public sealed class CommandRouter
{
    private const int LongestText = 4000;
    private readonly FrozenDictionary<string, ICommand> _commands;
    private readonly ICorpus _corpus;
    private readonly AnswerGate _gate;
    private readonly TimeProvider _time;
    private readonly TimeSpan _deadline;
    private readonly ILogger<CommandRouter> _logger;
    private readonly ISourceAccess? _access;
    private readonly ConversationMemory? _memory;
    private readonly IFollowUpReader? _followUps;

    /// <param name="commands">Every command; two of one name are a mistake in the composition.</param>
    /// <param name="corpus">What is answered from.</param>
    /// <param name="gate">What every answer passes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="deadline">How long a command may take; admin commands have no deadline.</param>
    /// <param name="logger">The log for operators.</param>
    /// <param name="access">Which sources are meant for whom; null where all are for everybody.</param>
    /// <param name="memory">What each conversation was last answered; null where nothing is followed up.</param>
    /// <param name="followUps">Reads follow-ups.</param>
    public CommandRouter(
        IEnumerable<ICommand> commands, ICorpus corpus, AnswerGate gate, TimeProvider time, TimeSpan deadline, ILogger<CommandRouter> logger, ISourceAccess? access = null,
        ConversationMemory? memory = null, IFollowUpReader? followUps = null)
    {
        _commands = commands.ToFrozenDictionary(command => command.Definition.Name, StringComparer.OrdinalIgnoreCase);
        _corpus = corpus;
        _gate = gate;
        _time = time;
        _deadline = deadline;
        _logger = logger;
        _access = access;
        _memory = memory;
        _followUps = followUps;
    }

    public async Task<Answer> AnswerAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var reference = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 6);
        using var scope = _logger.BeginScope("Reference {Reference}", reference);
        try
        {
            return await AnswerInConversationAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            _logger.LogWarning("{Command} took longer than {Deadline} (reference {Reference})", call.Command, _deadline, reference);
            return Failed($"That took too long. Please try again, or ask for less at once (reference {reference}).");
        }
        catch (Exception exception)
        {
            _logger.LogError(exception, "{Command} failed (reference {Reference})", call.Command, reference);
            return Failed($"Something went wrong on my side. An operator can find it under reference {reference}.");
        }
    }

    /// <summary>Completes a follow-up by the conversation's last answer, says what was assumed, and remembers the new answer.</summary>
    private async Task<Answer> AnswerInConversationAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Command is "" or "ask" && call.Text.Length <= LongestText)
            call = call with { Text = Courtesy.Strip(call.Text) };
        FollowUp? followUp = null;
        if (_followUps is not null && call.Command is "" or "ask" && (call.Follows ?? _memory?.Last(call.Conversation) ?? call.Began) is { } last && call.Text.Length <= LongestText)
            followUp = await PartedFollowUps.ReadAsync(_followUps, call.Text, last, cancellationToken).ConfigureAwait(false);
        var routed = Routed(followUp is null ? call : call with { Command = "", Text = followUp.Text });
        var answer = await RunAsync(routed, cancellationToken).ConfigureAwait(false);
        if (ConversationTurn.Of(routed.Command, routed.Text, answer) is { } turn)
            _memory?.Keep(call.Conversation, turn);
        return followUp is null || answer.Status == AnswerStatus.Error
            ? answer
            : answer with { UnderstoodAs = followUp.Text, Notes = [$"I understood this as a follow-up: {followUp.Assumed}.", .. answer.Notes] };
    }

    private static CommandCall Routed(CommandCall call)
    {
        if (call.Command.Length > 0)
            return InlineOptions.Read(call with { Command = call.Command.TrimStart('/'), Text = call.Text.Trim() });
        call = InlineOptions.Read(call);
        if (call.Text.Length <= LongestText && QuestionParts.Of(call.Text).Count > 1)
            return call with { Command = "ask" };
        var (command, text) = FreeTextIntent.Of(call.Text);
        return call with { Command = command, Text = text };
    }

    private async Task<Answer> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (!_commands.TryGetValue(call.Command, out var command))
            return Failed($"There is no command /{Shortened(call.Command)}. /help lists the commands.");
        var definition = command.Definition;
        if (definition.AdminOnly && !call.Caller.IsAdmin)
            return Failed($"/{definition.Name} is for admins.");
        if (call.Published is { Start: { } from, End: { } to } && from > to)
            return Failed($"from ({from:yyyy-MM-dd}) is after to ({to:yyyy-MM-dd}).");
        if (definition.NeedsText && call.Text.Length == 0)
            return Failed($"/{definition.Name} needs a text: /{definition.Name} {definition.Argument}. For example: /{definition.Name} {definition.Example}");
        if (call.Text.Length > LongestText)
            return Failed($"That is too long: at most {LongestText} characters, please.");

        using var deadline = new CancellationTokenSource(definition.AdminOnly ? Timeout.InfiniteTimeSpan : _deadline, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var snapshot = _corpus.Acquire(_access?.HiddenFrom(call.Audience) ?? HiddenOrigins.None);
        var context = new CommandContext(call, snapshot, call.Now ?? _time.GetLocalNow());
        var draft = await command.HandleAsync(context, stop.Token).ConfigureAwait(false);
        if (draft is { Message: null, Statements.Count: 0 })
            draft = await RespelledAsync(command, context, stop.Token).ConfigureAwait(false) ?? draft;
        return _gate.Check(draft, snapshot);
    }

    /// <summary>What has no answer is asked once more with names as the articles write them, where they come close to those that were typed.</summary>
    private static async Task<AnswerDraft?> RespelledAsync(ICommand command, CommandContext context, CancellationToken cancellationToken)
    {
        if (command.Definition.Name is not ("ask" or "when" or "said" or "summary" or "timeline")
            || await NameSpelling.FindAsync(context.Text, context.Snapshot, context.Filter, cancellationToken).ConfigureAwait(false) is not { } respelled)
            return null;
        var draft = await command.HandleAsync(context with { Call = context.Call with { Text = respelled.Text } }, cancellationToken).ConfigureAwait(false);
        return draft.Statements.Count == 0 ? null : draft with { Notes = [respelled.Note, .. draft.Notes] };
    }

    private static Answer Failed(string message) => new() { Status = AnswerStatus.Error, Message = message };

    private static string Shortened(string text) => text.Length <= 32 ? text : text[..32] + "...";
}
