using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Composition;
using NewsBot.Core.Chat;
using NewsBot.Core.Corpus;
using NewsBot.Storage;

namespace NewsBot.Benchmarks.Scenarios;

/// <summary>Whole calls, from the text to the checked answer: routing, search, writer and gate. The words asked about come from random articles.</summary>
internal sealed class AnswerScenario : IScenario
{
    private const int Questions = 120;
    private const int Warmup = 20;
    private const int Words = 7;

    public string Name => "answers";

    public async Task<IReadOnlyList<Measure>> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var corpus = await OpenCorpus.AtAsync(workplace.DataFolder, cancellationToken);
        await using var services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddNewsBot(new BotOptions { DataFolder = workplace.DataFolder }, [workplace.SourceFile], corpus)
            .BuildServiceProvider();
        var router = services.GetRequiredService<CommandRouter>();
        var texts = await TextsAsync(corpus, cancellationToken);
        var measures = new List<Measure>();
        foreach (var (command, bar) in new (string, double?)[] { ("ask", 100), ("whosaid", 100), ("when", 100), ("summary", null), ("timeline", null) })
        {
            var samples = new Samples();
            for (var i = 0; i < texts.Count; i++)
            {
                var clock = Stopwatch.StartNew();
                await router.AnswerAsync(new CommandCall { Command = command, Text = texts[i], Caller = new Caller("benchmark", false) }, cancellationToken);
                if (i >= Warmup)
                    samples.Add(clock.Elapsed);
            }

            measures.Add(new Measure($"/{command}, p50", samples.Quantile(0.5), "ms"));
            measures.Add(new Measure($"/{command}, p95", samples.Quantile(0.95), "ms", bar));
        }

        return measures;
    }

    private static async Task<List<string>> TextsAsync(CorpusStore corpus, CancellationToken cancellationToken)
    {
        using var snapshot = corpus.Acquire();
        var random = new Random(17);
        var headers = await snapshot.HeadersAsync(ArticleFilter.All, int.MaxValue, cancellationToken);
        var texts = new List<string>();
        while (texts.Count < Questions + Warmup)
        {
            var article = (await snapshot.ArticlesAsync([headers[random.Next(headers.Count)].Id], cancellationToken))[0];
            var sentence = article.Analysis.Sentences[random.Next(article.Analysis.Sentences.Count)].Span.In(article.Article.Text).Split(' ');
            if (sentence.Length > Words)
                texts.Add(string.Join(' ', sentence.Skip(random.Next(sentence.Length - Words)).Take(Words)).Trim('"', '“', '”', ',', '.'));
        }

        return texts;
    }
}
