using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Dates.Events;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands.On;

/// <summary>
/// What happened in some days, best evidence first. Every sentence of a report that gives a time inside them is a
/// candidate, and every lead that tells of a day which its article gives elsewhere, with
/// <c>strength = role + 0.5 (the lead) + 0.25 (the next two sentences) - 0.4 (planned) - 0.7 (the time is somebody's word)</c>
/// and the role of the time 0.1 for none, 0.2 for when something was said, 0.5 of a noun, 0.6 in a depending clause, 0.8
/// carried on to the lead, 1 of the main clause. Candidates that share two fifths of their terms (of the shorter one) are one
/// story, which the strongest tells; <c>rank = strength + 0.4 ln(articles of the story)</c>. What happened goes before what
/// was planned, each article gives one story before any gives a second, and no word of the day (<see cref="DayWords"/>) has
/// more than two stories.
/// </summary>
internal static class DayEvents
{
    private const int MostTimes = 400;
    private const int MostCandidates = 200;
    private const int MostOfArticle = 3;
    private const int MostOfWord = 2;
    private const double SameStory = 0.4;

    /// <summary>From this strength on an event is told, and weaker ones are left out.</summary>
    private const double Firm = 0.25;
    private const double FirmPlan = 0.05;

    /// <returns>The stories, those that happened first.</returns>
    public static async Task<IReadOnlyList<DayStory>> FindAsync(
        ICorpusSnapshot snapshot, DateInterval days, ArticleFilter filter, int count, CancellationToken cancellationToken)
    {
        var times = await snapshot.TimesInAsync(days, filter, MostTimes, cancellationToken).ConfigureAwait(false);
        var articles = await snapshot.ArticlesAsync([.. times.Select(time => time.Article).Distinct()], cancellationToken).ConfigureAwait(false);
        var byId = articles.ToDictionary(article => article.Article.Id);
        var candidates = times.Where(time => byId.ContainsKey(time.Article))
            .Select(time => Candidate(byId[time.Article], byId[time.Article].Analysis.Times[time.Ordinal]))
            .Concat(articles.Select(article => CarriedToLead(article, days)))
            .OfType<DayEvent>()
            .DistinctBy(candidate => (candidate.Id, candidate.Sentence.Span))
            .OrderBy(candidate => candidate.IsPlanned).ThenByDescending(candidate => candidate.Strength)
            .ThenByDescending(candidate => candidate.IsPlanned ? candidate.Published.DayNumber : -candidate.Published.DayNumber)
            .ThenBy(candidate => candidate.Id.Value, StringComparer.Ordinal).ThenBy(candidate => candidate.Sentence.Span.Start)
            .Take(MostCandidates).ToList();
        candidates = candidates.Exists(candidate => candidate.Strength >= Firm) ? candidates.FindAll(candidate => candidate.Strength >= Firm || candidate.Strength >= FirmPlan && candidate.IsPlanned) : candidates;
        var stories = Stories(candidates).OrderBy(story => story[0].IsPlanned).ThenByDescending(Rank).ToList();
        return Chosen(stories, DayWords.Of(candidates, snapshot), count);
    }

    private static double Rank(List<DayEvent> story) =>
        story[0].Strength + (0.4 * Math.Log(story.Select(candidate => candidate.Id).Distinct().Count()));

    private static DayEvent? Candidate(AnalyzedArticle article, TimeExpression time)
    {
        var text = article.Article.Text;
        var index = IndexOf(article.Analysis.Sentences, time.Span);
        if (index < 0)
            return null;
        var sentence = article.Analysis.Sentences[index];
        if (time.Type is not (TimeType.Date or TimeType.Time) || !PageFurniture.IsReport(text, sentence.Span) || article.IsQuoted(sentence.Span))
            return null;
        var lead = PageFurniture.LeadOf(article);
        var planned = time.Interval!.Value.Start > article.Article.Published.Day && !TimeRoles.IsDone(text, sentence.Span, article.Analysis.Times, time);
        var strength = TimeRoles.Of(text, sentence.Span, article.Analysis.Times, time) switch
        {
            TimeRole.Main => 1,
            TimeRole.Clause => 0.6,
            TimeRole.Noun => 0.5,
            TimeRole.Saying => 0.2,
            _ => 0.1,
        };
        strength += sentence == lead ? 0.5 : sentence.Span.Start > lead.Span.Start && index <= 3 ? 0.25 : 0;
        strength -= (planned ? 0.4 : 0) + (article.IsQuoted(time.Span) ? 0.7 : 0);
        return new DayEvent(article, sentence, time.Span, time.Interval.Value, time.Precision, planned, strength, TermsOf(article, sentence, sentence == lead));
    }

    /// <summary>"The club won its first title" where the article goes on that the final was on Sunday.</summary>
    private static DayEvent? CarriedToLead(AnalyzedArticle article, DateInterval days)
    {
        var lead = PageFurniture.LeadOf(article);
        var analysis = article.Analysis;
        if (!PageFurniture.IsReport(article.Article.Text, lead.Span) || article.IsQuoted(lead.Span))
            return null;
        var date = EventDater.Date(article.Article.Text, analysis.Sentences, analysis.Times, TimeAnchor.At(article.Article.Published.Day), lead.Span);
        return date.Basis == EventDateBasis.Narrative && days.Contains(date.Interval)
            ? new DayEvent(article, lead, date.Expression!.Span, date.Interval, date.Precision, date.IsPlanned, 0.8 + 0.5, TermsOf(article, lead, withTitle: true))
            : null;
    }

    private static List<List<DayEvent>> Stories(IEnumerable<DayEvent> candidates)
    {
        var stories = new List<List<DayEvent>>();
        foreach (var candidate in candidates)
        {
            var home = stories.Find(story => Likeness(story[0].Terms, candidate.Terms) >= SameStory);
            if (home is null)
                stories.Add([candidate]);
            else
                home.Add(candidate);
        }

        return stories;
    }

    private static double Likeness(IReadOnlySet<string> a, IReadOnlySet<string> b) =>
        (double)a.Count(b.Contains) / Math.Max(1, Math.Min(a.Count, b.Count));

    private static List<DayStory> Chosen(List<List<DayEvent>> stories, IReadOnlySet<string> dayWords, int count)
    {
        var chosen = new List<(int Rank, DayStory Story)>();
        for (var round = 1; round <= MostOfArticle; round++)
            foreach (var (rank, story) in stories.Index())
                if (chosen.Count < count && !chosen.Exists(other => other.Rank == rank) && chosen.Count(other => other.Story.Events[0].Id == story[0].Id) < round
                    && !IsTold(story, chosen, dayWords) && ShownSentence.Told(story[0].Article, story[0].Sentence.Span) is { } shown)
                    chosen.Add((rank, new DayStory(shown, story)));
        return [.. chosen.OrderBy(pair => pair.Rank).Select(pair => pair.Story)];
    }

    private static bool IsTold(List<DayEvent> story, List<(int Rank, DayStory Story)> chosen, IReadOnlySet<string> dayWords) =>
        story[0].Terms.Any(term => dayWords.Contains(term) && chosen.Count(other => other.Story.Events[0].Terms.Contains(term)) >= MostOfWord);

    private static HashSet<string> TermsOf(AnalyzedArticle article, Sentence sentence, bool withTitle)
    {
        var tokens = Tokenizer.Tokenize(article.Article.Text, article.WithoutDateline(sentence.Span))
            .Where(token => !article.Analysis.Times.Any(time => time.Span.Contains(token.Span)));
        if (withTitle)
            tokens = tokens.Concat(Tokenizer.Tokenize(article.Article.Title).Where(token => !char.IsDigit(token.Term[0])));
        return [.. tokens.Select(token => token.Term).Where(term => !StopWords.Contains(term))];
    }

    private static int IndexOf(IReadOnlyList<Sentence> sentences, TextSpan time)
    {
        for (var i = 0; i < sentences.Count; i++)
            if (sentences[i].Span.Contains(time))
                return i;
        return -1;
    }
}
