using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace NewsBot.Storage.Index;

/// <summary>
/// Keeps the best documents of a search: by score with boosts, then the newest day, then article id and ordinal, so that
/// the order never depends on how the index is laid out.
/// </summary>
internal sealed class TopHits : ICollector, IComparer<TopHits.Entry>
{
    private readonly int _count;
    private readonly PassageBoosts _boosts;
    private readonly PriorityQueue<Entry, Entry> _kept; // The worst is dequeued first.
    private readonly List<Segment> _segments = [];
    private Scorer _scorer = null!;
    private PassageBoosts.OfSegment _segmentBoosts = null!;
    private Segment _segment = null!;
    private float _bar = float.NegativeInfinity;

    public TopHits(int count, PassageBoosts boosts)
    {
        _count = count;
        _boosts = boosts;
        _kept = new PriorityQueue<Entry, Entry>(this);
    }

    public bool AcceptsDocsOutOfOrder => true;

    public void BeginSegment(AtomicReader reader, SegmentColumns columns)
    {
        _segment = new Segment(reader, columns);
        _segments.Add(_segment);
        _segmentBoosts = _boosts.In(columns);
    }

    public void SetNextReader(AtomicReaderContext context)
    {
        // The caller announces segments with their columns, see BeginSegment.
    }

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void Collect(int doc)
    {
        var score = _scorer.GetScore();
        if (score + _segmentBoosts.Most < _bar)
            return;
        score += _segmentBoosts.Of(doc);
        if (score < _bar)
            return;
        var entry = new Entry(score, _segment.Columns.Days[doc], _segments.Count - 1, doc);
        if (_kept.Count < _count)
            _kept.Enqueue(entry, entry);
        else if (Compare(entry, _kept.Peek()) > 0)
            _kept.EnqueueDequeue(entry, entry);
        if (_kept.Count == _count)
            _bar = _kept.Peek().Score;
    }

    /// <summary>The documents kept, best first, as something made of article id, ordinal and score.</summary>
    public THit[] Take<THit>(Func<string, int, double, THit> make)
    {
        var hits = new THit[_kept.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            var entry = _kept.Dequeue();
            var segment = _segments[entry.Segment];
            hits[i] = make(segment.Id(entry.Doc).Utf8ToString(), segment.Ordinal(entry.Doc), entry.Score);
        }

        return hits;
    }

    /// <summary>Less than zero when <paramref name="x"/> is the worse of the two.</summary>
    public int Compare(Entry x, Entry y)
    {
        if (x.Score != y.Score)
            return x.Score.CompareTo(y.Score);
        if (x.Day != y.Day)
            return x.Day.CompareTo(y.Day);
        Segment a = _segments[x.Segment], b = _segments[y.Segment];
        var byId = b.Id(y.Doc).CompareTo(a.Id(x.Doc));
        return byId != 0 ? byId : b.Ordinal(y.Doc).CompareTo(a.Ordinal(x.Doc));
    }

    internal readonly record struct Entry(float Score, int Day, int Segment, int Doc);

    private sealed class Segment(AtomicReader reader, SegmentColumns columns)
    {
        private SortedDocValues? _ids;
        private NumericDocValues? _ordinals;

        public SegmentColumns Columns => columns;

        public BytesRef Id(int doc)
        {
            var id = new BytesRef();
            (_ids ??= reader.GetSortedDocValues(PassageFields.Id)).Get(doc, id);
            return id;
        }

        public int Ordinal(int doc) => (int)(_ordinals ??= reader.GetNumericDocValues(PassageFields.Ordinal)).Get(doc);
    }
}
