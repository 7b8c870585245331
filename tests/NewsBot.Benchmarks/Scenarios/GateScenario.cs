using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;

namespace NewsBot.Benchmarks.Scenarios;

/// <summary>The check of an answer in a model's words: eight statements over ten passages of random articles, two passages cited by each.</summary>
internal sealed class GateScenario : IScenario
{
    private const int Answers = 500;
    private const int Warmup = 200;
    private const int Passages = 10;
    private const int Statements = 8;

    public string Name => "gate";

    public async Task<IReadOnlyList<Measure>> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var corpus = await OpenCorpus.AtAsync(workplace.DataFolder, cancellationToken);
        using var snapshot = corpus.Acquire();
        var gate = new AnswerGate(NullLogger<AnswerGate>.Instance);
        var random = new Random(23);
        var headers = await snapshot.HeadersAsync(ArticleFilter.All, 500, cancellationToken);
        var samples = new Samples();
        var processor = new Samples();
        var (offered, passed) = (0, 0);
        for (var i = 0; i < Answers; i++)
        {
            var draft = await DraftAsync(snapshot, headers, random, cancellationToken);
            var before = Environment.CpuUsage.TotalTime;
            var clock = Stopwatch.StartNew();
            var answer = gate.Check(draft, snapshot);
            if (i >= Warmup)
            {
                samples.Add(clock.Elapsed);
                processor.Add(Environment.CpuUsage.TotalTime - before);
            }

            (offered, passed) = (offered + draft.Statements.Count, passed + answer.Statements.Count);
        }

        return
        [
            new Measure("eight statements over ten passages, p50", samples.Quantile(0.5), "ms"),
            new Measure("eight statements over ten passages, p95", samples.Quantile(0.95), "ms", 10),
            new Measure("the same in processor time, p50", processor.Quantile(0.5), "ms"),
            new Measure("the same in processor time, p95", processor.Quantile(0.95), "ms", 10),
            new Measure("statements that passed", 100.0 * passed / offered, "%"),
        ];
    }

    private static async Task<AnswerDraft> DraftAsync(ICorpusSnapshot snapshot, IReadOnlyList<ArticleHeader> headers, Random random, CancellationToken cancellationToken)
    {
        var ids = Enumerable.Range(0, Passages).Select(_ => headers[random.Next(headers.Count)].Id).ToList();
        var places = (await snapshot.ArticlesAsync(ids, cancellationToken)).Select(article => new EvidenceSpan(article, article.Analysis.Passages[random.Next(article.Analysis.Passages.Count)].Span)).ToList();
        return new AnswerDraft
        {
            Statements =
            [
                .. Enumerable.Range(0, Statements).Select(_ =>
                {
                    var place = places[random.Next(places.Count)];
                    return new DraftStatement(Reworded(place, random), StatementKind.Paraphrase, [place, places[random.Next(places.Count)]]);
                }),
            ],
        };
    }

    /// <summary>A sentence of the place with its halves exchanged, so that it is no copy and every rule has to look at it.</summary>
    private static string Reworded(EvidenceSpan place, Random random)
    {
        var sentences = place.Article.Analysis.Sentences.Where(sentence => place.Span.Contains(sentence.Span)).ToList();
        var words = sentences[random.Next(sentences.Count)].Span.In(place.Article.Article.Text).TrimEnd('.').Split(' ');
        var half = words.Length / 2;
        return string.Join(' ', words[half..].Concat(words[..half])) + ".";
    }
}
