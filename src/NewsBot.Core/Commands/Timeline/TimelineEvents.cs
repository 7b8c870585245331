using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Articles;
using NewsBot.Core.Commands.When;
using NewsBot.Core.Dates;
using NewsBot.Core.Dates.Events;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands.Timeline;

/// <param name="Event">The sentence and its date.</param>
/// <param name="Shown">How it is shown.</param>
internal sealed record TimelineEvent(DatedEvent Event, ShownSentence Shown);

/// <summary>
/// Chooses the main events of a topic. A sentence counts when it, its headline or its lead says every word of the topic, or
/// every name and its article the other words, and it says one itself or is the lead. A lead tells what its article is about
/// and has the day of the article where it tells something as done; any other sentence of the report must give a month or
/// better of its own. <c>score = share of the topic's words in it + 0.5 (the lead) + role</c>, the role of its time being 0.3 of the main clause,
/// 0.15 of another, 0.1 of a noun, -0.2 for when something was said. Best first, what several tell is taken once, and no day
/// has more than <see cref="MostOfDay"/> and no article more than <see cref="MostOfArticle"/>.
/// </summary>
internal static class TimelineEvents
{
    private const int MostEvents = 12;
    private const int MostOfDay = 2;
    private const int MostOfArticle = 4;

    /// <summary>Share of common words from which two sentences of overlapping dates tell of one event.</summary>
    private const double SameEvent = 0.4;

    /// <param name="sentences">Sentences that say something of the topic.</param>
    /// <param name="topic">The topic without its time words.</param>
    /// <param name="range">Days that the events must meet.</param>
    public static IReadOnlyList<TimelineEvent> Of(IReadOnlyList<FoundSentence> sentences, string topic, DateInterval range)
    {
        var terms = Terms(topic, new TextSpan(0, topic.Length)).Where(term => !StopWords.Contains(term)).ToList();
        var names = CapitalisedRuns.In(topic, new TextSpan(0, topic.Length))
            .SelectMany(run => Tokenizer.Tokenize(topic, run.Span)).Select(token => token.Term).Where(terms.Contains).ToHashSet(StringComparer.Ordinal);
        var abouts = new Dictionary<ArticleId, About>();
        var candidates = sentences
            .Concat(sentences.DistinctBy(sentence => sentence.Article.Article.Id).Select(sentence => LeadOf(sentence.Article)))
            .DistinctBy(sentence => (sentence.Article.Article.Id, sentence.Index))
            .Select(sentence => Candidate(sentence, terms, names, AboutOf(sentence.Article)))
            .OfType<(DatedEvent Event, double Score)>()
            .Where(pair => pair.Event.Date.Interval.Overlaps(range))
            .OrderByDescending(pair => pair.Score)
            .ThenBy(pair => pair.Event.Found.Article.Article.Published.Instant)
            .ThenBy(pair => pair.Event.Found.Article.Article.Id.Value, StringComparer.Ordinal).ThenBy(pair => pair.Event.Found.Index);
        return Chosen(candidates.Select(pair => pair.Event));

        About AboutOf(AnalyzedArticle article) =>
            abouts.TryGetValue(article.Article.Id, out var known) ? known : abouts[article.Article.Id] = About.Of(article);
    }

    private static (DatedEvent, double)? Candidate(FoundSentence found, List<string> terms, HashSet<string> names, About about)
    {
        var (article, sentence) = (found.Article, found.Sentence);
        var text = article.Article.Text;
        if (article.Analysis.IsDateline(sentence) || !PageFurniture.IsReport(text, sentence.Span) || article.IsQuoted(sentence.Span))
            return null;
        var own = Terms(text, article.WithoutDateline(sentence.Span));
        var isLead = sentence == about.Lead;
        if (!terms.TrueForAll(term => WordKinship.Says(own, term) || WordKinship.Says(about.Terms, term) || (names.Count > 0 && !names.Contains(term) && WordKinship.Says(about.Whole, term))) || (!isLead && !terms.Exists(term => WordKinship.Says(own, term))))
            return null;
        var date = EventSearch.Date(found, []);
        if (!isLead && !(date.Basis == EventDateBasis.SentenceExpression && date.Precision >= DatePrecision.Month))
            return null;
        if (date.Basis == EventDateBasis.Publication && !TimeRoles.TellsDone(text, sentence.Span))
            return null;
        var share = (double)terms.Count(term => WordKinship.Says(own, term)) / Math.Max(1, terms.Count);
        return (new DatedEvent(found, date, share), share + (isLead ? 0.5 : 0) + Role(article, sentence.Span, date));
    }

    private static double Role(AnalyzedArticle article, TextSpan sentence, EventDate date) =>
        date.Expression is not { } time || !sentence.Contains(time.Span) ? 0 : TimeRoles.Of(article.Article.Text, sentence, article.Analysis.Times, time) switch
        {
            TimeRole.Main => 0.3,
            TimeRole.Clause => 0.15,
            TimeRole.Noun => 0.1,
            TimeRole.Saying => -0.2,
            _ => 0,
        };

    private static List<TimelineEvent> Chosen(IEnumerable<DatedEvent> candidates)
    {
        var chosen = new List<(TimelineEvent Event, HashSet<string> Terms)>();
        foreach (var dated in candidates)
        {
            if (chosen.Count == MostEvents)
                break;
            var (article, interval) = (dated.Found.Article, dated.Date.Interval);
            var terms = Terms(article.Article.Text, dated.Found.Sentence.Span);
            terms.RemoveWhere(StopWords.Contains);
            if (chosen.Count(other => other.Event.Event.Found.Article.Article.Id == article.Article.Id) >= MostOfArticle
                || (interval.IsSingleDay && chosen.Count(other => other.Event.Event.Date.Interval == interval) >= MostOfDay)
                || chosen.Exists(other => other.Event.Event.Date.Interval.Overlaps(interval) && IsSame(other.Terms, terms))
                || ShownSentence.Told(article, dated.Found.Sentence.Span) is not { } shown)
                continue;
            chosen.Add((new TimelineEvent(dated, shown), terms));
        }

        return [.. chosen.Select(pair => pair.Event)
            .OrderBy(one => one.Event.Date.Interval.Start ?? one.Event.Date.Interval.End).ThenBy(one => one.Event.Found.Article.Article.Published.Instant)];
    }

    private static bool IsSame(HashSet<string> one, HashSet<string> other) => one.Count(other.Contains) >= SameEvent * Math.Min(one.Count, other.Count);

    private static FoundSentence LeadOf(AnalyzedArticle article)
    {
        var lead = PageFurniture.LeadOf(article);
        return new FoundSentence(article, article.Analysis.Sentences.Index().First(sentence => sentence.Item == lead).Index, 0, 0);
    }

    private static HashSet<string> Terms(string text, TextSpan span) => [.. Tokenizer.Tokenize(text, span).Select(token => token.Term)];

    /// <summary>What an article is about, by its headline and lead, and all its words.</summary>
    private sealed record About(Sentence Lead, HashSet<string> Terms, HashSet<string> Whole)
    {
        public static About Of(AnalyzedArticle article)
        {
            var lead = PageFurniture.LeadOf(article);
            var terms = TimelineEvents.Terms(article.Article.Title, new TextSpan(0, article.Article.Title.Length));
            terms.UnionWith(TimelineEvents.Terms(article.Article.Text, article.WithoutDateline(lead.Span)));
            return new About(lead, terms, TimelineEvents.Terms(article.Article.Text, new TextSpan(0, article.Article.Text.Length)));
        }
    }
}
