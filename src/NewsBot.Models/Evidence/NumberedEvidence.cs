using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Models.Calling;

namespace NewsBot.Models.Evidence;

/// <summary>
/// What a model may rest its statements on: sentences of articles, numbered from 1 through all of them. It is handed over
/// as JSON, one line for each passage, so that an article's text stays inside its string whatever it says. Addresses are
/// left out, and so are sentences that speak to a machine (<see cref="Instructions"/>): they have no number and cannot be
/// cited.
/// </summary>
internal sealed class NumberedEvidence(int mostTokens)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        // The text goes into a prompt, where the template encodes it once more, not into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    private readonly List<(AnalyzedArticle Article, int Sentence)> _numbered = [];
    private readonly Dictionary<(ArticleId, int), int> _numbers = [];
    private readonly StringBuilder _text = new();
    private int _tokens;

    public int Count => _numbered.Count;

    /// <summary>All passages so far, a line of JSON each.</summary>
    public string Text => _text.ToString();

    /// <summary>Adds sentences as one passage, if there is room for all of them; those that were added before keep their number and are not told again.</summary>
    /// <param name="article">Their article.</param>
    /// <param name="passage">Where they stand.</param>
    /// <param name="isKey">Which of them code found to matter.</param>
    /// <param name="label">What the passage is of, where that is more than its text; null for nothing.</param>
    /// <returns>The line that was added; null when there was no room or nothing new.</returns>
    public string? TryAdd(AnalyzedArticle article, TextSpan passage, Func<Sentence, bool> isKey, string? label = null)
    {
        var sentences = article.Analysis.Sentences.Index()
            .Where(entry => passage.Overlaps(entry.Item.Span) && !_numbers.ContainsKey((article.Article.Id, entry.Index)))
            .Where(entry => !IsOnlyDateline(article, entry.Item) && !Instructions.Speak(entry.Item.Span.Of(article.Article.Text)))
            .ToList();
        if (sentences.Count == 0)
            return null;
        var next = _numbered.Count + 1;
        var line = JsonSerializer.Serialize(
            new PassageLine(
                label,
                article.Article.Source.Length > 0 ? article.Article.Source : null,
                article.Article.Published.Day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture),
                SafeWords.Of(article.Article.Title),
                [.. sentences.Select((entry, i) => new SentenceLine(next + i, isKey(entry.Item), SafeWords.Of(article.WithoutDateline(entry.Item.Span).In(article.Article.Text))))]),
            Json);
        var tokens = TokenCounter.Count(line) + 1;
        if (_tokens + tokens > mostTokens)
            return null;
        _tokens += tokens;
        _text.Append(line).Append('\n');
        foreach (var (index, _) in sentences)
        {
            _numbered.Add((article, index));
            _numbers[(article.Article.Id, index)] = _numbered.Count;
        }

        return line;
    }

    /// <summary>The number of the sentence that stands at a place; null where it has none.</summary>
    public int? NumberAt(AnalyzedArticle article, TextSpan span)
    {
        var index = article.Analysis.Sentences.Index().FirstOrDefault(entry => entry.Item.Span.Overlaps(span), (-1, default)).Item1;
        return _numbers.TryGetValue((article.Article.Id, index), out var number) ? number : null;
    }

    /// <summary>The words of articles that some numbers stand for, in the order of the text; neighbours are one place. Numbers that were never given stand for nothing.</summary>
    public IReadOnlyList<EvidenceSpan> Resolve(IEnumerable<int> numbers)
    {
        var spans = new List<EvidenceSpan>();
        var last = -2;
        foreach (var (article, sentence) in numbers.Where(number => number > 0 && number <= _numbered.Count).Distinct().Order()
            .Select(number => _numbered[number - 1]))
        {
            var span = article.Analysis.Sentences[sentence].Span;
            if (spans.Count > 0 && spans[^1].Article == article && sentence == last + 1)
                spans[^1] = spans[^1] with { Span = TextSpan.Cover(spans[^1].Span, span) };
            else
                spans.Add(new EvidenceSpan(article, span));
            last = sentence;
        }

        return spans;
    }

    private static bool IsOnlyDateline(AnalyzedArticle article, Sentence sentence) =>
        article.Analysis.IsDateline(sentence) && article.WithoutDateline(sentence.Span) == sentence.Span;

    private sealed record PassageLine(string? Event, string? Outlet, string Published, string Headline, IReadOnlyList<SentenceLine> Sentences);

    private sealed record SentenceLine(int Id, bool Key, string Text);
}
