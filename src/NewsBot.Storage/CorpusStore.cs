using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Corpus;
using NewsBot.Storage.Index;
using NewsBot.Storage.Sql;
using NewsBot.Storage.Vectors;
using NewsBot.Storage.Vectors.Embedding;

namespace NewsBot.Storage;

/// <summary>The corpus in a data folder: a SQLite store as the truth, a Lucene index derived from it.</summary>
public sealed class CorpusStore : ICorpus, IDisposable
{
    private readonly DataFolder _folder;
    private readonly ArticleStore _store;
    private readonly IPassageIndex _index;
    private readonly ArticleQueries _queries;
    private readonly Generations _generations;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private CorpusUpdate? _update;
    private PassageVectors? _vectors;

    private CorpusStore(DataFolder folder, ArticleStore store, IPassageIndex index, IIndexView view, TimeProvider time, ILogger logger)
    {
        _folder = folder;
        _store = store;
        _index = index;
        _time = time;
        _logger = logger;
        _queries = new ArticleQueries(store.Readers);
        _generations = new Generations(new Generation(store.Head(), view, _queries));
    }

    public IReloadLog Reloads => _store.Log;

    internal ArticleStore Store => _store;

    internal IPassageIndex Index => _index;

    internal Generations Readers => _generations;

    internal TimeProvider Time => _time;

    internal ILogger Logger => _logger;

    /// <summary>
    /// Opens the corpus of a folder, made where there is none. The index is caught up from the store first, or made anew
    /// where it is missing, damaged, of another store or of another version of the text analysis.
    /// </summary>
    public static Task<OpenResult> OpenAsync(string dataFolder, TimeProvider time, ILoggerFactory loggerFactory, CancellationToken cancellationToken) =>
        Task.Run(() => OpenCoreAsync(dataFolder, time, loggerFactory.CreateLogger<CorpusStore>(), cancellationToken), cancellationToken);

    public ICorpusSnapshot Acquire() => Acquire(HiddenOrigins.None);

    public ICorpusSnapshot Acquire(HiddenOrigins hidden) => new CorpusSnapshot(_generations, hidden, _vectors);

    /// <summary>Adds dense retrieval; snapshots that are acquired from now on have it. To be called once, before the corpus is used.</summary>
    /// <param name="options">The model.</param>
    /// <param name="models">Makes the client of a model by its name, for the configured one or one whose vectors are still there.</param>
    /// <param name="time">The clock.</param>
    /// <returns>What makes the vectors; it ends with the corpus.</returns>
    public PassageVectors UseEmbeddings(EmbeddingOptions options, Func<string, IEmbeddingGenerator<string, Embedding<float>>> models, TimeProvider time) =>
        _vectors = new PassageVectors(this, _folder.VectorsPath, options, models, time, _logger);

    public Task<ICorpusUpdate> BeginUpdateAsync(CancellationToken cancellationToken) => Task.Run<ICorpusUpdate>(
        async () =>
        {
            var update = new CorpusUpdate(this);
            if (Interlocked.CompareExchange(ref _update, update, null) is not null)
                throw new InvalidOperationException("Another update is under way.");
            try
            {
                await update.BeginAsync(cancellationToken).ConfigureAwait(false);
                return update;
            }
            catch (Exception e)
            {
                _update = null;
                if (!WriteFailure.Is(e))
                    throw;
                _logger.LogError(e, "An update could not begin");
                throw WriteFailure.Of(e);
            }
        },
        cancellationToken);

    public long SizeOnDisk() => _folder.Size();

    public void Dispose()
    {
        _update?.Dispose();
        _vectors?.Dispose();
        _generations.Dispose();
        _index.Dispose();
        _store.Dispose();
        _folder.Dispose();
    }

    /// <summary>Shows the committed revision to readers.</summary>
    internal void Show(RevisionRow revision) =>
        _generations.Swap(new Generation(revision, _index.Open(_generations.Current.Index), _queries));

    internal void Ended(CorpusUpdate update) => Interlocked.CompareExchange(ref _update, null, update);

    private static async Task<OpenResult> OpenCoreAsync(string dataFolder, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        var (folder, failure) = DataFolder.Open(dataFolder);
        if (folder is null)
            return OpenResult.Failed(failure!);
        ArticleStore? store = null;
        LucenePassageIndex? index = null;
        try
        {
            (store, failure) = ArticleStore.Open(folder.StorePath, time, logger);
            if (store is null)
            {
                folder.Dispose();
                return OpenResult.Failed(failure!);
            }

            index = LucenePassageIndex.Open(folder.IndexPath, logger);
            var view = await IndexCatchUp.RunAsync(store, index, logger, cancellationToken).ConfigureAwait(false);
            return OpenResult.Opened(new CorpusStore(folder, store, index, view, time, logger));
        }
        catch (Exception e)
        {
            index?.Dispose();
            store?.Dispose();
            folder.Dispose();
            if (e is not (IOException or UnauthorizedAccessException))
                throw;
            logger.LogError(e, "The index in {Folder} cannot be written", folder.IndexPath);
            return OpenResult.Failed($"The index in {folder.IndexPath} cannot be written; the disk may be full or the folder not writable.");
        }
    }
}
