using System.Collections.Concurrent;
using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles;
using Directory = Lucene.Net.Store.Directory;
using Lock = System.Threading.Lock;

namespace NewsBot.Storage.Index;

/// <summary>The index as Lucene.Net segments in a folder.</summary>
internal sealed class LucenePassageIndex : IPassageIndex
{
    private const string StoreKey = "store";
    private const string RevisionKey = "revision";
    private const string FormatKey = "format";

    private readonly Directory _directory;
    private readonly ILogger _logger;
    private readonly ConcurrentBag<PassageDocuments> _documents = [];
    private readonly Lock _writerLock = new();
    private IndexWriter? _writer;
    private IndexStamp? _prepared;
    private bool _dirty;

    private LucenePassageIndex(Directory directory, IndexStamp? stamp, ILogger logger)
    {
        _directory = directory;
        Stamp = stamp;
        _logger = logger;
    }

    public IndexStamp? Stamp { get; private set; }

    /// <summary>Opens the index of a folder; one that cannot be read is thrown away, as it can be made again.</summary>
    public static LucenePassageIndex Open(string path, ILogger logger)
    {
        System.IO.Directory.CreateDirectory(path);
        var directory = FSDirectory.Open(path);
        IndexStamp? stamp = null;
        try
        {
            if (DirectoryReader.IndexExists(directory))
            {
                using var reader = DirectoryReader.Open(directory);
                stamp = ReadStamp(reader.IndexCommit.UserData);
            }
        }
        catch (Exception e) when (e is not UnauthorizedAccessException)
        {
            logger.LogWarning(e, "The index {Path} is damaged and is made anew", path);
        }

        if (stamp is null)
            foreach (var file in System.IO.Directory.EnumerateFiles(path))
                File.Delete(file);
        return new LucenePassageIndex(directory, stamp, logger);
    }

    public void Add(long key, AnalyzedArticle article)
    {
        if (!_documents.TryTake(out var documents))
            documents = new PassageDocuments();
        Writer().AddDocuments(documents.Of(key, article));
        _documents.Add(documents);
    }

    public void Remove(long key) => Writer().DeleteDocuments(new Term(PassageFields.Key, key.ToString(CultureInfo.InvariantCulture)));

    public void RemoveAll() => Writer().DeleteAll();

    public void Prepare(IndexStamp stamp)
    {
        var writer = Writer();
        writer.SetCommitData(new Dictionary<string, string>
        {
            [StoreKey] = stamp.Store,
            [RevisionKey] = stamp.Revision.ToString(CultureInfo.InvariantCulture),
            [FormatKey] = stamp.Format,
        });
        writer.PrepareCommit();
        _prepared = stamp;
    }

    public void Commit()
    {
        Writer().Commit();
        Stamp = _prepared;
        _dirty = false;
    }

    public void Rollback()
    {
        lock (_writerLock)
        {
            _writer?.Rollback(); // It is closed by that.
            _writer = null;
            _dirty = false;
        }
    }

    public IIndexView Open(IIndexView? previous) => LuceneIndexView.Open(_directory, previous as LuceneIndexView);

    public void Dispose()
    {
        if (_dirty)
            Rollback();
        else
            _writer?.Dispose(waitForMerges: false);
        foreach (var documents in _documents)
            documents.Dispose();
        _directory.Dispose();
    }

    private IndexWriter Writer()
    {
        lock (_writerLock)
        {
            _dirty = true;
            return _writer ??= new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer: null)
            {
                Similarity = PassageSimilarity.Instance,
                RAMBufferSizeMB = 32,
                OpenMode = OpenMode.CREATE_OR_APPEND,
            });
        }
    }

    private static IndexStamp? ReadStamp(IDictionary<string, string> data) =>
        data.TryGetValue(StoreKey, out var store) && data.TryGetValue(RevisionKey, out var revision) && data.TryGetValue(FormatKey, out var format)
            ? new IndexStamp(store, long.Parse(revision, CultureInfo.InvariantCulture), format)
            : null;
}
