using System.Collections;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsBot.Core.Corpus;

namespace NewsBot.Storage.Index;

/// <summary>The documents of one segment that are live and pass a filter.</summary>
internal sealed class AllowedDocuments : IBits
{
    private readonly IBits? _live;
    private readonly SegmentColumns _columns;
    private readonly int _firstDay;
    private readonly int _lastDay;
    private readonly int? _source;
    private readonly SortedDocValues? _ids;
    private readonly HashSet<int>? _allowedIds;
    private readonly BitArray? _hidden;

    private AllowedDocuments(AtomicReader reader, SegmentColumns columns, ArticleFilter filter)
    {
        _live = reader.LiveDocs;
        _columns = columns;
        _firstDay = filter.Published.Start?.DayNumber ?? int.MinValue;
        _lastDay = filter.Published.End?.DayNumber ?? int.MaxValue;
        _source = filter.Source is { } source ? columns.SourceNumber(SourceKey.Of(source)) : null;
        _hidden = filter.Hidden.IsEmpty ? null : columns.HiddenDocuments(reader, filter.Hidden);
        if (filter.Articles is not { } articles)
            return;
        _ids = reader.GetSortedDocValues(PassageFields.Id);
        _allowedIds = [.. articles.Select(id => _ids?.LookupTerm(new BytesRef(id.Value)) ?? -1).Where(number => number >= 0)];
    }

    public int Length => _columns.Days.Length;

    /// <returns>Bits to search with; null where every document may be found.</returns>
    public static IBits? Of(AtomicReader reader, SegmentColumns columns, ArticleFilter filter) =>
        filter.Source is null && filter.Articles is null && filter.Published == default && filter.Hidden.IsEmpty
            ? reader.LiveDocs
            : new AllowedDocuments(reader, columns, filter);

    public bool Get(int index) =>
        (_live is null || _live.Get(index))
        && (_hidden is null || !_hidden[index])
        && _columns.Days[index] >= _firstDay && _columns.Days[index] <= _lastDay
        && (_source is not { } source || _columns.Sources[index] == source)
        && (_allowedIds is null || _allowedIds.Contains(_ids!.GetOrd(index)));
}
