using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using Directory = Lucene.Net.Store.Directory;

namespace NewsBot.Storage.Index;

/// <summary>Searches over one commit of the index.</summary>
internal sealed class LuceneIndexView : IIndexView
{
    /// <summary>Clauses beyond these are left out; no question has as many words, and Lucene refuses more than 1024.</summary>
    private const int MostClauses = 500;

    private readonly DirectoryReader _reader;
    private readonly CorpusSearcher _searcher;
    private readonly Dictionary<object, SegmentColumns> _columns = [];

    private LuceneIndexView(DirectoryReader reader, LuceneIndexView? previous)
    {
        _reader = reader;
        foreach (var leaf in reader.Leaves)
        {
            var segment = leaf.AtomicReader.CoreCacheKey;
            _columns[segment] = previous?._columns.GetValueOrDefault(segment) ?? SegmentColumns.Load(leaf.AtomicReader);
        }

        _searcher = new CorpusSearcher(reader);
    }

    public int Passages => _searcher.Count(PassageFields.Text);

    public int Quotes => _searcher.Count(PassageFields.Quote);

    /// <summary>The engine's own reader, to measure against.</summary>
    internal DirectoryReader Reader => _reader;

    public static LuceneIndexView Open(Directory directory, LuceneIndexView? previous)
    {
        if (previous is null)
            return new LuceneIndexView(DirectoryReader.Open(directory), null);
        var changed = DirectoryReader.OpenIfChanged(previous._reader);
        if (changed is not null)
            return new LuceneIndexView(changed, previous);
        previous._reader.IncRef();
        return new LuceneIndexView(previous._reader, previous);
    }

    /// <summary>
    /// Score = sum over terms of weight · BM25 + sum over phrases of weight · BM25 + boosts of outlet and day.
    /// </summary>
    public IReadOnlyList<PassageHit> SearchPassages(PassageQuery query, int count)
    {
        var boosts = query.Sources.Count + query.Dates.Count == 0 ? PassageBoosts.None : new PassageBoosts(query.Sources, query.Dates);
        return Search(Clauses(query), query.Filter, boosts, count)?.Take((id, ordinal, score) => new PassageHit(new ArticleId(id), ordinal, score)) ?? [];
    }

    public IReadOnlyList<QuoteHit> SearchQuotes(IReadOnlyList<string> terms, ArticleFilter filter, int count)
    {
        var clauses = terms.Select(term => (Query)new TermQuery(new Term(PassageFields.Quote, term)));
        return Search(clauses, filter, PassageBoosts.None, count)?.Take((id, ordinal, score) => new QuoteHit(new ArticleId(id), ordinal, score)) ?? [];
    }

    public int PassageFrequency(string term) => _searcher.Frequency(new Term(PassageFields.Text, term));

    public IReadOnlyList<string> CloseTerms(string term, int edits, int most)
    {
        if (MultiFields.GetTerms(_reader, PassageFields.Text) is not { } terms)
            return [];
        // From 1 on what is given is the number of edits, not a similarity.
        var close = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(PassageFields.Text, term), edits, prefixLength: 1, transpositions: true);
        var found = new List<string>();
        while (found.Count < most && close.MoveNext())
            if (close.Term.Utf8ToString() is var other && other != term && PassageFrequency(other) > 0)
                found.Add(other);
        return found;
    }

    public void Dispose() => _reader.DecRef();

    private static IEnumerable<Query> Clauses(PassageQuery query)
    {
        foreach (var term in query.Terms)
            yield return new TermQuery(new Term(PassageFields.Text, term.Term)) { Boost = term.Weight };
        foreach (var phrase in query.Phrases)
        {
            if (phrase.Terms.Count < 2)
                continue;
            var clause = new PhraseQuery { Slop = phrase.Slop, Boost = phrase.Weight };
            foreach (var term in phrase.Terms)
                clause.Add(new Term(PassageFields.Text, term));
            yield return clause;
        }
    }

    private TopHits? Search(IEnumerable<Query> clauses, ArticleFilter filter, PassageBoosts boosts, int count)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var clause in clauses.Take(MostClauses))
            any.Add(clause, Occur.SHOULD);
        if (any.Clauses.Count == 0 || count <= 0)
            return null;
        var weight = _searcher.CreateNormalizedWeight(any);
        var top = new TopHits(count, boosts);
        foreach (var leaf in _reader.Leaves)
        {
            var reader = leaf.AtomicReader;
            var columns = _columns[reader.CoreCacheKey];
            top.BeginSegment(reader, columns);
            weight.GetBulkScorer(leaf, scoreDocsInOrder: false, AllowedDocuments.Of(reader, columns, filter))?.Score(top);
        }

        return top;
    }
}
