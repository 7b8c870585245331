using NewsBot.Core.Answering.Gate.Wordings;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate;

/// <summary>A cited place, read once for all statements that cite it. What only some checks need is read when they ask.</summary>
internal sealed class Place
{
    private const int SentencesBefore = 2;

    private IReadOnlyList<Amount>? _amounts;
    private IReadOnlyList<TimeExpression>? _times;
    private IReadOnlyList<Quote>? _quotes;
    private Wording? _wording;
    private IReadOnlyList<NameRun>? _names;
    private bool? _refersBack;
    private PlaceFacts? _facts;
    private Wording? _before;
    private Wording? _article;
    private QuotedStretches? _stretches;
    private IReadOnlyList<int>? _origins;

    public Place(EvidenceSpan evidence)
    {
        Article = evidence.Article;
        Span = evidence.Span;
        Folded = Typography.Fold(evidence.Span.Of(evidence.Article.Article.Text));
    }

    public AnalyzedArticle Article { get; }

    public TextSpan Span { get; }

    /// <summary>The cited words, typography folded.</summary>
    public string Folded { get; }

    /// <summary>The same, word by word.</summary>
    public Wording Wording => _wording ??= Wording.Read(Folded);

    /// <summary>What of the article stands in quotation marks.</summary>
    public QuotedStretches Stretches => _stretches ??= QuotedStretches.Of(Article);

    /// <summary>Where in the article some of the folded words stand.</summary>
    public TextSpan Origin(int start, int length)
    {
        _origins ??= Typography.Origins(Span.Of(Article.Article.Text));
        return new TextSpan(Span.Start + _origins[start], Span.Start + _origins[start + length - 1] + 1);
    }

    /// <summary>What may be told beside the cited words.</summary>
    public PlaceFacts Facts => _facts ??= new PlaceFacts(this);

    /// <summary>Names in the cited words.</summary>
    public IReadOnlyList<NameRun> Names => _names ??= NameRun.In(Wording);

    /// <summary>The time expressions that touch the place.</summary>
    public IReadOnlyList<TimeExpression> Times => _times ??= [.. Article.Analysis.Times.Where(time => time.Span.Overlaps(Span))];

    /// <summary>The quotes whose words or speaker stand in the place.</summary>
    public IReadOnlyList<Quote> Quotes => _quotes ??= [.. Article.Analysis.Quotes.Where(Touches)];

    /// <summary>The amounts of the place; numbers of dates are none.</summary>
    public IReadOnlyList<Amount> Amounts => _amounts ??= AmountReader.Read(Wording, InDates().Contains);

    /// <summary>The headline and the sentences right before the place: what a pronoun of the place may mean.</summary>
    public Wording Before => _before ??= ReadBefore();

    /// <summary>Whether the article or its headline has words as they are written, whole words only.</summary>
    public bool ArticleHas(string words) => WholeWords.IndexOf(Article.Article.Text, words, 0) >= 0 || WholeWords.IndexOf(Article.Article.Title, words, 0) >= 0;

    /// <summary>The whole article with its headline.</summary>
    public Wording Whole => _article ??= Wording.Read(Article.Article.Title + ".\n" + Article.Article.Text);

    /// <summary>Whether the place means somebody whom it need not name: by a pronoun, or as "the president".</summary>
    public bool RefersBack => _refersBack ??= HasPronoun();

    private bool HasPronoun()
    {
        for (var i = 0; i < Wording.Words.Length; i++)
            if (Wording.Lower(i) is "he" or "she" or "his" or "her" or "him" or "they" or "their" or "them" or "it" or "its" or "who"
                || (Wording.Lower(i) is "the" or "this" or "that" && i + 1 < Wording.Words.Length && !Wording.Words[i + 1].IsCapital && !Wording.Words[i + 1].IsFigure))
                return true;
        return false;
    }

    private Wording ReadBefore()
    {
        var sentences = Article.Analysis.Sentences.Where(sentence => sentence.Span.End <= Span.Start).TakeLast(SentencesBefore).Select(sentence => sentence.Span.In(Article.Article.Text));
        return Wording.Read(Article.Article.Title + ". " + string.Join(' ', sentences));
    }

    private bool Touches(Quote quote) =>
        quote.Content.Any(content => content.Overlaps(Span)) || (quote.Speaker.Span is { } speaker && speaker.Overlaps(Span));

    private HashSet<Word> InDates()
    {
        var taken = new HashSet<Word>();
        var from = 0;
        foreach (var time in Times)
        {
            var folded = Typography.Fold(time.Text);
            var at = time.Type is TimeType.Date or TimeType.Time && folded.Length > 0 ? Wording.Text.IndexOf(folded, from, StringComparison.Ordinal) : -1;
            if (at < 0)
                continue;
            from = at + folded.Length;
            foreach (var word in Wording.Words)
                if (word.Span.Overlaps(new TextSpan(at, from)))
                    taken.Add(word);
        }

        return taken;
    }
}
