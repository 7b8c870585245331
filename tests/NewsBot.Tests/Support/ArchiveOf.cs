using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Composition;
using NewsBot.Core.Answering;
using NewsBot.Core.Chat;
using NewsBot.Core.Corpus;
using NewsBot.Storage;

namespace NewsBot.Tests.Support;

/// <summary>A bot over a few articles: real files, a real store and index, the real engine.</summary>
internal sealed class ArchiveOf : IAsyncDisposable
{
    private readonly string _folder;
    private readonly CorpusStore _corpus;
    private readonly ServiceProvider _services;

    private ArchiveOf(string folder, CorpusStore corpus, ServiceProvider services)
    {
        _folder = folder;
        _corpus = corpus;
        _services = services;
    }

    public IServiceProvider Services => _services;

    /// <param name="articles">Title, day of publication, outlet and text of each.</param>
    public static Task<ArchiveOf> ArticlesAsync(params (string Title, string Published, string Source, string Text)[] articles) => ArticlesAsync(null, articles);

    /// <param name="also">Adds services, given the data folder.</param>
    /// <param name="articles">Title, day of publication, outlet and text of each.</param>
    public static async Task<ArchiveOf> ArticlesAsync(
        Action<IServiceCollection, string>? also, params (string Title, string Published, string Source, string Text)[] articles)
    {
        var folder = Directory.CreateTempSubdirectory("newsbot-").FullName;
        var file = Path.Combine(folder, "articles.jsonl");
        await File.WriteAllLinesAsync(file, articles.Select((article, i) => JsonSerializer.Serialize(
            new { id = $"a{i + 1}", title = article.Title, published = article.Published, source = article.Source, text = article.Text, url = $"https://wire.example/{i + 1}" })));
        var corpus = (await CorpusStore.OpenAsync(Path.Combine(folder, "data"), TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None)).Corpus!;
        var parts = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddNewsBot(new BotOptions { DataFolder = Path.Combine(folder, "data") }, [file], corpus);
        also?.Invoke(parts, Path.Combine(folder, "data"));
        var services = parts.BuildServiceProvider();
        var outcome = await services.GetRequiredService<Reloader>().ReloadAsync(new ReloadRequest([file], "tester"), null, CancellationToken.None);
        Assert.Equal(articles.Length, outcome.Report!.Added.Count);
        return new ArchiveOf(folder, corpus, services);
    }

    public Task<Answer> AskAsync(string text, string now = "2024-06-01", Func<CommandCall, CommandCall>? with = null) => _services.GetRequiredService<CommandRouter>().AnswerAsync(
        (with ?? (call => call))(new CommandCall
        {
            Command = "",
            Text = text,
            Caller = new Caller("tester", IsAdmin: true),
            Now = DateTimeOffset.Parse(now + "T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture),
        }),
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _corpus.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
