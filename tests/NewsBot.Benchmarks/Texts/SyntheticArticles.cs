using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Benchmarks.Texts;

/// <summary>
/// Articles of about 600 words without end: runs of one to three sentences of the seeds, with half of the words that carry
/// a topic replaced, three of four by made-up ones (<see cref="ZipfWords"/>), the rest by other words of the seeds. Names
/// of months and days, figures and quotation marks stay, so there is something for every part of the analysis. The same
/// seed number gives the same articles.
/// </summary>
internal sealed class SyntheticArticles
{
    private const int WordsPerArticle = 600;
    private const double ReplacedShare = 0.5;
    private const double MadeUpShare = 0.75;

    private static readonly string[] Sources =
        ["Fiction Wire", "North Agency", "Daily Courier", "Harbour Post", "Coast Herald", "Hill Times", "Evening Star", "The Ledger", "River Weekly", "Border Gazette", "City Observer", "Plains Tribune"];

    private static readonly HashSet<string> CalendarWords =
        [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, .. CultureInfo.InvariantCulture.DateTimeFormat.DayNames];

    private readonly SeedSentences _seeds;
    private readonly string[] _vocabulary;
    private readonly ZipfWords _rare = new();
    private readonly Random _random;
    private int _number;

    public SyntheticArticles(SeedSentences seeds, int seed)
    {
        _seeds = seeds;
        _random = new Random(seed);
        _vocabulary = [.. seeds.Articles.SelectMany(sentences => sentences).SelectMany(Words).Where(word => IsTopic(word) && char.IsLower(word[0]))];
    }

    /// <summary>Articles with at least so many passages in all.</summary>
    public IEnumerable<Article> Take(int passages)
    {
        while (passages > 0)
        {
            var article = Next();
            passages -= PassageChunker.Chunk(article.Text, SentenceSplitter.Split(article.Text)).Count;
            yield return article;
        }
    }

    public IEnumerable<Article> TakeArticles(int count)
    {
        for (var n = 0; n < count; n++)
            yield return Next();
    }

    private Article Next()
    {
        var text = new StringBuilder();
        for (var words = 0; words < WordsPerArticle;)
        {
            var sentences = _seeds.Articles[_random.Next(_seeds.Articles.Count)];
            var first = _random.Next(sentences.Count);
            foreach (var sentence in sentences.Skip(first).Take(_random.Next(1, 4)))
            {
                var made = Replace(sentence);
                text.Append(made).Append(' ');
                words += PassageChunker.CountWords(made);
            }

            text.Length--;
            text.Append("\n\n");
        }

        var body = text.ToString().TrimEnd();
        var day = new DateOnly(2015, 1, 1).AddDays(_random.Next(3650));
        var title = string.Join(' ', Words(body).Where(IsTopic).Skip(_random.Next(40)).Take(7));
        return new Article
        {
            Id = new ArticleId($"made-{_number++:0000000}"),
            Title = title,
            Text = body,
            Source = Sources[_random.Next(Sources.Length)],
            Published = PublicationTime.OnDay(day),
            Language = "en",
            Origin = "made",
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body))),
        };
    }

    private string Replace(string sentence)
    {
        var made = new StringBuilder(sentence.Length + 32);
        var position = 0;
        foreach (var (start, end) in WordSpans(sentence))
        {
            made.Append(sentence, position, start - position);
            var word = sentence[start..end];
            made.Append(IsTopic(word) && _random.NextDouble() < ReplacedShare ? Other(word) : word);
            position = end;
        }

        return made.Append(sentence, position, sentence.Length - position).ToString();
    }

    private string Other(string word)
    {
        var other = _random.NextDouble() < MadeUpShare ? _rare.Next(_random) : _vocabulary[_random.Next(_vocabulary.Length)];
        return char.IsUpper(word[0]) ? char.ToUpperInvariant(other[0]) + other[1..] : other;
    }

    private static bool IsTopic(string word) =>
        word.Length > 3 && !CalendarWords.Contains(word) && !StopWords.Contains(Tokenizer.TermOf(word));

    private static IEnumerable<string> Words(string text) => WordSpans(text).Select(span => text[span.Start..span.End]);

    private static IEnumerable<(int Start, int End)> WordSpans(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && char.IsLetter(text[end]))
                end++;
            if (end > start)
                yield return (start, end);
            start = end + 1;
        }
    }
}
