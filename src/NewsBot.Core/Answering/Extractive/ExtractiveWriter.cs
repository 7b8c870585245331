using NewsBot.Core.Answering.Candidates;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// Answers with sentences of the articles as they stand there: where the kind of question allows and the evidence is clear
/// a short answer in bold, then at most three sentences. It says what it did not find, and declines when the evidence does
/// not cover the question. Nothing that an article says is followed, only quoted.
/// </summary>
public sealed class ExtractiveWriter : IAnswerWriter
{
    public Task<AnswerDraft> WriteAsync(AnswerRequest request, CancellationToken cancellationToken) => Task.FromResult(Write(request));

    private static AnswerDraft Write(AnswerRequest request)
    {
        var question = request.Question;
        var nearest = Nearest(request.Evidence);
        if (question.UnknownOutlets.Count > 0)
            return AnswerDraft.DeclineWith($"The archive has no articles of {Listed(question.UnknownOutlets)}.", nearest);
        var weights = new QuestionWeights(question, request.Snapshot);
        var sentences = SentenceScorer.Score(question, request.Evidence, weights);
        var sufficiency = Sufficiency.Of(question, sentences, weights);
        if (!sufficiency.IsEnough)
            return AnswerDraft.DeclineWith(Reason(sufficiency), nearest);

        if (!Answerability.IsTold(question, sentences, weights))
            return AnswerDraft.DeclineWith("The articles that come nearest do not say that.", nearest);
        var candidates = CandidateBallot.Rank(question, sentences, weights);
        if (candidates.Count == 0 && WantsAmount(question.Kind))
            return AnswerDraft.DeclineWith("The articles that come nearest do not say that.", nearest);
        var brief = ShortAnswers.Decide(question, candidates, sentences[0]);
        var chosen = SentenceChoice.Choose(sentences, candidates, brief.Answer).ToList();
        if (brief.Against is { } against && !chosen.Contains(against.Best))
            chosen = [candidates[0].Best, against.Best];
        return new AnswerDraft
        {
            Statements = [.. Statements(brief.Answer, chosen)],
            ShortAnswer = brief.Answer?.Candidate.Text,
            Notes = [.. Notes(brief, sufficiency, request.Copies, chosen)],
        };
    }

    private static IEnumerable<DraftStatement> Statements(RankedCandidate? answer, List<ScoredSentence> chosen)
    {
        if (answer is not null)
            yield return new DraftStatement($"**{answer.Candidate.Text}**", StatementKind.Paraphrase, [answer.Best.Evidence]);
        foreach (var sentence in chosen)
            yield return new DraftStatement(ExplainedSentence.Of(sentence.Article, sentence.Span), StatementKind.Extract, [sentence.Evidence]);
    }

    private static IEnumerable<string> Notes(
        ShortAnswer brief, Sufficiency sufficiency, IReadOnlyDictionary<ArticleId, IReadOnlyList<Article>> copies, List<ScoredSentence> chosen)
    {
        if (brief.Note is { } note)
            yield return note;
        if (sufficiency.MissingNames.Count > 0)
            yield return $"Nothing was found about {Listed(sufficiency.MissingNames)}.";
        foreach (var article in chosen.Select(sentence => sentence.Article.Article).DistinctBy(article => article.Id))
            if (copies.TryGetValue(article.Id, out var carried))
                yield return $"“{article.Title}” was also carried by {Carriers(carried)}.";
    }

    private static string Carriers(IReadOnlyList<Article> copies)
    {
        var outlets = copies.Select(copy => copy.Source).Where(source => source.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return outlets.Count is > 0 and <= 3 ? Listed(outlets) : copies.Count == 1 ? "one other outlet" : $"{copies.Count} others";
    }

    private static bool WantsAmount(AnswerKind kind) => kind is AnswerKind.Number or AnswerKind.Money or AnswerKind.Percent or AnswerKind.Duration;

    private static string Reason(Sufficiency sufficiency) => sufficiency.MissingNames.Count > 0 && sufficiency.Names < 1
        ? $"I found nothing in the articles about {Listed(sufficiency.MissingNames)} that answers this."
        : "I found nothing in the articles that answers this.";

    private static IReadOnlyList<ArticleHeader> Nearest(IReadOnlyList<Evidence> evidence) =>
    [
        .. evidence.Select(item => item.Article.Article).DistinctBy(article => article.Id).Take(3)
            .Select(article => new ArticleHeader(article.Id, article.Title, article.Source, article.Published, article.Url)),
    ];

    private static string Listed(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
}
