using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Composition;
using NewsBot.Core.Answering;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Corpus;
using NewsBot.FakeNews;
using NewsBot.Sources.Fetching;
using NewsBot.Storage;

namespace NewsBot.Tests.Live;

/// <summary>A bot that follows a news site on loopback: real HTTP, a real store and index, the real engine, and a clock of the test's.</summary>
internal sealed class LiveArchive : IAsyncDisposable
{
    private static readonly FetchOptions Network = new() { AllowLoopback = true, HostDelaySeconds = 0, Retries = 0, HostConcurrency = 4 };

    private readonly string _folder = Directory.CreateTempSubdirectory("newsbot-live-").FullName;
    private CorpusStore _corpus = null!;
    private ServiceProvider _services = null!;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2024, 3, 14, 12, 0, 0, TimeSpan.Zero));

    public NewsSite Site { get; private set; } = null!;

    public string SourcesFile => Path.Combine(_folder, "sources.yaml");

    public string DataFolder => Path.Combine(_folder, "data");

    public static async Task<LiveArchive> StartAsync()
    {
        var archive = new LiveArchive { Site = await NewsSite.StartAsync() };
        await archive.OpenAsync();
        return archive;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Writes sources.yaml; SITE in it is the address of the site.</summary>
    public LiveArchive Configure(string yaml)
    {
        File.WriteAllText(SourcesFile, yaml.Replace("SITE", Site.Root.ToString().TrimEnd('/'), StringComparison.Ordinal));
        return this;
    }

    public async Task<ChangeReport> ReloadAsync(ReadingScope scope = ReadingScope.All)
    {
        var outcome = await Get<Reloader>().ReloadAsync(new ReloadRequest([SourcesFile], "tester") { Scope = scope }, null, CancellationToken.None);
        Clock.Advance(TimeSpan.FromSeconds(1));
        return outcome.Report!;
    }

    public Task<Answer> AskAsync(string text, Audience? audience = null) => Get<CommandRouter>().AnswerAsync(
        new CommandCall { Command = "", Text = text, Caller = new Caller("tester", IsAdmin: true), Now = Clock.GetUtcNow(), Audience = audience ?? Audience.Operator },
        CancellationToken.None);

    public async Task<IReadOnlyList<Article>> ArticlesAsync()
    {
        using var snapshot = _corpus.Acquire();
        var headers = await snapshot.HeadersAsync(ArticleFilter.All, 1000, CancellationToken.None);
        var articles = await snapshot.ArticlesAsync([.. headers.Select(header => header.Id)], CancellationToken.None);
        return [.. articles.Select(article => article.Article).OrderBy(article => article.Title, StringComparer.Ordinal)];
    }

    public async Task<string[]> TitlesAsync() => [.. (await ArticlesAsync()).Select(article => article.Title)];

    /// <summary>As if the program ended and was started again.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        _corpus.Dispose();
        await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _corpus.Dispose();
        await Site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task OpenAsync()
    {
        _corpus = (await CorpusStore.OpenAsync(DataFolder, Clock, NullLoggerFactory.Instance, CancellationToken.None)).Corpus!;
        _services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddNewsBot(new BotOptions { DataFolder = DataFolder, Fetching = Network }, [SourcesFile], _corpus)
            .AddSingleton<TimeProvider>(Clock)
            .BuildServiceProvider();
    }
}
