using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsBot.Storage.Index;

/// <summary>
/// Publication days and outlets of a segment's documents as plain arrays, eight bytes a document: filters, boosts and
/// ties look at them for every match, which the packed columns on disk are too slow for.
/// </summary>
internal sealed class SegmentColumns
{
    private readonly Dictionary<string, int> _sources = new(StringComparer.Ordinal);

    private SegmentColumns(int[] days, int[] sources)
    {
        Days = days;
        Sources = sources;
    }

    public int[] Days { get; }

    /// <summary>Numbers of outlets, meaningful in this segment only; see <see cref="SourceNumber"/>.</summary>
    public int[] Sources { get; }

    /// <returns>The number of an outlet by its <see cref="SourceKey"/>; -1 where the segment has nothing of it.</returns>
    public int SourceNumber(string key) => _sources.GetValueOrDefault(key, -1);

    public static SegmentColumns Load(AtomicReader reader)
    {
        var days = new int[reader.MaxDoc];
        var sources = new int[reader.MaxDoc];
        var columns = new SegmentColumns(days, sources);
        var day = reader.GetNumericDocValues(PassageFields.Day);
        var source = reader.GetSortedDocValues(PassageFields.Source);
        if (day is null || source is null)
            return columns;
        for (var doc = 0; doc < days.Length; doc++)
        {
            days[doc] = (int)day.Get(doc);
            sources[doc] = source.GetOrd(doc);
        }

        var name = new BytesRef();
        for (var number = 0; number < source.ValueCount; number++)
        {
            source.LookupOrd(number, name);
            columns._sources[name.Utf8ToString()] = number;
        }

        return columns;
    }
}
