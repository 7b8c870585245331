using System.Collections;
using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsBot.Core.Corpus;

namespace NewsBot.Storage.Index;

/// <summary>
/// Publication days and outlets of a segment's documents as plain arrays, eight bytes a document: filters, boosts and
/// ties look at them for every match, which the packed columns on disk are too slow for.
/// </summary>
internal sealed class SegmentColumns
{
    private const int MostViews = 100;

    private readonly ConcurrentDictionary<string, BitArray> _hidden = new(StringComparer.Ordinal);
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

    /// <summary>A bit for each document whose article comes from what is hidden; worked out once for each group of readers.</summary>
    public BitArray HiddenDocuments(AtomicReader reader, HiddenOrigins hidden)
    {
        if (_hidden.Count > MostViews)
            _hidden.Clear();
        return _hidden.GetOrAdd(hidden.Key, _ => FindHidden(reader, hidden));
    }

    private static BitArray FindHidden(AtomicReader reader, HiddenOrigins hidden)
    {
        var documents = new BitArray(reader.MaxDoc);
        if (reader.GetSortedDocValues(PassageFields.Origin) is not { } origins)
            return documents;
        var isHidden = new bool[origins.ValueCount];
        var origin = new BytesRef();
        for (var number = 0; number < isHidden.Length; number++)
        {
            origins.LookupOrd(number, origin);
            isHidden[number] = hidden.Hides(origin.Utf8ToString());
        }

        for (var doc = 0; doc < documents.Length; doc++)
            documents[doc] = origins.GetOrd(doc) is >= 0 and var number && isHidden[number];
        return documents;
    }

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
