using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Composition;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Corpus;
using NewsBot.Storage;

namespace NewsBot.Benchmarks.Scenarios;

/// <summary>
/// One article changes in a corpus that is there, and at last is taken away. From the start of the update, and from the
/// start of its swap, until a whole answer rests on the new text.
/// </summary>
internal sealed class OneChangeScenario : IScenario
{
    private const int Rounds = 7;

    public string Name => "one change";

    public async Task<IReadOnlyList<Measure>> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var corpus = await OpenCorpus.AtAsync(workplace.DataFolder, cancellationToken);
        await using var services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddNewsBot(new BotOptions { DataFolder = workplace.DataFolder }, [workplace.SourceFile], corpus)
            .BuildServiceProvider();
        var router = services.GetRequiredService<CommandRouter>();
        Samples whole = new(), swap = new();
        for (var round = 1; round <= Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            var swapped = await UpdateAsync(corpus, update => update.PutAsync(Changed(round), cancellationToken), cancellationToken);
            var answer = await router.AnswerAsync(
                new CommandCall { Command = "ask", Text = "How many zyxwvuts were seen in Vellmar?", Caller = new Caller("benchmark", false) }, cancellationToken);
            if (!answer.Statements.Any(statement => statement.Text.Contains($"{round + 100}", StringComparison.Ordinal)))
                throw new InvalidOperationException("The change does not show in the answer: " + (answer.Message ?? string.Join(' ', answer.Statements.Select(statement => statement.Text))));
            whole.Add(Stopwatch.GetElapsedTime(start));
            swap.Add(Stopwatch.GetElapsedTime(swapped));
        }

        var removing = Stopwatch.GetTimestamp();
        await UpdateAsync(corpus, update => update.RemoveAsync(Changed(0).Article.Id, cancellationToken), cancellationToken);
        var removed = Stopwatch.GetElapsedTime(removing);
        return
        [
            new("changed until answered, from the start of the update, p50", whole.Quantile(0.5), "ms"),
            new("changed until answered, from the start of the swap, p50", swap.Quantile(0.5), "ms"),
            new("changed until answered, from the start of the swap, longest", swap.Quantile(1), "ms", 1000),
            new("removed until gone", removed.TotalMilliseconds, "ms", 1000),
        ];
    }

    /// <returns>When the swap began.</returns>
    private static async Task<long> UpdateAsync(CorpusStore corpus, Func<ICorpusUpdate, Task> change, CancellationToken cancellationToken)
    {
        await using var update = await corpus.BeginUpdateAsync(cancellationToken);
        await change(update);
        var swap = Stopwatch.GetTimestamp();
        await update.CommitAsync(cancellationToken);
        return swap;
    }

    private static AnalyzedArticle Changed(int round) => ArticleAnalyzer.Analyze(new Article
    {
        Id = new ArticleId("one-change"),
        Title = "Zyxwvuts in Vellmar",
        Text = $"VELLMAR - {round + 100} zyxwvuts were seen in Vellmar on Monday, the harbour master said.",
        Source = "Fiction Wire",
        Published = PublicationTime.OnDay(new DateOnly(2024, 1, 2)),
        Language = "en",
        Origin = "one-change",
        ContentHash = $"one-change {round}",
    });
}
