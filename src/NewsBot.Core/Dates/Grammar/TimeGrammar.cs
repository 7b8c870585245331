using System.Collections.Frozen;

namespace NewsBot.Core.Dates.Grammar;

/// <summary>
/// Recognises the time expressions that begin at a token, by recursive descent over the words of the lexicon. Extents
/// follow the TimeML guidelines (TIMEX3): determiners, modifiers and approximators belong to an expression ("the early
/// 1990s", "more than a week", "two years ago"), prepositions in front of it do not; a range is two expressions.
/// Every rule looks at a bounded number of tokens and nests to a bounded depth, so a text takes linear time.
/// </summary>
internal sealed partial class TimeGrammar
{
    private const int MaxDepth = 3;
    private readonly string text;
    private readonly List<TimeToken> tokens;

    public TimeGrammar(string text, List<TimeToken> tokens)
    {
        this.text = text;
        this.tokens = tokens;
    }

    /// <summary>The longest expression that begins at a token; null when none does.</summary>
    public TimeMatch? At(int i)
    {
        var token = T(i);
        if (token.Kind is TokenKind.Word && token.Lexical is null)
            return null;
        if (token.Kind is TokenKind.Mark && token.Value != '\'' && token.Value != '‘')
            return null;
        if (i > 0 && JoinsWord(i))
            return null;
        var best = Set(i);
        best = Longer(best, Amount(i));
        best = Longer(best, Dated(i, 0));
        best = Longer(best, Clock(i));
        best = Longer(best, DayPart(i));
        best = Longer(best, Alone(i));
        return best;
    }

    /// <summary>The other half of a range that began with the match before it: "7, 2010" of "May 5-7, 2010".</summary>
    public TimeMatch? Continuation(TimeMatch before) => RestOfRange(before);

    private TimeToken T(int i) => i >= 0 && i < tokens.Count ? tokens[i] : default;

    private bool IsWord(int i, string word) => T(i).IsWord(word);

    private bool IsWord(int i, string word, string other) => IsWord(i, word) || IsWord(i, other);

    private bool IsMark(int i, char mark) => T(i).IsMark(mark);

    private static TimeMatch? Longer(TimeMatch? a, TimeMatch? b) => b is null || (a is not null && a.End >= b.End) ? a : b;

    private static TimeMatch Found(TimeForm form, int start, int end) => new(form, start, end);

    /// <summary>Whether a token is the second half of a hyphened word that the lexicon does not know ("post-1990").</summary>
    private bool JoinsWord(int i)
    {
        var before = T(i - 1);
        if (T(i).SpaceBefore || i < 2)
            return false;
        if (before.Kind == TokenKind.Word && before.Lexical is null)
            return true;
        return before.Kind == TokenKind.Mark && before.Value is '-' or '‐' && !before.SpaceBefore && T(i - 2).Kind == TokenKind.Word
            && !T(i - 2).Is(WordKinds.Month | WordKinds.Weekday | WordKinds.Cardinal | WordKinds.DayPart | WordKinds.Alone | WordKinds.Season | WordKinds.Part)
            && T(i).Kind != TokenKind.Number;
    }

    /// <summary>"'s".</summary>
    private bool IsOwner(int i) => IsMark(i, '\'') && IsWord(i + 1, "s");

    private int SkipThe(int i) => IsWord(i, "the") ? i + 1 : i;

    /// <summary>A hyphen with no space on either side, as in "mid-May" and "third-quarter".</summary>
    private int SkipJoin(int i) => T(i).IsJoin && !T(i + 1).SpaceBefore && T(i + 1).Length > 0 ? i + 1 : i;

    /// <summary>Whether a plain word in lower case follows, which the token then describes ("the past president").</summary>
    private bool NounFollows(int i)
    {
        var next = T(i);
        return next is { Kind: TokenKind.Word, Length: > 0 } && !next.Is(WordKinds.Preposition | WordKinds.Alone | WordKinds.Determiner | WordKinds.Behind) &&
            !FunctionWords.Contains(text.AsSpan(next.Start, next.Length));
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FunctionWords =
        ("it he she they we i you there this that these those which when who whom where why how is are am be been being was were has have had do does did will would can could may might " +
         "shall should must but if while because although though as so yet nor not also still only even just both either neither well too then than with without against under over " +
         "among along across behind beyond despite except near off onto out upon via amid what whose his her its their our my your some any all no once")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private bool IsEndOfPhrase(int i)
    {
        var next = T(i);
        return next.Length == 0 || (next.Kind == TokenKind.Mark && !next.IsJoin && next.Value is not ('$' or '\'' or '£' or '€'));
    }
}
