using System.Diagnostics;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Benchmarks.Scenarios;

/// <summary>One article more, and then taken away again, in a corpus that is there: from the start of the update until a search shows it.</summary>
internal sealed class OneChangeScenario : IScenario
{
    private const int Rounds = 5;

    public string Name => "one change";

    public async Task<IReadOnlyList<Measure>> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var corpus = await OpenCorpus.AtAsync(workplace.DataFolder, cancellationToken);
        var article = ArticleAnalyzer.Analyze(new Article
        {
            Id = new ArticleId("one-change"),
            Title = "Zyxwvut",
            Text = "The zyxwvut was seen on Monday.",
            Source = "Fiction Wire",
            Published = PublicationTime.OnDay(new DateOnly(2024, 1, 2)),
            Origin = "one-change",
            ContentHash = "one-change",
        });
        var query = new PassageQuery { Terms = [new WeightedTerm(Tokenizer.TermOf("zyxwvut"), 1)] };
        Samples put = new(), removed = new();
        for (var round = 0; round < 2 * Rounds; round++)
        {
            var wanted = round % 2 == 0 ? 1 : 0;
            var start = Stopwatch.GetTimestamp();
            await using (var update = await corpus.BeginUpdateAsync(cancellationToken))
            {
                if (wanted == 1)
                    await update.PutAsync(article, cancellationToken);
                else
                    await update.RemoveAsync(article.Article.Id, cancellationToken);
                await update.CommitAsync(cancellationToken);
            }

            using var snapshot = corpus.Acquire();
            if (snapshot.SearchPassages(query, 10).Count != wanted)
                throw new InvalidOperationException("The change does not show.");
            (wanted == 1 ? put : removed).Add(Stopwatch.GetElapsedTime(start));
        }

        return [new("added until found, p50", put.Quantile(0.5), "ms", 1000), new("removed until gone, p50", removed.Quantile(0.5), "ms", 1000)];
    }
}
