namespace NewsBot.Storage.Tests.Support;

/// <summary>Tests over one open corpus in a folder of its own.</summary>
public abstract class CorpusTest : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();

    protected CorpusStore Corpus { get; private set; } = null!;

    protected string StorePath => _folder.Store;

    /// <summary>Closes the corpus and opens it again.</summary>
    protected async Task ReopenAsync(bool withoutIndex = false)
    {
        Corpus.Dispose();
        if (withoutIndex)
            Directory.Delete(_folder.Index, recursive: true);
        Corpus = await TestCorpus.OpenAsync(_folder);
    }

    public async Task InitializeAsync() => Corpus = await TestCorpus.OpenAsync(_folder);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Corpus.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
