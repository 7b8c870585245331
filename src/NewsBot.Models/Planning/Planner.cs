using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Commands;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;
using NewsBot.Models.Calling;
using NewsBot.Models.Evidence;
using NewsBot.Models.Prompts;
using NewsBot.Models.Wording;

namespace NewsBot.Models.Planning;

/// <summary>
/// Answers a hard question by letting the model look things up itself, a few times, through <see cref="NewsPlugin"/>. What
/// it then states passes the same gate, against the sentences that the lookups returned. Names that no statement rests on
/// are said not to have been found; where that is all of them, there is no answer this way.
/// </summary>
internal sealed class Planner(
    Func<IEnumerable<ICommand>> commands, LanguageModel model, PromptLibrary prompts, StatementWriter statements, AnswerGate gate, ModelSettings settings)
{
    private const int MostStatements = 6;

    /// <returns>
    /// Neither when the model has no plan that leads anywhere: the question is then answered as any other. Or why the model
    /// cannot be asked at present.
    /// </returns>
    public async Task<(AnswerDraft? Draft, ModelFailure? Failure)> AnswerAsync(AnswerRequest request, long begun, CancellationToken cancellationToken)
    {
        if (settings.PlanSteps == 0)
            return (null, null);
        var question = request.Question;
        var evidence = statements.NewEvidence();
        var plugin = new NewsPlugin(commands(), gate, request, evidence, settings.PlanSteps);
        var values = new Dictionary<string, string> { ["question"] = SafeWords.Of(question.Text), ["today"] = Found.Day(question.Now) };
        var reply = await model.AskAsync(prompts[PromptNames.Plan], values, request.Asker.Account, plugin.Functions(), begun, cancellationToken).ConfigureAwait(false);
        var written = statements.Check(reply, evidence, null, request.Asker);
        if (written.Failure is not null)
            return (null, reply.HasRefused ? null : reply.Failure);
        var kept = written.Kept.Take(MostStatements).Select(entry => entry.Statement).ToList();
        var missing = question.Names.Where(name => !kept.Exists(statement => IsAbout(statement, name))).Select(name => name.Text).ToList();
        if (missing.Count > 0 && missing.Count == question.Names.Count)
            return (null, null);
        var draft = new AnswerDraft
        {
            Statements = kept,
            Notes = [.. question.PeriodText is { } period ? [$"I understood the time as {period}."] : Array.Empty<string>(), .. missing.Select(name => $"Nothing was found about {name}.")],
        };
        return (draft, null);
    }

    private static bool IsAbout(DraftStatement statement, QuestionName name)
    {
        var terms = Tokenizer.Tokenize(statement.Text)
            .Concat(statement.Evidence.SelectMany(span => Tokenizer.Tokenize(span.Article.Article.Text, span.Span)))
            .Concat(statement.Evidence.SelectMany(span => Tokenizer.Tokenize(span.Article.Article.Title)))
            .Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        return name.Terms.Count == 0 || name.Terms.Any(terms.Contains);
    }
}
