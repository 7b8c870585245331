using NewsBot.Core.Retrieval;

namespace NewsBot.Storage.Index;

/// <summary>
/// What a query adds to the scores of passages for their outlet and day. It ranks what the words found and finds nothing
/// by itself; of several boosts that apply, all count.
/// </summary>
internal sealed class PassageBoosts(IReadOnlyList<SourceBoost> sources, IReadOnlyList<DateBoost> dates)
{
    public static readonly PassageBoosts None = new([], []);

    public OfSegment In(SegmentColumns columns) => new(columns, sources, dates);

    internal sealed class OfSegment
    {
        private readonly SegmentColumns _columns;
        private readonly (int Source, float Score)[] _sources;
        private readonly (int First, int Last, float Score)[] _dates;

        public OfSegment(SegmentColumns columns, IReadOnlyList<SourceBoost> sources, IReadOnlyList<DateBoost> dates)
        {
            _columns = columns;
            _sources = [.. sources.Select(boost => (columns.SourceNumber(SourceKey.Of(boost.Source)), boost.Score)).Where(boost => boost.Item1 >= 0)];
            _dates = [.. dates.Select(boost => (boost.Published.Start?.DayNumber ?? int.MinValue, boost.Published.End?.DayNumber ?? int.MaxValue, boost.Score))];
            Most = _sources.Sum(boost => Math.Max(0, boost.Score)) + _dates.Sum(boost => Math.Max(0, boost.Score));
        }

        /// <summary>No document of the segment gets more.</summary>
        public float Most { get; }

        public float Of(int doc)
        {
            var sum = 0f;
            foreach (var (source, score) in _sources)
                if (_columns.Sources[doc] == source)
                    sum += score;
            foreach (var (first, last, score) in _dates)
                if (_columns.Days[doc] >= first && _columns.Days[doc] <= last)
                    sum += score;
            return sum;
        }
    }
}
