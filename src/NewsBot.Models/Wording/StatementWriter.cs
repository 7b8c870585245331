using System.Globalization;
using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Gate;
using NewsBot.Models.Budget;
using NewsBot.Models.Calling;
using NewsBot.Models.Evidence;
using NewsBot.Models.Prompts;

namespace NewsBot.Models.Wording;

/// <param name="Kept">Statements that passed the gate.</param>
/// <param name="Failure">Why there are none that can be used; null when there are.</param>
internal sealed record WrittenAnswer(IReadOnlyList<(DraftStatement Statement, IReadOnlyList<int> Numbers)> Kept, ModelFailure? Failure)
{
    public static WrittenAnswer Failed(ModelFailure failure) => new([], failure);
}

/// <summary>Has the model write statements from numbered evidence, and keeps those that the gate lets through.</summary>
internal sealed class StatementWriter(LanguageModel model, PromptLibrary prompts, AnswerGate gate, UsageLedger ledger, ModelSettings settings)
{
    /// <summary>Starts the time that the model has for one answer.</summary>
    public long Begin() => model.Begin();

    public NumberedEvidence NewEvidence() => new(settings.EvidenceTokens);

    /// <summary>The extract as it is, with a note on why it is not worded.</summary>
    public AnswerDraft Extract(AnswerDraft draft, ModelFailure failure) => draft with { Notes = [.. draft.Notes, ModelNotes.Of(failure, ledger.NextDay)] };

    public async Task<WrittenAnswer> WriteAsync(
        string prompt,
        string question,
        DateTimeOffset now,
        AnswerDraft draft,
        NumberedEvidence evidence,
        Func<WrittenStatement, string>? prefix,
        Asker asker,
        long begun,
        CancellationToken cancellationToken)
    {
        if (evidence.Count == 0)
            return WrittenAnswer.Failed(ModelFailure.Unusable);
        asker.Progress?.Report(string.Create(CultureInfo.InvariantCulture, $"Writing from {evidence.Count} sentences"));
        var values = new Dictionary<string, string>
        {
            ["question"] = SafeWords.Of(question),
            ["evidence"] = evidence.Text,
            ["found"] = Found.Of(draft),
            ["today"] = Found.Day(now),
        };
        var reply = await model.AskAsync(prompts[prompt], values, asker.Account, null, begun, cancellationToken).ConfigureAwait(false);
        return Check(reply, evidence, prefix, asker);
    }

    /// <summary>Reads and checks what came back.</summary>
    public WrittenAnswer Check(ModelReply reply, NumberedEvidence evidence, Func<WrittenStatement, string>? prefix, Asker asker)
    {
        if (reply.Failure is { } failure)
            return WrittenAnswer.Failed(failure);
        var written = StatementReader.Read(reply.Text);
        if (written.Count == 0)
            return WrittenAnswer.Failed(reply.IsCut ? ModelFailure.TookTooLong : ModelFailure.Unusable);
        asker.Progress?.Report(written.Count == 1 ? "Checking 1 statement" : string.Create(CultureInfo.InvariantCulture, $"Checking {written.Count} statements"));
        var passed = CheckedStatements.Of(written, evidence, prefix, gate);
        return passed.IsEnough ? new WrittenAnswer(passed.Kept, null) : WrittenAnswer.Failed(ModelFailure.Unconfirmed);
    }
}
