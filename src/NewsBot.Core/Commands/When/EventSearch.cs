using NewsBot.Core.Articles;
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
/// date before a vague one. A date on the wrong side of the article ("when did" asks for what was, "when will" for what was
/// to come) loses 0.3.
/// </summary>
internal static class EventSearch
{
    private const int Passages = 20;
    private const int Dated = 24;
    private const double LeastCoverage = 0.4;
    private const double LeastContext = 0.6;

    /// <summary>From this coverage on the sentence that was asked about is found.</summary>
    private const double WholeSentence = 0.95;

    private const double LeastSupport = 0.6;
    private const int FewTerms = 2;

    public static async Task<IReadOnlyList<DatedEvent>> FindAsync(
        ICorpusSnapshot snapshot, EventQuery query, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var sentences = await SentenceSearch.FindAsync(snapshot, query.Words, filter, Passages, cancellationToken).ConfigureAwait(false);
        if (sentences is not [{ Coverage: >= WholeSentence }, ..]
            && await TitleSearch.FindAsync(snapshot, query.Words, filter, cancellationToken).ConfigureAwait(false) is { Analysis.Sentences.Count: > 0 } titled)
            return [OfHeadline(titled)];
        var happening = query.Event is { } named ? [.. Tokenizer.Tokenize(named).Select(token => token.Term)] : HappeningIn(query.Words);
        var names = NamesIn(query.Words);
        return
        [
            .. sentences
                .Where(sentence => sentence.Coverage >= LeastCoverage && sentence.Context >= LeastContext && Supports(snapshot, sentence, happening, names))
                .Take(Dated)
                .Select(sentence => new DatedEvent(sentence, Date(sentence, happening)))
                .OrderByDescending(dated => Math.Round(dated.Found.Coverage + Bonus(dated.Date) - Wrongness(dated.Date, query.IsPast), 6))
                .ThenByDescending(dated => dated.Found.Context)
                .ThenByDescending(dated => dated.Found.Article.Article.Published.Instant),
        ];
    }

    /// <summary>A headline tells of what its article's lead tells.</summary>
    private static DatedEvent OfHeadline(AnalyzedArticle article)
    {
        var lead = article.Analysis.Sentences.Index().First(sentence => sentence.Item == article.Analysis.Lead).Index;
        var found = new FoundSentence(article, lead, 1, 1);
        return new DatedEvent(found, Date(found, []));
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
        var own = tokens.Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        EventDate? first = null;
        foreach (var term in terms)
        {
            if (WordKinship.Match(own, term) is not { } said
                || tokens.Find(token => token.Term == said) is not { Term: not null } token)
                continue;
            var date = EventDater.Date(text, analysis.Sentences, analysis.Times, anchor, token.Span);
            if (date.Basis == EventDateBasis.SentenceExpression)
                return date;
            first ??= date;
        }

        return first ?? EventDater.Date(text, analysis.Sentences, analysis.Times, anchor, found.Sentence.Span);
    }

    /// <summary>Content words that are no names.</summary>
    private static List<string> HappeningIn(string words) =>
    [
        .. Tokenizer.Tokenize(words)
            .Where(token => !char.IsUpper(words[token.Span.Start]) && !StopWords.Contains(token.Term))
            .Select(token => token.Term)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>
    /// The words that say what happened (<see cref="WordKinship"/>) must be in the sentence or next to it, one at least in the
    /// sentence itself: numbers all of them and in the sentence, of one or two words all, of more at least 0.6 of their weight.
    /// Every name must be in the sentence, its neighbours or the headline by its last word.
    /// </summary>
    private static bool Supports(ICorpusSnapshot snapshot, FoundSentence found, List<string> happening, List<string> names)
    {
        var own = TermsOf(found, 0);
        if (happening.Exists(term => char.IsDigit(term[0]) && !own.Contains(term)))
            return false;
        if (happening.Count > 0 && !happening.Exists(term => WordKinship.Says(own, term)))
            return false;
        var near = TermsOf(found, 1);
        var needed = happening.Count <= FewTerms ? 1 : LeastSupport;
        return Share(snapshot, happening, near) >= needed && names.TrueForAll(term => WordKinship.Says(near, term));
    }

    private static double Share(ICorpusSnapshot snapshot, List<string> terms, HashSet<string> found) =>
        terms.Count == 0 ? 1 : terms.Where(term => WordKinship.Says(found, term)).Sum(term => SentenceSearch.InverseFrequency(snapshot, term)) / terms.Sum(term => SentenceSearch.InverseFrequency(snapshot, term)) + 1e-9;

    /// <summary>The last word of each name, which names a person or an organisation alone.</summary>
    private static List<string> NamesIn(string words) =>
    [
        .. CapitalisedRuns.In(words, new TextSpan(0, words.Length))
            .Select(run => Tokenizer.Tokenize(words, run.Span).LastOrDefault(token => !StopWords.Contains(token.Term)).Term)
            .Where(term => term is not null).Distinct(StringComparer.Ordinal),
    ];

    private static HashSet<string> TermsOf(FoundSentence found, int neighbours)
    {
        var (article, text) = (found.Article, found.Article.Article.Text);
        var terms = article.Analysis.Sentences
            .Skip(Math.Max(0, found.Index - neighbours)).Take((neighbours * 2) + 1)
            .SelectMany(sentence => Tokenizer.Tokenize(text, article.WithoutDateline(sentence.Span)));
        return [.. (neighbours > 0 ? terms.Concat(Tokenizer.Tokenize(article.Article.Title)) : terms).Select(token => token.Term)];
    }

    private static double Wrongness(EventDate date, bool? isPast) => isPast is { } past && past == date.IsPlanned ? 0.3 : 0;

    private static double Bonus(EventDate date) => date.Basis switch
    {
        EventDateBasis.SentenceExpression => 0.15 + (date.Precision >= DatePrecision.Day ? 0.06 : date.Precision >= DatePrecision.Month ? 0.03 : 0),
        EventDateBasis.Narrative => 0.05,
        _ => 0,
    };
}
