using NewsBot.Core.Answering;
using NewsBot.Core.Articles;
using NewsBot.Models.Calling;
using NewsBot.Models.Evidence;
using NewsBot.Models.Planning;
using NewsBot.Models.Prompts;
using NewsBot.Models.Wording;

namespace NewsBot.Models;

/// <summary>
/// Lets a language model word what the extractive writer or a command found. The extract is made first and is what goes
/// out, with a note, whenever the model fails, takes too long, or writes what its evidence does not bear out. Whether there
/// is an answer, and its short answer, speaker and date, are decided by code alone.
/// </summary>
internal sealed class ModelWriter(IAnswerWriter extractive, StatementWriter statements, Planner planner) : IAnswerWriter
{
    private const int MostPassages = 12;
    private const int MostAnswers = 5;
    private const int MostAfterDate = 2;
    private const int MostAfterQuote = 1;

    public async Task<AnswerDraft> WriteAsync(AnswerRequest request, CancellationToken cancellationToken)
    {
        request.Asker.Progress?.Report("Searching the articles");
        var draft = await extractive.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        if (request.Asker.WantsExtracts)
            return draft;
        var begun = statements.Begin();
        var (planned, unreachable) = request.Parts.Count == 0 && HardQuestion.Is(request.Question)
            ? await planner.AnswerAsync(request, begun, cancellationToken).ConfigureAwait(false)
            : default;
        if (planned is not null)
            return planned;
        if (draft.Statements.Count == 0)
            return draft;
        if (unreachable is { } reason)
            return statements.Extract(draft, reason);
        var evidence = statements.NewEvidence();
        AddCited(evidence, draft);
        foreach (var passage in request.Evidence.Take(MostPassages))
            evidence.TryAdd(passage.Article, passage.Passage.Span, sentence => IsCited(draft, passage.Article, sentence));
        var written = await statements.WriteAsync(
            PromptNames.Ask, request.Question.Text, request.Question.Now, draft, evidence, null, request.Asker, begun, cancellationToken).ConfigureAwait(false);
        // The short answer stands first as code found it; sentences that do not touch what code found are off the point.
        return written.Failure is { } failure
            ? statements.Extract(draft, failure)
            : written.Kept.Any(kept => TouchesCited(draft, kept.Statement))
                ? WithWords(request, draft, [.. written.Kept.Take(MostAnswers).Select(kept => kept.Statement)])
                : statements.Extract(draft, ModelFailure.Unconfirmed);
    }

    private static AnswerDraft WithWords(AnswerRequest request, AnswerDraft draft, IReadOnlyList<DraftStatement> written) =>
        draft with { Statements = [.. Standing(request, draft, written), .. written] };

    /// <summary>
    /// What stands as code found it: the short answer; of a question in several parts that of each, and the sentences of
    /// which the model tells nothing, so that no part goes without its answer.
    /// </summary>
    private static IEnumerable<DraftStatement> Standing(AnswerRequest request, AnswerDraft draft, IReadOnlyList<DraftStatement> written) => request.Parts.Count == 0
        ? draft.Statements.Take(draft.ShortAnswer is null ? 0 : 1)
        : draft.Statements
            .Select(statement => written.Any(worded => TouchesCited(new AnswerDraft { Statements = [statement] }, worded)) ? ShortForm.Of(statement) : statement)
            .OfType<DraftStatement>();

    public async Task<AnswerDraft> WordAsync(WordingRequest request, CancellationToken cancellationToken)
    {
        var draft = request.Draft;
        if (draft.Statements.Count == 0 || request.Asker.WantsExtracts)
            return draft;
        var evidence = statements.NewEvidence();
        if (request.Task == WordingTask.Timeline)
            TimelineWording.Add(evidence, draft);
        else
            AddCited(evidence, draft);
        var written = await statements.WriteAsync(
            PromptOf(request.Task), request.Question, request.Now, draft, evidence,
            request.Task == WordingTask.Timeline ? statement => TimelineWording.Label(draft, evidence, statement) : null,
            request.Asker, statements.Begin(), cancellationToken).ConfigureAwait(false);
        if (written.Failure is { } failure)
            return statements.Extract(draft, failure);
        var kept = written.Kept.Select(entry => entry.Statement).ToList();
        return request.Task switch
        {
            WordingTask.Timeline => TimelineWording.Apply(draft, evidence, written.Kept),
            WordingTask.When => draft with { Statements = [draft.Statements[0], .. kept.Take(MostAfterDate)] },
            // The quote itself is shown already; another sentence that has it adds nothing.
            WordingTask.WhoSaid => draft with
            {
                Statements = [.. draft.Statements, .. kept.Where(statement => statement.Kind == StatementKind.Paraphrase && statement.Text.AsSpan().IndexOfAny('"', '“', '«') < 0).Take(MostAfterQuote)],
            },
            _ => draft with { Statements = [.. kept.Take(draft.Statements.Count)] },
        };
    }

    /// <summary>The passages that the extract cites, what it cites marked.</summary>
    private static void AddCited(NumberedEvidence evidence, AnswerDraft draft)
    {
        foreach (var (article, span) in draft.Statements.SelectMany(statement => statement.Evidence).Select(cited => (cited.Article, cited.Span)))
            foreach (var passage in article.Analysis.Passages.Where(passage => passage.Span.Overlaps(span)))
                evidence.TryAdd(article, passage.Span, sentence => IsCited(draft, article, sentence));
    }

    private static bool IsCited(AnswerDraft draft, AnalyzedArticle article, Sentence sentence) =>
        draft.Statements.Any(statement => statement.Evidence.Any(cited => cited.Article.Article.Id == article.Article.Id && cited.Span.Overlaps(sentence.Span)));

    private static bool TouchesCited(AnswerDraft draft, DraftStatement written) =>
        written.Evidence.Any(span => draft.Statements.Any(statement => statement.Evidence.Any(
            cited => cited.Article.Article.Id == span.Article.Article.Id && cited.Span.Overlaps(span.Span))));

    private static string PromptOf(WordingTask task) => task switch
    {
        WordingTask.Summary => PromptNames.Summary,
        WordingTask.WhoSaid => PromptNames.WhoSaid,
        WordingTask.When => PromptNames.When,
        _ => PromptNames.Timeline,
    };
}
