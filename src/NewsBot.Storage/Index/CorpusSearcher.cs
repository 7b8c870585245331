using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace NewsBot.Storage.Index;

/// <summary>
/// A searcher whose statistics are those of the live documents of a field alone. Lucene's own count deleted documents
/// until a merge drops them, and all documents whether they have the field or not; scores would then depend on how an
/// index came to be, and one that was caught up would rank otherwise than one built anew from the same articles.
/// </summary>
internal sealed class CorpusSearcher : IndexSearcher
{
    private const int MostCounted = 50_000;

    private readonly ConcurrentDictionary<Term, int> _frequencies = new();
    private readonly Dictionary<string, CollectionStatistics> _statistics = new(StringComparer.Ordinal);

    public CorpusSearcher(IndexReader reader)
        : base(reader)
    {
        Similarity = PassageSimilarity.Instance;
        foreach (var field in (string[])[PassageFields.Text, PassageFields.Quote])
            _statistics.Add(field, Measure(field));
    }

    /// <summary>How many live documents have a field.</summary>
    public int Count(string field) => (int)_statistics[field].DocCount;

    public override CollectionStatistics CollectionStatistics(string field) => _statistics[field];

    public override TermStatistics TermStatistics(Term term, TermContext context) => new(term.Bytes, Frequency(term, context.DocFreq), -1);

    /// <summary>In how many live documents a term stands.</summary>
    public int Frequency(Term term) => Frequency(term, IndexReader.DocFreq(term));

    private int Frequency(Term term, int withDeleted)
    {
        if (withDeleted == 0 || !IndexReader.HasDeletions)
            return withDeleted;
        if (_frequencies.TryGetValue(term, out var known))
            return known;
        var live = IndexReader.Leaves.Sum(leaf => LiveFrequency(leaf.AtomicReader, term));
        if (_frequencies.Count < MostCounted)
            _frequencies.TryAdd(new Term(term.Field, BytesRef.DeepCopyOf(term.Bytes)), live);
        return live;
    }

    private static int LiveFrequency(AtomicReader reader, Term term)
    {
        if (!reader.HasDeletions)
            return reader.DocFreq(term);
        var terms = reader.GetTerms(term.Field)?.GetEnumerator();
        if (terms is null || !terms.SeekExact(term.Bytes))
            return 0;
        var docs = terms.Docs(reader.LiveDocs, null, DocsFlags.NONE);
        var count = 0;
        while (docs.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            count++;
        return count;
    }

    /// <summary>Number and total length of the live documents, from their norms.</summary>
    private CollectionStatistics Measure(string field)
    {
        var lengths = PassageSimilarity.Instance.Lengths;
        long count = 0;
        double total = 0;
        foreach (var leaf in IndexReader.Leaves)
        {
            var norms = leaf.AtomicReader.GetNormValues(field);
            if (norms is null)
                continue;
            var live = leaf.AtomicReader.LiveDocs;
            for (var doc = 0; doc < leaf.AtomicReader.MaxDoc; doc++)
            {
                var norm = (byte)norms.Get(doc);
                if (norm == 0 || (live is not null && !live.Get(doc)))
                    continue;
                count++;
                total += lengths[norm];
            }
        }

        return new CollectionStatistics(field, count, count, count == 0 ? -1 : Math.Max(count, (long)total), -1);
    }
}
