using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Dates.Events;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands.When;

/// <summary>
/// Finds sentences that tell of an event and dates them. Ranked by <c>coverage + bonus</c>, where the bonus is 0.15 for a
/// date in the sentence itself and 0.05 for one that the text carries on, and of the former 0.06 more for a day and 0.03
/// for a month: a sentence which gives the date goes before one that says hardly more of the event without it, and a full
/// date before a vague one. A date on the wrong side of the article ("when did" asks for what was, "when will" for what was
/// to come) loses 0.3, a name of several words as it is asked gains 0.1, and what is only supposed where it is asked as done 0.5. A headline that tells the event speaks for
/// its article's lead (<see cref="HeadlineEvents"/>). What is told as done without a date was by the day of its article; what
/// is asked to come and has no date is not answered.
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
    private const double LeastOwn = 0.4;
    private const int FewTerms = 2;

    public static async Task<IReadOnlyList<DatedEvent>> FindAsync(
        ICorpusSnapshot snapshot, EventQuery query, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var sentences = await SentenceSearch.FindAsync(snapshot, query.Words, filter, Passages, cancellationToken).ConfigureAwait(false);
        if (query.IsPast is null && sentences is not [{ Coverage: >= WholeSentence }, ..]
            && await TitleSearch.FindAsync(snapshot, query.Words, filter, cancellationToken).ConfigureAwait(false) is { Analysis.Sentences.Count: > 0 } titled)
            return [HeadlineEvents.OfLead(titled, [], 1)];
        var words = EventWords.Of(snapshot, query);
        var happening = query.Event is { } named ? [.. Tokenizer.Tokenize(named).Select(token => token.Term)] : words.Happening;
        return
        [
            .. sentences
                .Where(sentence => sentence.Coverage >= LeastCoverage && sentence.Context >= LeastContext && Tells(sentence, words, happening))
                .Take(Dated)
                .Select(sentence => new DatedEvent(sentence, Date(sentence, [.. Deed(words, happening), .. happening, .. query.Event is null ? words.Plain : []]), words.Share(words.Content, TermsOf(sentence, 0))))
                .Concat(HeadlineEvents.Among(sentences.Select(sentence => sentence.Article).DistinctBy(article => article.Article.Id), words))
                .Select(dated => (Dated: Bounded(dated, query.IsPast), Rank: Math.Round(dated.Coverage + Bonus(dated.Date) + Named(dated, words) - Wrongness(dated, query.IsPast, happening), 6)))
                .Where(pair => pair.Dated is not null && IsOfYears(pair.Dated, words))
                .OrderByDescending(pair => pair.Rank)
                .ThenByDescending(pair => pair.Dated!.Found.Context)
                .ThenByDescending(pair => pair.Dated!.Found.Article.Article.Published.Instant)
                .Select(pair => pair.Dated!),
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
        EventDate? first = null;
        foreach (var span in Mentions(found, terms))
        {
            var date = EventDater.Date(text, analysis.Sentences, analysis.Times, anchor, span);
            if (date.Basis != EventDateBasis.SentenceExpression)
                first ??= date;
            else if (IsSaying(found.Article, date.Expression!) && !TimeRoles.IsReporting(text, found.Sentence.Span, span.Start))
                first = first is { Basis: EventDateBasis.Narrative } ? first : EventDates.By(date with { Basis = EventDateBasis.Narrative });
            else
                return date;
        }

        return first ?? EventDater.Date(text, analysis.Sentences, analysis.Times, anchor, found.Sentence.Span);
    }

    /// <summary>The deed is dated before what it was done to: "the 2019 fair ended in May".</summary>
    private static IEnumerable<string> Deed(EventWords words, IReadOnlyList<string> happening) => words.Deed is { } deed && happening.Contains(deed) ? [deed] : [];

    /// <summary>Where the sentence says the words, in the order of the words; numbers are no events.</summary>
    private static IEnumerable<TextSpan> Mentions(FoundSentence found, IReadOnlyList<string> terms)
    {
        var tokens = Tokenizer.Tokenize(found.Article.Article.Text, found.Sentence.Span);
        var own = tokens.Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        foreach (var term in terms)
            if (!char.IsDigit(term[0]) && WordKinship.Match(own, term) is { } said && tokens.Find(token => token.Term == said) is { Term: not null } token)
                yield return token.Span;
    }

    /// <summary>
    /// The words that say what happened (<see cref="WordKinship"/>) must be in the sentence or next to it: numbers all of them
    /// and in the sentence, of one or two words all, of more at least 0.6 of their weight; and in the sentence itself the deed,
    /// or where none can be told 0.4 of their weight. Every name must be in the sentence, its neighbours or the headline by its
    /// last word. What stands on the page beside the report tells nothing.
    /// </summary>
    private static bool Tells(FoundSentence found, EventWords words, IReadOnlyList<string> happening)
    {
        if (PageFurniture.Is(found.Article.Article.Text, found.Sentence.Span))
            return false;
        var own = TermsOf(found, 0);
        if (happening.Any(term => char.IsDigit(term[0]) && !own.Contains(term)))
            return false;
        if (words.Subject?.IsOf(found.Article.Article.Text, found.Sentence.Span) == false)
            return false;
        if (words.Deed is { } deed && happening.Contains(deed) ? !WordKinship.Says(own, deed) : words.Share(happening, own) < LeastOwn)
            return false;
        var near = TermsOf(found, 1);
        var needed = happening.Count <= FewTerms ? 1 : LeastSupport;
        return words.Share(happening, near) >= needed && words.Names.All(term => WordKinship.Says(near, term));
    }

    private static HashSet<string> TermsOf(FoundSentence found, int neighbours)
    {
        var (article, text) = (found.Article, found.Article.Article.Text);
        var terms = article.Analysis.Sentences
            .Skip(Math.Max(0, found.Index - neighbours)).Take((neighbours * 2) + 1)
            .SelectMany(sentence => Tokenizer.Tokenize(text, article.WithoutDateline(sentence.Span)));
        return [.. (neighbours > 0 ? terms.Concat(Tokenizer.Tokenize(article.Article.Title)) : terms).Select(token => token.Term)];
    }

    /// <summary>A year that is asked is said by the sentence, or is that of the date, or one of a name that the article has there.</summary>
    private static bool IsOfYears(DatedEvent dated, EventWords words) => words.Years.All(year =>
        TermsOf(dated.Found, 0).Contains(year.Term) ||
        (dated.Date.Interval.Start ?? dated.Date.Interval.End)?.Year.ToString(CultureInfo.InvariantCulture) == year.Term || (year.IsNamed && TermsOf(dated.Found, 1).Contains(year.Term)));

    /// <summary>For a name of several words that the sentence has as it is asked.</summary>
    private static double Named(DatedEvent dated, EventWords words) =>
        words.Phrases.Any(phrase => dated.Found.Sentence.Span.Of(dated.Found.Article.Article.Text).Contains(phrase, StringComparison.OrdinalIgnoreCase)) ? 0.1 : 0;

    /// <summary>Without a date of its own, what was is dated by its article at the latest, and what will be not at all.</summary>
    private static DatedEvent? Bounded(DatedEvent dated, bool? isPast)
    {
        if (isPast == false && dated.Date is { Basis: not EventDateBasis.SentenceExpression, Interval.Start: null })
            return null;
        if (dated.Date is { Basis: EventDateBasis.Narrative, IsPlanned: false, Interval.IsSingleDay: true, Expression: { } time } && IsSaying(dated.Found.Article, time))
            return dated with { Date = EventDates.By(dated.Date) };
        if (dated.Date.Basis != EventDateBasis.Publication)
            return isPast == false && dated.Date.Interval.End < dated.Found.Article.Article.Published.Day ? null : dated;
        if (isPast == false || dated.Date.IsPlanned)
            return null;
        return dated with { Date = EventDates.By(dated.Date) };
    }

    /// <summary>"police said on Monday": the day on which something was said of it.</summary>
    private static bool IsSaying(AnalyzedArticle article, TimeExpression time)
    {
        var sentence = article.Analysis.Sentences.FirstOrDefault(sentence => sentence.Span.Contains(time.Span));
        return TimeRoles.Of(article.Article.Text, sentence.Span, article.Analysis.Times, time) == TimeRole.Saying;
    }

    private static double Wrongness(DatedEvent dated, bool? isPast, IReadOnlyList<string> happening)
    {
        var wrong = isPast is { } past && past == dated.Date.IsPlanned ? 0.3 : 0;
        if (isPast != true)
            return wrong;
        var text = dated.Found.Article.Article.Text;
        foreach (var span in Mentions(dated.Found, happening).Take(1))
            wrong += Assertions.Of(text, dated.Found.Sentence.Span, span.Start) == Assertion.Told ? 0 : 0.5;
        return wrong;
    }

    private static double Bonus(EventDate date) => date.Basis switch
    {
        EventDateBasis.SentenceExpression => 0.15 + (date.Precision >= DatePrecision.Day ? 0.06 : date.Precision >= DatePrecision.Month ? 0.03 : 0),
        EventDateBasis.Narrative => 0.05,
        _ => 0,
    };
}
