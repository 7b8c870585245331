using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval.Fusion;
using NewsBot.Core.Retrieval.Stories;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>
/// Finds the passages that speak to a question.
/// <para>
/// <c>score(p) = sum over terms t of BM25(p, t) + 0.1 * sum over words of their families of BM25 (<see cref="WordFamilies"/>)
/// + 0.5 * sum over quoted phrases of BM25(p, phrase)
/// + 8 if an asked outlet published p + 8 if p was published on an asked day + 2 if p was published in an asked period,
/// or where neither outlet nor time is asked, + 2 (6 if the latest is asked for) if p is of the last 30 days</c>,
/// over one field of title, outlet, date and body. Names as phrases were measured to rank worse than as words. The boosts are soft, about one rare term each: an outlet or date that
/// was understood wrongly cannot lose the answer. Only the options source, from and to are hard filters.
/// </para>
/// <para>
/// Where an embedding model is configured, that ranking is fused with one by meaning, which has the same filter and boosts
/// (<see cref="ReciprocalRank"/>).
/// </para>
/// <para>
/// The passages for a question of several parts are ordered so that each part and each outlet that it names gets one early
/// (<see cref="PartsOrder"/>). Copies of one story take one place (<see cref="StoryPlaces"/>).
/// </para>
/// </summary>
public static class Retriever
{
    public const int DefaultCount = 30;
    private const int PartsDepth = 2;
    private const float SourceScore = 8;
    private const float DayScore = 8;
    private const float PeriodScore = 2;
    private const float RecentScore = 2;
    private const float LatestScore = 6;
    private const int RecentDays = 30;
    private const float FamilyWeight = 0.1f;
    private const float PhraseWeight = 0.5f;

    public static async Task<Retrieved> FindAsync(Question question, ICorpusSnapshot snapshot, int count, CancellationToken cancellationToken)
    {
        var depth = PartsOrder.IsFor(question) ? count * PartsDepth : count;
        var meaning = RankByMeaningAsync(question, snapshot, depth, cancellationToken);
        var hits = ReciprocalRank.Fuse(Rank(question, snapshot, depth), await meaning.ConfigureAwait(false));
        var articles = await snapshot.ArticlesAsync([.. hits.Select(hit => hit.Article).Distinct()], cancellationToken).ConfigureAwait(false);
        var byId = articles.ToDictionary(article => article.Article.Id);
        var evidence = new List<Evidence>(hits.Count);
        foreach (var hit in hits)
            if (byId.TryGetValue(hit.Article, out var article))
                evidence.Add(new Evidence(article, article.Analysis.Passages[hit.Ordinal], hit.Score));
        if (PartsOrder.IsFor(question))
            evidence = [.. PartsOrder.Of(question, evidence, snapshot).Take(count)];
        return await StoryPlaces.AssignAsync(evidence, question, snapshot, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The ranking alone, without the articles.</summary>
    internal static IReadOnlyList<PassageHit> Rank(Question question, ICorpusSnapshot snapshot, int count) =>
        question.Terms.Count == 0 ? [] : snapshot.SearchPassages(Query(question), count);

    private static async Task<IReadOnlyList<PassageHit>> RankByMeaningAsync(Question question, ICorpusSnapshot snapshot, int count, CancellationToken cancellationToken) =>
        question.Terms.Count == 0 ? [] : await snapshot.SearchByMeaningAsync(question.Text, Query(question), count, cancellationToken).ConfigureAwait(false);

    private static PassageQuery Query(Question question) => new()
    {
        Terms = [.. Terms(question)],
        Phrases = [.. Phrases(question)],
        Sources = [.. question.Outlets.Select(outlet => new SourceBoost(outlet, SourceScore))],
        Dates = Dates(question),
        Filter = question.Filter,
    };

    private static IEnumerable<WeightedTerm> Terms(Question question)
    {
        foreach (var term in question.Terms)
            yield return new WeightedTerm(term, 1);
        foreach (var term in question.Terms.SelectMany(WordFamilies.Of).Distinct(StringComparer.Ordinal).Except(question.Terms, StringComparer.Ordinal))
            yield return new WeightedTerm(term, FamilyWeight);
    }

    private static IEnumerable<WeightedPhrase> Phrases(Question question) =>
        question.Phrases.Select(terms => new WeightedPhrase(terms, 0, PhraseWeight));

    private static List<DateBoost> Dates(Question question)
    {
        var dates = question.Days.Select(day => new DateBoost(day, DayScore)).ToList();
        if (question.Period is { } period && !question.Days.Contains(period))
            dates.Add(new DateBoost(period, PeriodScore));
        if (dates.Count == 0 && question.Outlets.Count == 0)
        {
            var today = DateOnly.FromDateTime(question.Now.DateTime);
            dates.Add(new DateBoost(new DateInterval(today.AddDays(-RecentDays), today.AddDays(1)), question.WantsLatest ? LatestScore : RecentScore));
        }

        return dates;
    }
}

/// <param name="Evidence">Passages, best first, one for each story.</param>
/// <param name="Copies">Of articles that other outlets carried too: the copies.</param>
public sealed record Retrieved(IReadOnlyList<Evidence> Evidence, IReadOnlyDictionary<ArticleId, IReadOnlyList<ArticleHeader>> Copies);
