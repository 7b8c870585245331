using NewsBot.Core.Articles;

namespace NewsBot.Core.Corpus;

/// <summary>How long the articles of a source are kept, although the source still has them or never takes them back.</summary>
/// <param name="Age">The most time since publication; null for any.</param>
/// <param name="Count">The most articles, the newest of them; null for any number. At least 1.</param>
public sealed record RetentionRule(TimeSpan? Age, int? Count)
{
    /// <summary>
    /// Which of a source's articles go: those published before <c>now - Age</c>, and of the others all but the <c>Count</c>
    /// newest, of two that are equally new the one with the greater id. In the order of their ids.
    /// </summary>
    public IReadOnlyList<ArticleId> Outdated(IEnumerable<(ArticleId Id, DateTimeOffset Published)> articles, DateTimeOffset now)
    {
        var newestFirst = articles.OrderByDescending(article => article.Published).ThenBy(article => article.Id.Value, StringComparer.Ordinal).ToList();
        var inTime = newestFirst.TakeWhile(article => !IsTooOld(article.Published, now)).Take(Count ?? int.MaxValue).Count();
        return [.. newestFirst.Skip(inTime).Select(article => article.Id).OrderBy(id => id.Value, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The publication before which an article that is not stored yet would be outdated at once, going by those that are;
    /// null where there is no such limit.
    /// </summary>
    public DateTimeOffset? Floor(IEnumerable<DateTimeOffset> stored, DateTimeOffset now)
    {
        var byAge = Age is { } age ? now - age : (DateTimeOffset?)null;
        if (Count is not { } count)
            return byAge;
        var newest = stored.OrderDescending().Take(count).ToList();
        var byCount = newest.Count == count ? newest[^1] : (DateTimeOffset?)null;
        return byAge > byCount || byCount is null ? byAge : byCount;
    }

    private bool IsTooOld(DateTimeOffset published, DateTimeOffset now) => Age is { } age && published < now - age;
}
