using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands.When;

/// <summary>A sentence that tells of the event, with the date that the event has by it.</summary>
internal sealed record DatedEvent(FoundSentence Found, EventDate Date)
{
    /// <summary>The sentence, and where the date is carried on from another one, that one too.</summary>
    public IReadOnlyList<EvidenceSpan> Evidence =>
        Date.Expression is { } time && !Found.Sentence.Span.Contains(time.Span)
            ? [Found.Evidence, new EvidenceSpan(Found.Article, time.Span)]
            : [Found.Evidence];
}

/// <summary>
/// Finds sentences that tell of an event and dates them. Ranked by <c>coverage + bonus</c>, where the bonus is 0.15 for a
/// date in the sentence itself and 0.05 for one that the text carries on, and of the former 0.06 more for a day and 0.03
/// for a month: a sentence which gives the date goes before one that says hardly more of the event without it, and a full
/// date before a vague one.
/// </summary>
internal static class EventSearch
{
    private const int Passages = 20;
    private const int Dated = 24;
    private const double LeastCoverage = 0.4;
    private const double LeastContext = 0.6;

    public static async Task<IReadOnlyList<DatedEvent>> FindAsync(
        ICorpusSnapshot snapshot, EventQuery query, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var sentences = await SentenceSearch.FindAsync(snapshot, query.Words, filter, Passages, cancellationToken).ConfigureAwait(false);
        var terms = Tokenizer.Tokenize(query.Event ?? query.Words)
            .Where(token => query.Event is not null || !char.IsUpper((query.Event ?? query.Words)[token.Span.Start]))
            .Select(token => token.Term)
            .Where(term => query.Event is not null || !StopWords.Contains(term))
            .ToList();
        return
        [
            .. sentences
                .Where(sentence => sentence.Coverage >= LeastCoverage && sentence.Context >= LeastContext)
                .Take(Dated)
                .Select(sentence => new DatedEvent(sentence, Date(sentence, terms)))
                .OrderByDescending(dated => Math.Round(dated.Found.Coverage + Bonus(dated.Date), 6))
                .ThenByDescending(dated => dated.Found.Context)
                .ThenByDescending(dated => dated.Found.Article.Article.Published.Instant),
        ];
    }

    /// <summary>
    /// Dates the words in their order until one has a date of the sentence itself; else the first of them; the whole
    /// sentence where it has none of the words.
    /// </summary>
    public static EventDate Date(FoundSentence found, IReadOnlyList<string> terms)
    {
        var analysis = found.Article.Analysis;
        var text = found.Article.Article.Text;
        var anchor = TimeAnchor.At(found.Article.Article.Published.Day);
        var tokens = Tokenizer.Tokenize(text, found.Sentence.Span);
        EventDate? first = null;
        foreach (var term in terms)
        {
            if (tokens.Find(token => token.Term == term) is not { Term: not null } token)
                continue;
            var date = EventDater.Date(text, analysis.Sentences, analysis.Times, anchor, token.Span);
            if (date.Basis == EventDateBasis.SentenceExpression)
                return date;
            first ??= date;
        }

        return first ?? EventDater.Date(text, analysis.Sentences, analysis.Times, anchor, found.Sentence.Span);
    }

    private static double Bonus(EventDate date) => date.Basis switch
    {
        EventDateBasis.SentenceExpression => 0.15 + (date.Precision >= DatePrecision.Day ? 0.06 : date.Precision >= DatePrecision.Month ? 0.03 : 0),
        EventDateBasis.Narrative => 0.05,
        _ => 0,
    };
}
