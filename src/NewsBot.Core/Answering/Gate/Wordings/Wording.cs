using System.Collections.Frozen;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate.Wordings;

/// <summary>A text read word by word: the form in which statement and cited words are compared.</summary>
internal sealed class Wording
{
    private static readonly FrozenSet<string> Adverbs =
        ("soon also still now again ever yet even just only already once twice today tomorrow yesterday tonight together then there here perhaps maybe however therefore thus instead " +
        "almost nearly quite rather very too ago later earlier first finally reportedly always often sometimes no longer well far long back").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words in -ly that are no adverbs of manner.</summary>
    private static readonly FrozenSet<string> NoAdverbs = "family supply reply apply ally rally july italy assembly ugly only fly rely multiply monopoly bully".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private Marks[]? _marks;
    private IReadOnlyList<(int, Modality?)>? _cues;
    private IReadOnlyList<Amount>? _amounts;
    private Dictionary<string, List<int>>? _positions;

    private Wording(string text, Word[] words)
    {
        Text = text;
        Words = words;
    }

    /// <summary>The text with its typography folded; all spans point into it.</summary>
    public string Text { get; }

    public Word[] Words { get; }

    /// <summary>For each word whether it is negated, and how sure what it tells is.</summary>
    public Marks[] Marks => _marks ??= MarkReader.Read(this);

    public IReadOnlyList<(int Index, Modality? Modality)> Cues => _cues ??= MarkReader.Cues(this);

    /// <summary>The amounts, numbers of dates among them.</summary>
    public IReadOnlyList<Amount> AllAmounts => _amounts ??= AmountReader.Read(this, _ => false);

    /// <summary>Where a term stands.</summary>
    public IReadOnlyList<int> PositionsOf(string term)
    {
        if (_positions is null)
        {
            _positions = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            for (var i = 0; i < Words.Length; i++)
            {
                if (!_positions.TryGetValue(Words[i].Term, out var list))
                    _positions[Words[i].Term] = list = [];
                list.Add(i);
            }
        }

        return _positions.TryGetValue(term, out var found) ? found : [];
    }

    public IEnumerable<string> Terms
    {
        get
        {
            PositionsOf("");
            return _positions!.Keys;
        }
    }

    /// <summary>The small-letter word at an index; empty outside of the text.</summary>
    public string Lower(int index) => index >= 0 && index < Words.Length ? Words[index].Lower : "";

    /// <summary>Whether two neighbouring words stand in one clause.</summary>
    public bool Joined(int left, int right) =>
        left >= 0 && right < Words.Length && Words[left].Sentence == Words[right].Sentence && Words[left].Clause == Words[right].Clause;

    public static Wording Read(string text)
    {
        var folded = Typography.Fold(text);
        var sentences = SentenceSplitter.Split(folded);
        var tokens = Tokenizer.Tokenize(folded);
        var words = new Word[tokens.Count];
        int sentence = 0, clause = 0, end = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var (term, span) = tokens[i];
            while (sentence + 1 < sentences.Count && span.Start >= sentences[sentence + 1].Span.Start)
                sentence++;
            var between = folded.AsSpan(end, Math.Max(0, span.Start - end)); // Pairs of characters without spaces overlap.
            var opens = i == 0 || words[i - 1].Sentence != sentence || between.ContainsAny(':', '"');
            if (i > 0 && (words[i - 1].Sentence != sentence || IsBreak(between)))
                clause++;
            end = span.End;
            var written = span.Of(folded);
            var lower = written.ToString().ToLowerInvariant();
            words[i] = new Word(term, lower, span, sentence, clause)
            {
                IsStop = (StopWords.Contains(term) && !IsNameLikeStop(written, term, lower, opens)) || lower.EndsWith("n't", StringComparison.Ordinal),
                IsCapital = char.IsUpper(written[0]),
                IsOpener = opens,
                IsFigure = char.IsAsciiDigit(written[0]) || Numerals.IsWord(lower),
                IsAdverb = Adverbs.Contains(lower) || (lower.Length > 4 && lower.EndsWith("ly", StringComparison.Ordinal) && !NoAdverbs.Contains(lower)),
            };
        }

        return new Wording(folded, words);
    }

    /// <summary>"Ime" has the term of "I'm", but inside a sentence its capital tells that it is a name.</summary>
    private static bool IsNameLikeStop(ReadOnlySpan<char> written, string term, string lower, bool opens) =>
        !opens && term != lower && char.IsUpper(written[0]) && !lower.Contains('\'', StringComparison.Ordinal);

    /// <summary>A comma, a colon, brackets, a dash with a space: not the full stop of an abbreviation nor a hyphen.</summary>
    private static bool IsBreak(ReadOnlySpan<char> between) => between.ContainsAny(",;:()") || between.ContainsAny("[]\"") || between.Contains(" -", StringComparison.Ordinal);
}
