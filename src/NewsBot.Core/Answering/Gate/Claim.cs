using System.Text.RegularExpressions;
using NewsBot.Core.Answering.Gate.Wordings;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate;

/// <summary>What a statement says in the bot's own words, read for the checks.</summary>
internal sealed partial class Claim
{
    private readonly TimeAnchor _anchor;
    private IReadOnlyList<TimeExpression>? _times;
    private IReadOnlyList<Amount>? _amounts;
    private Alignment? _alignment;
    private Wording? _whole;
    private HashSet<string>? _dateTerms;
    private readonly Ground _ground;

    public Claim(string text, Ground ground)
    {
        _ground = ground;
        // Links were checked byte for byte.
        Text = Typography.Fold(Link().Replace(text.Replace("**", "", StringComparison.Ordinal), "$1 "));
        // Quoted words were checked word for word and do not count as the bot's own.
        Own = Wording.Read(Quoted().Replace(Text, " , "));
        _anchor = ground.Places.Count > 0 ? TimeAnchor.At(ground.Places[0].Article.Article.Published.Day) : TimeAnchor.At(DateOnly.MinValue);
    }

    /// <summary>The whole statement, typography folded, without marks of bold.</summary>
    public string Text { get; }

    /// <summary>All of it, word by word.</summary>
    public Wording Whole => _whole ??= Text.Contains('"', StringComparison.Ordinal) ? Wording.Read(Text) : Own;

    /// <summary>The statement without what it quotes.</summary>
    public Wording Own { get; }

    public IReadOnlyList<TimeExpression> Times => _times ??= TimeTagger.Tag(Own.Text, SentenceSplitter.Split(Own.Text), _anchor);

    public IReadOnlyList<Amount> Amounts => _amounts ??= AmountReader.Read(Own, IsInDate);

    /// <summary>Where the words of the statement stand in the evidence.</summary>
    public Alignment Alignment => _alignment ??= new Alignment(Own, _ground.Places);

    /// <summary>Who is said to say what, in the whole statement.</summary>
    public IReadOnlyList<Quote> Quotes() => QuoteExtractor.Extract(Text, SentenceSplitter.Split(Text));

    /// <summary>Whether the statement has a term with a capital inside a sentence.</summary>
    public bool IsNamed(string term) => Own.PositionsOf(term).Any(i => Own.Words[i].IsName);

    public bool IsInDate(Word word)
    {
        foreach (var time in Times)
            if (time.Type is TimeType.Date or TimeType.Time && time.Span.Overlaps(word.Span))
                return true;
        return false;
    }

    /// <summary>Whether a term stands in a date of the statement.</summary>
    public bool IsDateWord(string term) => (_dateTerms ??= [.. Own.Words.Where(IsInDate).Select(word => word.Term)]).Contains(term);

    [GeneratedRegex(@"\[([^\[\]]*)\]\([^()\s]*\)|(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>""]+", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex("""["][^"]*["]""")]
    private static partial Regex Quoted();
}
