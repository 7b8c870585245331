using System.Diagnostics;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Text;

namespace NewsBot.Benchmarks.Scenarios;

/// <summary>What commands look up in the store and in the index of quotes.</summary>
internal sealed class LookupScenario : IScenario
{
    private const int Rounds = 50;

    public string Name => "lookups";

    public async Task<IReadOnlyList<Measure>> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var corpus = await OpenCorpus.AtAsync(workplace.DataFolder, cancellationToken);
        using var snapshot = corpus.Acquire();
        var random = new Random(13);
        var clock = Stopwatch.StartNew();
        var speakers = await snapshot.SpeakersAsync(cancellationToken);
        var counting = clock.Elapsed;
        clock.Restart();
        await snapshot.SourcesAsync(cancellationToken);
        var sources = clock.Elapsed;

        async Task<Samples> Measured(Func<Task> work)
        {
            var samples = new Samples();
            for (var round = 0; round < Rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                await work();
                samples.Add(Stopwatch.GetElapsedTime(start));
            }

            return samples;
        }

        DateInterval Month()
        {
            var first = new DateOnly(2015, 1, 1).AddMonths(random.Next(120));
            return new DateInterval(first, first.AddMonths(1).AddDays(-1));
        }

        var frequent = speakers.Take(20).ToList();
        var quotes = await Measured(() => snapshot.QuotesByAsync([frequent[random.Next(frequent.Count)].Name], ArticleFilter.All, 20, cancellationToken));
        var words = await Measured(() => Task.FromResult(snapshot.SearchQuotes([.. Tokenizer.Tokenize("the railway offered a bonus").Select(token => token.Term)], ArticleFilter.All, 10)));
        var times = await Measured(() => snapshot.TimesInAsync(Month(), ArticleFilter.All, 100, cancellationToken));
        var headers = await Measured(() => snapshot.HeadersAsync(new ArticleFilter { Published = Month() }, 20, cancellationToken));
        return
        [
            new("quotes in all", snapshot.Counts.Quotes, ""),
            new("times in all", snapshot.Counts.Times, ""),
            new("speakers, counted once a revision", counting.TotalMilliseconds, "ms"),
            new("outlets, counted once a revision", sources.TotalMilliseconds, "ms"),
            new("quotes by a frequent speaker, p95", quotes.Quantile(0.95), "ms"),
            new("quotes by their words, p95", words.Quantile(0.95), "ms"),
            new("times in a month, p95", times.Quantile(0.95), "ms"),
            new("headers of a month, p95", headers.Quantile(0.95), "ms"),
        ];
    }
}
