using System.Globalization;
using NewsBot.Core.Answering.Candidates;
using NewsBot.Core.Answering.Extractive.Parts;
using NewsBot.Core.Answering.Extractive.Telling;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// Answers with sentences of the articles as they stand there: where the kind of question allows and the evidence is clear
/// a short answer in bold, then at most three sentences. It says what it did not find, and declines when the evidence does
/// not cover the question. Of a question in several parts each is answered alone (<see cref="PartsDraft"/>). Nothing that an article says is followed, only quoted.
/// </summary>
/// <param name="strictness">Factor on what a sentence must tell of a question to answer it; 1 is tuned on questions with and without an answer.</param>
public sealed class ExtractiveWriter(double strictness = 1) : IAnswerWriter
{
    /// <summary>An amount answers only where its sentence has half of what is asked about the names.</summary>
    private const double AmountPredicate = 0.5;

    public Task<AnswerDraft> WriteAsync(AnswerRequest request, CancellationToken cancellationToken) => Task.FromResult(
        request.Parts.Count == 0
            ? Write(request)
            : PartsDraft.Of([.. request.Parts.Select(part => new AnsweredPart(part, part.Draft ?? Write(part)))]));

    /// <summary>Of a part only what says its own words is kept; where nothing does, it is declined.</summary>
    private AnswerDraft Write(AnswerRequestPart part)
    {
        var draft = Write(part.Request!);
        return PartTelling.Telling(part, draft.Statements) is { Count: > 0 } telling
            ? draft with { Statements = telling }
            : draft with { Statements = [], Decline = draft.Decline ?? "The articles that come nearest do not say that.", Nearest = Nearest(part.Request!.Evidence) };
    }

    private AnswerDraft Write(AnswerRequest request)
    {
        var question = request.Question;
        var nearest = Nearest(request.Evidence);
        if (question.UnknownOutlets.Count > 0)
            return AnswerDraft.DeclineWith($"The archive has no articles of {Series.Of(question.UnknownOutlets)}.", nearest);
        var weights = new QuestionWeights(question, request.Snapshot);
        var sentences = SentenceScorer.Score(question, request.Evidence, weights);
        var sufficiency = Sufficiency.Of(question, sentences, weights);
        if (!sufficiency.IsEnough)
            return AnswerDraft.DeclineWith(Reason(sufficiency), nearest);

        IReadOnlyList<ScoredSentence> shown = sentences;
        Func<ScoredSentence, bool> tells = _ => true;
        var answerability = new Answerability(question, weights, strictness);
        if (!answerability.IsOpen)
        {
            var told = answerability.Told(sentences);
            if (told.Count == 0)
                return AnswerDraft.DeclineWith("The articles that come nearest do not say that.", nearest);
            sentences = SentenceScorer.Prefer(sentences, told);
            tells = sentence => told.Any(other => other.Evidence == sentence.Evidence);
            shown = answerability.IsExclusive ? sentences.FindAll(sentence => tells(sentence)) : sentences;
        }

        var candidates = CandidateBallot.Rank(question, sentences, tells, weights);
        if (WantsAmount(question.Kind) && !candidates.Any(candidate => weights.PredicateShare(candidate.Best.Terms) >= AmountPredicate))
            return AnswerDraft.DeclineWith("The articles that come nearest do not say that.", nearest);
        var brief = ShortAnswers.Decide(question, candidates, sentences, tells, weights);
        var chosen = SentenceChoice.Choose(question, SentenceScorer.ByWorth(shown), candidates, brief.Answer, weights).ToList();
        if (brief.Against is { } against && !chosen.Contains(against.Best))
            chosen = [candidates[0].Best, against.Best];
        if (question.WantsLatest)
            chosen = [.. chosen.OrderByDescending(sentence => sentence.Article.Article.Published.Instant)];
        var verdict = YesOrNo.Decide(question, [.. sentences.Where(tells)]);
        if (verdict is var (_, bearing))
            chosen = [bearing, .. chosen.Where(sentence => sentence != bearing).Take(SentenceChoice.Most - 1)];
        // A dateline is left out, but where a place is asked for, as it may be the answer.
        var statements = ShownSentence.Of(chosen.Select(sentence => (sentence.Article, sentence.Span)), question.Kind == AnswerKind.Place).ConvertAll(sentence => sentence.Statement);
        if (statements.Count == 0)
            return AnswerDraft.DeclineWith("The articles that come nearest do not say that.", nearest);
        if (verdict is var (word, sentence) && Bears(statements[0], sentence))
            return Draft(word, [Worded(word, statements[0]), .. statements.Skip(1)], Notes(request, brief, sufficiency, chosen, weights));
        if (brief.Answer is { } answer)
            statements.Insert(0, new DraftStatement($"**{answer.Candidate.Text}**", StatementKind.Paraphrase, answer.Evidence.Count > 1 ? answer.Evidence : EvidenceOf(answer.Best, statements[0])));
        var draft = Draft(brief.Answer?.Candidate.Text, statements, Notes(request, brief, sufficiency, chosen, weights));
        return brief.Answer?.Candidate.Date is { } date
            ? draft with { Date = new AnswerDate(brief.Answer.Candidate.Text, date.Value, date.Precision) }
            : draft;
    }

    private static AnswerDraft Draft(string? brief, IEnumerable<DraftStatement> statements, IEnumerable<string> notes) =>
        new() { Statements = [.. statements], ShortAnswer = brief, Notes = [.. notes] };

    /// <summary>"Yes" is the bot's own word, so the sentence that bears it out stands with it.</summary>
    private static DraftStatement Worded(string word, DraftStatement sentence) =>
        new($"**{word}**: {sentence.Text}", StatementKind.Paraphrase, sentence.Evidence);

    /// <summary>What a short answer rests on: the place of the sentence that is shown with it, where that has it, so that both have one number.</summary>
    private static IReadOnlyList<EvidenceSpan> EvidenceOf(ScoredSentence sentence, DraftStatement shown) =>
        Bears(shown, sentence) ? shown.Evidence : [sentence.Evidence];

    private static bool Bears(DraftStatement shown, ScoredSentence sentence) =>
        shown.Evidence.Any(evidence => evidence.Article == sentence.Article && evidence.Span.Contains(sentence.Span));

    private static IEnumerable<string> Notes(AnswerRequest request, ShortAnswer brief, Sufficiency sufficiency, List<ScoredSentence> chosen, QuestionWeights weights)
    {
        if (request.Question.PeriodText is { } period)
            yield return $"I understood the time as {period}.";
        if (request.Question.WantsLatest && request.Snapshot.Reach.Latest is { } latest)
            yield return string.Create(CultureInfo.InvariantCulture, $"As of {latest:d MMMM yyyy}, the newest article of the archive.");
        if (brief.Answer?.Candidate.Date is { } date)
            yield return date.Explanation;
        if (brief.Note is { } note)
            yield return note;
        if (sufficiency.MissingNames.Count > 0)
            yield return $"Nothing was found about {Series.Of(sufficiency.MissingNames)}.";
        if (MissingWords.In(request.Question, chosen, weights) is { Count: > 0 } missing)
            yield return $"No article has the {(missing.Count == 1 ? "word" : "words")} {Series.Of([.. missing.Select(word => $"“{word}”")])}.";
        foreach (var article in chosen.Select(sentence => sentence.Article.Article).DistinctBy(article => article.Id))
            if (request.Copies.TryGetValue(article.Id, out var carried))
                yield return $"“{article.Title}” was also carried by {Carriers(carried)}.";
    }

    private static string Carriers(IReadOnlyList<ArticleHeader> copies)
    {
        var outlets = copies.Select(copy => copy.Source).Where(source => source.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return outlets.Count is > 0 and <= 3 ? Series.Of(outlets) : copies.Count == 1 ? "one other outlet" : $"{copies.Count} others";
    }

    private static bool WantsAmount(AnswerKind kind) => kind is AnswerKind.Number or AnswerKind.Money or AnswerKind.Percent or AnswerKind.Duration;

    private static string Reason(Sufficiency sufficiency) => sufficiency.MissingNames.Count > 0 && sufficiency.Names < 1
        ? $"I found nothing in the articles about {Series.Of(sufficiency.MissingNames)} that answers this."
        : "I found nothing in the articles that answers this.";

    private static IReadOnlyList<ArticleHeader> Nearest(IReadOnlyList<Evidence> evidence) =>
    [
        .. evidence.Select(item => item.Article.Article).DistinctBy(article => article.Id).Take(3)
            .Select(ArticleHeader.Of),
    ];
}
