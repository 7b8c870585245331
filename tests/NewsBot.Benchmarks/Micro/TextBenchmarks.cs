using BenchmarkDotNet.Attributes;
using NewsBot.Benchmarks.Texts;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Benchmarks.Micro;

/// <summary>The parts of the text analysis on one article of about 600 words.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    private readonly char[] _term = new char[Tokenizer.LongestTerm];
    private Article _article = null!;
    private IReadOnlyList<Sentence> _sentences = null!;
    private TimeAnchor _anchor = null!;

    [GlobalSetup]
    public async Task ReadAsync()
    {
        var seeds = await SeedSentences.ReadAsync(Repository.Seeds, CancellationToken.None);
        _article = new SyntheticArticles(seeds, seed: 1).Take(1).First();
        _sentences = SentenceSplitter.Split(_article.Text);
        _anchor = TimeAnchor.At(_article.Published.Day);
    }

    [Benchmark]
    public int Tokenize()
    {
        var (position, count) = (0, 0);
        while (Tokenizer.TryNext(_article.Text, ref position, _term, out _, out _))
            count++;
        return count;
    }

    [Benchmark]
    public int SplitSentences() => SentenceSplitter.Split(_article.Text).Count;

    [Benchmark]
    public int FindQuotes() => QuoteExtractor.Extract(_article.Text, _sentences).Count;

    [Benchmark]
    public int TagTimes() => TimeTagger.Tag(_article.Text, _sentences, _anchor).Count;
}
