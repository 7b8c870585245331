using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;

namespace NewsBot.Storage.Index;

/// <summary>
/// Makes the documents of an article: one for each passage, one for each quote. The same two documents are filled over
/// and over, so one of these serves one thread at a time.
/// </summary>
internal sealed class PassageDocuments : IDisposable
{
    private readonly TermStream _text = new();
    private readonly TermStream _quote = new();
    private readonly StringField _key = new(PassageFields.Key, "", Field.Store.NO);
    private readonly SortedDocValuesField _id = new(PassageFields.Id, new BytesRef());
    private readonly SortedDocValuesField _source = new(PassageFields.Source, new BytesRef());
    private readonly SortedDocValuesField _origin = new(PassageFields.Origin, new BytesRef());
    private readonly NumericDocValuesField _day = new(PassageFields.Day, 0);
    private readonly NumericDocValuesField _ordinal = new(PassageFields.Ordinal, 0);
    private readonly Document _passageDocument;
    private readonly Document _quoteDocument;

    public PassageDocuments()
    {
        _passageDocument = [new Field(PassageFields.Text, _text, Indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS)), _key, _id, _source, _origin, _day, _ordinal];
        _quoteDocument = [new Field(PassageFields.Quote, _quote, Indexed(IndexOptions.DOCS_AND_FREQS)), _key, _id, _source, _origin, _day, _ordinal];
    }

    public IEnumerable<Document> Of(long key, AnalyzedArticle analyzed)
    {
        var (article, analysis) = analyzed;
        _key.SetStringValue(key.ToString(CultureInfo.InvariantCulture));
        _id.SetBytesValue(new BytesRef(article.Id.Value));
        _source.SetBytesValue(new BytesRef(SourceKey.Of(article.Source)));
        _origin.SetBytesValue(new BytesRef(HiddenOrigins.PlaceOf(article.Origin)));
        _day.SetInt64Value(article.Published.Day.DayNumber);
        var date = article.Published.Day.ToString("MMMM d, yyyy yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var passage in analysis.Passages)
        {
            _ordinal.SetInt64Value(passage.Ordinal);
            _text.Clear();
            _text.Append(article.Title);
            _text.Append(article.Source);
            _text.Append(date);
            _text.Append(article.Text, passage.Span);
            yield return _passageDocument;
        }

        for (var ordinal = 0; ordinal < analysis.Quotes.Count; ordinal++)
        {
            _ordinal.SetInt64Value(ordinal);
            _quote.Clear();
            foreach (var span in analysis.Quotes[ordinal].Content)
                _quote.Append(article.Text, span);
            yield return _quoteDocument;
        }
    }

    public void Dispose()
    {
        _text.Dispose();
        _quote.Dispose();
    }

    private static FieldType Indexed(IndexOptions options) => new() { IsIndexed = true, IsTokenized = true, IndexOptions = options };
}
