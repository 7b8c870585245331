using NewsBot.Core.Articles;

namespace NewsBot.Core.Corpus;

/// <summary>The retention rules of one reload's sources, by origin.</summary>
internal sealed class RetentionLimits(IReadOnlyDictionary<ArticleId, KnownArticle> stored, DateTimeOffset now)
{
    private readonly Dictionary<string, (RetentionRule Rule, DateTimeOffset? Floor)> _limits = new(StringComparer.Ordinal);

    public void Add(string origin, RetentionRule rule)
    {
        origin = ArticleOrigin.Absolute(origin);
        var published = stored.Values.Where(known => ArticleOrigin.Enclosing(known.Origin).Contains(origin)).Select(known => known.Published);
        _limits[origin] = (rule, rule.Floor(published, now));
    }

    /// <summary>Whether an article that is not stored would have to go at once.</summary>
    public bool IsOutdated(Article article) =>
        LimitOf(article.Origin) is { } origin && article.Published.Instant < _limits[origin].Floor;

    /// <summary>Those of the articles that the rules let go.</summary>
    public IEnumerable<ArticleId> Outdated(IEnumerable<KeyValuePair<ArticleId, KnownArticle>> articles) => _limits.Count == 0
        ? []
        : articles.GroupBy(article => LimitOf(article.Value.Origin), StringComparer.Ordinal)
            .Where(source => source.Key is not null)
            .SelectMany(source => _limits[source.Key!].Rule.Outdated(source.Select(article => (article.Key, article.Value.Published)), now));

    private string? LimitOf(string origin) => _limits.Count == 0 ? null : ArticleOrigin.Enclosing(ArticleOrigin.Absolute(origin)).FirstOrDefault(_limits.ContainsKey);
}
