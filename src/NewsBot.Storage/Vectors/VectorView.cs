using System.Collections;
using System.Collections.Concurrent;
using System.Numerics.Tensors;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;

namespace NewsBot.Storage.Vectors;

/// <summary>
/// The vectors of one set that passages of one revision have. A search looks at every vector by its codes, takes the best
/// <see cref="Candidates"/> that the filter lets pass, and compares those exactly.
/// </summary>
internal sealed class VectorView
{
    /// <summary>So many best by codes have been measured to hold the exact ten best.</summary>
    public const int Candidates = 100;

    /// <summary>How much the spread of the candidates weighs, in the units of BM25 that the boosts of a query have: two strong terms.</summary>
    private const double Spread = 16;

    /// <summary>So many audiences are remembered with what they may not see.</summary>
    private const int MostHidden = 100;

    private readonly IReadOnlyList<ArticlePassages> _articles;
    private readonly int[] _first; // By row: its first place, or -1.
    private readonly List<Place> _places = [];
    private readonly ConcurrentDictionary<string, BitArray> _hidden = new(StringComparer.Ordinal);

    public VectorView(VectorSet set, long revision, IReadOnlyList<ArticlePassages> articles)
    {
        Set = set;
        Revision = revision;
        Version = set.Version;
        _articles = articles;
        _first = new int[set.Codes.Count];
        Array.Fill(_first, -1);
        for (var article = 0; article < articles.Count; article++)
        {
            var rows = set.RowsOf(articles[article].Key);
            for (var ordinal = 0; rows is not null && ordinal < rows.Length; ordinal++)
            {
                var row = rows[ordinal];
                if (row == VectorSet.NoRow || row >= _first.Length)
                    continue;
                _places.Add(new Place(article, ordinal, _first[row]));
                _first[row] = _places.Count - 1;
            }
        }
    }

    public VectorSet Set { get; }

    public long Revision { get; }

    public int Version { get; }

    /// <summary>How many passages have a vector.</summary>
    public int Passages => _places.Count;

    /// <summary>
    /// <c>score = 16 · (cos − cos of the last candidate) / (cos of the first − cos of the last) + boosts of outlet and day</c>.
    /// Similarities of models differ in their range, so it is their spread among the candidates that is scaled; the boosts
    /// then weigh as they do beside BM25. Best first, ties by newest day, id and ordinal.
    /// </summary>
    public IReadOnlyList<PassageHit> Search(float[] vector, PassageQuery query, int count)
    {
        var allowed = Allowed(query.Filter);
        var top = new TopRows(Math.Max(Candidates, count), row => IsAllowed(row, allowed));
        Set.Codes.Scan(Int8Codes.EncodeQuery(vector), _first.Length, top);
        var exact = new float[vector.Length];
        var found = new List<(Place Place, float Cosine)>();
        foreach (var row in top.Rows.Order())
        {
            Set.ReadFloats(row, exact);
            var cosine = TensorPrimitives.Dot<float>(vector, exact);
            for (var at = _first[row]; at >= 0; at = _places[at].Next)
                if (allowed is null || allowed[_places[at].Article])
                    found.Add((_places[at], cosine));
        }

        if (found.Count == 0)
            return [];
        var low = found.Min(candidate => candidate.Cosine);
        var spread = Math.Max(found.Max(candidate => candidate.Cosine) - low, 1e-6f);
        return
        [
            .. found.Select(candidate => (candidate.Place, Score: (Spread * (candidate.Cosine - low) / spread) + Boosts(_articles[candidate.Place.Article], query)))
                .OrderByDescending(hit => hit.Score)
                .ThenByDescending(hit => _articles[hit.Place.Article].Day)
                .ThenBy(hit => _articles[hit.Place.Article].Id.Value, StringComparer.Ordinal)
                .ThenBy(hit => hit.Place.Ordinal)
                .Take(count)
                .Select(hit => new PassageHit(_articles[hit.Place.Article].Id, hit.Place.Ordinal, hit.Score)),
        ];
    }

    private static double Boosts(ArticlePassages article, PassageQuery query) =>
        query.Sources.Where(boost => SourceKey.Of(boost.Source) == article.Source).Sum(boost => boost.Score)
        + query.Dates.Where(boost => Holds(boost.Published, article.Day)).Sum(boost => boost.Score);

    private static bool Holds(Core.Dates.DateInterval days, int day) =>
        day >= (days.Start?.DayNumber ?? int.MinValue) && day <= (days.End?.DayNumber ?? int.MaxValue);

    /// <returns>By article whether the filter lets it pass; null where all do.</returns>
    private bool[]? Allowed(ArticleFilter filter)
    {
        if (filter.Source is null && filter.Articles is null && filter.Published == default && filter.Hidden.IsEmpty)
            return null;
        var hidden = filter.Hidden.IsEmpty ? null : HiddenArticles(filter.Hidden);
        var source = filter.Source is { } name ? SourceKey.Of(name) : null;
        var ids = filter.Articles?.ToHashSet();
        return
        [
            .. _articles.Select((article, number) =>
                (source is null || article.Source == source)
                && hidden?[number] != true
                && Holds(filter.Published, article.Day)
                && (ids is null || ids.Contains(article.Id))),
        ];
    }

    /// <returns>By article whether it is hidden.</returns>
    private BitArray HiddenArticles(HiddenOrigins hidden)
    {
        if (_hidden.Count >= MostHidden)
            _hidden.Clear();
        return _hidden.GetOrAdd(hidden.Key, _ => new BitArray([.. _articles.Select(article => hidden.Hides(article.Origin))]));
    }

    private bool IsAllowed(int row, bool[]? allowed)
    {
        for (var at = _first[row]; at >= 0; at = _places[at].Next)
            if (allowed is null || allowed[_places[at].Article])
                return true;
        return false;
    }

    /// <param name="Article">Index into the articles.</param>
    /// <param name="Ordinal">Number of the passage in it.</param>
    /// <param name="Next">The next place of the same text; -1 for none.</param>
    private readonly record struct Place(int Article, int Ordinal, int Next);
}
