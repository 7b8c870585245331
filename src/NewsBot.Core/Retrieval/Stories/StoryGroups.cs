using NewsBot.Core.Articles;

namespace NewsBot.Core.Retrieval.Stories;

/// <summary>
/// Gives each syndicated story one place. Two articles are one story when the estimated Jaccard similarity of their
/// four-word shingles is at least <see cref="SameStory"/>; the earliest is the original and speaks for all.
/// </summary>
internal static class StoryGroups
{
    public const double SameStory = 0.5;

    /// <summary>Keeps the evidence of originals, at the place of the best copy, and tells the copies.</summary>
    public static Retrieved Collapse(IReadOnlyList<Evidence> evidence)
    {
        var articles = evidence.Select(item => item.Article.Article).DistinctBy(article => article.Id).ToList();
        var groups = Group(articles);
        var originals = new Dictionary<ArticleId, Article>();
        var copies = new Dictionary<ArticleId, IReadOnlyList<Article>>();
        foreach (var group in groups)
        {
            var ordered = group.OrderBy(article => article.Published.Instant).ThenBy(article => article.Id.Value, StringComparer.Ordinal).ToList();
            foreach (var article in ordered)
                originals[article.Id] = ordered[0];
            if (ordered.Count > 1)
                copies[ordered[0].Id] = ordered[1..];
        }

        var kept = new List<Evidence>(evidence.Count);
        var seen = new HashSet<(ArticleId, int)>();
        var byId = evidence.DistinctBy(item => item.Article.Article.Id).ToDictionary(item => item.Article.Article.Id, item => item.Article);
        foreach (var item in evidence)
        {
            var original = originals[item.Article.Article.Id];
            var stand = original.Id == item.Article.Article.Id ? item : Counterpart(item, byId[original.Id]);
            if (seen.Add((original.Id, stand.Passage.Ordinal)))
                kept.Add(stand);
        }

        return new Retrieved(kept, copies);
    }

    /// <summary>The articles, those of one story together, in the order of their first.</summary>
    public static IReadOnlyList<IReadOnlyList<Article>> Group(IReadOnlyList<Article> articles)
    {
        var groups = new List<(Shingles Sketch, List<Article> Articles)>();
        foreach (var article in articles)
        {
            var sketch = Shingles.Of(article);
            var group = groups.FirstOrDefault(known => known.Sketch.Similarity(sketch) >= SameStory);
            if (group.Articles is not null)
                group.Articles.Add(article);
            else
                groups.Add((sketch, [article]));
        }

        return [.. groups.Select(group => (IReadOnlyList<Article>)group.Articles)];
    }

    /// <summary>The passage of the original at the same relative place of the text.</summary>
    private static Evidence Counterpart(Evidence copy, AnalyzedArticle original)
    {
        var passages = original.Analysis.Passages;
        var place = (double)copy.Passage.Span.Start / Math.Max(1, copy.Article.Article.Text.Length);
        var at = (int)(place * original.Article.Text.Length);
        var nearest = passages.MinBy(passage => Math.Abs(passage.Span.Start - at));
        return new Evidence(original, nearest, copy.Score);
    }
}
