using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Console;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands.Reload;
using NewsBot.Core.Corpus;
using NewsBot.Embeddings;
using NewsBot.Models;
using NewsBot.Models.Embeddings;
using NewsBot.Storage;

namespace NewsBot.Composition;

/// <summary>When opening reads the sources.</summary>
internal enum Refresh
{
    /// <summary>Only when the command line names sources.</summary>
    WhenNamed,

    /// <summary>When the command line names sources, or nothing has been read yet.</summary>
    WhenNeeded,
    Always,
}

/// <summary>The program put together: configuration, store, engine. What goes wrong on the way is one line on standard error.</summary>
internal sealed class Bot : IAsyncDisposable
{
    /// <summary>Whoever can run the program on the data folder is its admin.</summary>
    public static readonly Caller Operator = new("operator", IsAdmin: true);

    private readonly IHost _host;
    private readonly CorpusStore _corpus;

    private Bot(IHost host, CorpusStore corpus)
    {
        _host = host;
        _corpus = corpus;
    }

    public IServiceProvider Services => _host.Services;

    /// <summary>What the reload at opening did; null where there was none.</summary>
    public ChangeReport? LastReload { get; private set; }

    /// <returns>Null when the program cannot run; the reason has been printed.</returns>
    public static async Task<Bot?> OpenAsync(
        string? dataFolder, IReadOnlyList<string> sources, Refresh refresh, CancellationToken cancellationToken, FrontEnd? frontEnd = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddEnvironmentVariables();
        var (options, problem) = BotOptions.Read(builder.Configuration, dataFolder, sources);
        if (options is null)
            return await RefuseAsync(problem!).ConfigureAwait(false);
        var (embeddings, wrongEmbeddings) = EmbeddingSettings.Read(builder.Configuration);
        if (wrongEmbeddings is not null)
            return await RefuseAsync(wrongEmbeddings).ConfigureAwait(false);
        var (model, wrongModel) = ModelSettings.Read(builder.Configuration, TimeSpan.FromSeconds(options.DeadlineSeconds));
        if (wrongModel is not null)
            return await RefuseAsync(wrongModel).ConfigureAwait(false);

        var loggers = LoggerFactory.Create(logging =>
        {
            logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
            logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
            logging.SetMinimumLevel(LogLevel.Warning);
            logging.AddFilter("ModelContextProtocol", LogLevel.Warning); // Below that it logs what assistants ask.
        });
        var opening = await CorpusStore.OpenAsync(options.DataFolder, TimeProvider.System, loggers, cancellationToken).ConfigureAwait(false);
        if (!opening.TryGet(out var corpus, out var failure))
            return await RefuseAsync(failure).ConfigureAwait(false);

        var paths = SourcePaths.Of(options);
        builder.Services.AddSingleton(loggers);
        builder.Services.AddNewsBot(options, paths, corpus);
        if (embeddings is not null)
            builder.Services.AddEmbeddings(embeddings, corpus);
        builder.Services.AddSingleton(new FrontEndOutcome());
        if (model is not null && builder.Services.AddLanguageModel(model, options.DataFolder) is { } broken)
        {
            corpus.Dispose();
            return await RefuseAsync("Configuration: " + broken).ConfigureAwait(false);
        }

        if (frontEnd?.Invoke(builder.Services, builder.Configuration, options) is { } wrong)
        {
            corpus.Dispose();
            return await RefuseAsync(wrong).ConfigureAwait(false);
        }

        var bot = new Bot(builder.Build(), corpus);
        if (refresh == Refresh.Always || sources.Count > 0 || (refresh == Refresh.WhenNeeded && IsEmpty(corpus)))
            await bot.ReadSourcesAsync(options, paths, ScopeOf(refresh, isServing: frontEnd is not null), cancellationToken).ConfigureAwait(false);
        return bot;
    }

    /// <returns>False when the front end could not go on; the reason has been printed.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var outcome = Services.GetRequiredService<FrontEndOutcome>(); // Before the run, which disposes of the services.
        await _host.RunAsync(cancellationToken).ConfigureAwait(false);
        if (outcome.Failure is not { } failure)
            return true;
        await System.Console.Error.WriteLineAsync(failure).ConfigureAwait(false);
        return false;
    }

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        _corpus.Dispose();
        return ValueTask.CompletedTask;
    }

    private static bool IsEmpty(ICorpus corpus)
    {
        using var snapshot = corpus.Acquire();
        return snapshot.Counts.Articles == 0;
    }

    /// <summary>
    /// A bot that serves starts with what it has, as its schedule reads the network soon; whoever asks for a reload wants
    /// all of it; a question does with what is due.
    /// </summary>
    private static ReadingScope ScopeOf(Refresh refresh, bool isServing) =>
        isServing ? ReadingScope.New : refresh == Refresh.Always ? ReadingScope.All : ReadingScope.Due;

    private async Task ReadSourcesAsync(BotOptions options, IReadOnlyList<string> paths, ReadingScope scope, CancellationToken cancellationToken)
    {
        var result = await ReadingProgress.ShowAsync(
            progress => Services.GetRequiredService<Reloader>().ReloadAsync(new ReloadRequest(paths, Operator.Name) { Scope = scope }, progress, cancellationToken)).ConfigureAwait(false);
        if (result.Report is not { } report)
        {
            await System.Console.Error.WriteLineAsync(ChangeReportText.Of(result)).ConfigureAwait(false);
            return;
        }

        LastReload = report;
        await RememberedSources.WriteAsync(options.DataFolder, paths, cancellationToken).ConfigureAwait(false);
        foreach (var failure in report.Failures.Take(20))
            await System.Console.Error.WriteLineAsync("not read: " + failure).ConfigureAwait(false);
        if (report.Failures.Count > 20)
            await System.Console.Error.WriteLineAsync($"... and {report.Failures.Count - 20} more; `reload` lists them").ConfigureAwait(false);
    }

    private static async Task<Bot?> RefuseAsync(string problem)
    {
        await System.Console.Error.WriteLineAsync(problem).ConfigureAwait(false);
        return null;
    }
}
