using NewsBot.Core.Articles;
using NewsBot.Core.Dates.Grammar;

namespace NewsBot.Core.Dates.Events;

/// <summary>A sentence seen as clauses: its tokens, its verbs, and the time expressions in it with what they belong to.</summary>
internal sealed class EventSentence
{
    /// <param name="Time">The expression.</param>
    /// <param name="First">Its first token.</param>
    /// <param name="End">The token behind it.</param>
    /// <param name="Head">The token it belongs to: a verb, or the noun it describes; −1 when it opens the sentence without one.</param>
    /// <param name="OfNoun">It describes a noun: "its 2010 conference", "Monday's meeting".</param>
    /// <param name="Opens">It opens the sentence and so can hold for all of it: "On Monday", "In a July 16 news conference".</param>
    public sealed record TimeUse(TimeExpression Time, int First, int End, int Head, bool OfNoun, bool Opens);

    /// <summary>How many tokens away the verb of a clause is looked for, so that a monstrous sentence costs no more than a long one.</summary>
    private const int Reach = 80;

    private readonly string text;
    private readonly string lower;
    private readonly int start;

    public EventSentence(string text, TextSpan span, IEnumerable<TimeExpression> times)
    {
        this.text = text;
        start = span.Start;
        lower = span.In(text).ToLowerInvariant();
        Tokens = [];
        TimeTokenizer.Tokenize(text, span.Start, span.End, Tokens);
        Uses = [.. times.Where(t => span.Contains(t.Span) && IsDate(t)).Select(Use).OfType<TimeUse>()];
    }

    public List<TimeToken> Tokens { get; }

    public IReadOnlyList<TimeUse> Uses { get; }

    public bool IsVerb(int i) => VerbReader.IsVerb(text, Tokens, i);

    /// <summary>A word in lower case; empty outside the sentence.</summary>
    public ReadOnlySpan<char> Word(int i) =>
        i < 0 || i >= Tokens.Count ? default : lower.AsSpan(Tokens[i].Start - start, Tokens[i].Length);

    /// <summary>Whether a verb is that of a main clause: no "which", "who", "when" and the like opens its clause.</summary>
    public bool IsMainVerb(int i)
    {
        if (!IsVerb(i))
            return false;
        var start = i;
        while (start > 0 && start > i - Reach && !IsBoundary(start))
            start--;
        if (Word(start) is "that")
            return IsReporting(start - 1) || start == 0 || !IsNounBefore(start);
        return Word(start) is not ("which" or "who" or "whom" or "whose" or "when" or "while" or "because" or "although" or "though" or "if" or "where" or "as" or "before" or "until" or "since");
    }

    /// <summary>"the markets that", against "said that" and "it is clear that".</summary>
    private bool IsNounBefore(int i) => Tokens[i - 1].Kind == TokenKind.Word && !IsVerb(i - 1) && !Tokens[i - 1].Is(WordKinds.Weekday | WordKinds.Alone);

    public bool IsReporting(int i) => VerbReader.IsReporting(text, Tokens, i);

    /// <summary>The first token that reaches past an offset; the last when none does.</summary>
    public int TokenAt(int offset)
    {
        var (low, high) = (0, Tokens.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].End > offset)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    /// <summary>Whether a new clause begins at a token.</summary>
    public bool IsBoundary(int i)
    {
        var token = Tokens[i];
        if (token.Kind == TokenKind.Mark)
            return token.Value is ';' or ':' or '"' or '“' or '”' or '`' || (token.Value == ',' && !IsListComma(i));
        return Word(i) is "that" or "which" or "who" or "whom" or "whose" or "when" or "while" or "because" or "although" or "though" or "but" or "whereas" or "if" or "where" ||
            (Word(i) is "as" or "and" or "after" or "before" or "until" or "since" && VerbWithin(i + 1, 6));
    }

    /// <summary>The nearest verb before a token, and how many clause boundaries lie between; −1 without one.</summary>
    public int VerbBefore(int i, out int boundaries)
    {
        boundaries = 0;
        for (var j = i - 1; j >= 0 && j >= i - Reach; j--)
        {
            if (IsVerb(j))
                return j;
            if (IsBoundary(j))
                boundaries++;
        }

        return -1;
    }

    /// <summary>The next verb behind a token; −1 without one before <paramref name="most"/> boundaries.</summary>
    public int VerbAfter(int i, int most)
    {
        var boundaries = 0;
        for (var j = Math.Max(i, 0); j < Tokens.Count && j <= i + Reach && boundaries <= most; j++)
        {
            if (IsVerb(j))
                return j;
            if (IsBoundary(j))
                boundaries++;
        }

        return -1;
    }

    private static bool IsDate(TimeExpression time) =>
        time.Interval is not null && time.Type is TimeType.Date or TimeType.Time && time.Basis != TimeBasis.Dateline;

    private bool VerbWithin(int i, int count)
    {
        for (var j = i; j < Tokens.Count && j < i + count; j++)
        {
            if (Tokens[j].Kind == TokenKind.Mark || Word(j) is "to")
                return false;
            if (IsVerb(j))
                return true;
        }

        return false;
    }

    /// <summary>The comma inside "May 5, 2010" or "Monday, May 5".</summary>
    private bool IsListComma(int i) =>
        i > 0 && i + 1 < Tokens.Count && (Tokens[i - 1].Kind is TokenKind.Number or TokenKind.Ordinal || Tokens[i - 1].Is(WordKinds.Weekday | WordKinds.Month)) &&
        (Tokens[i + 1].Kind is TokenKind.Number or TokenKind.Ordinal || Tokens[i + 1].Is(WordKinds.Month));

    private TimeUse? Use(TimeExpression time)
    {
        var first = TokenAt(time.Span.Start);
        var end = first;
        while (end < Tokens.Count && Tokens[end].Start < time.Span.End)
            end++;
        if (first < 0 || end == first)
            return null;
        var preposition = first;
        while (preposition > 0 && preposition > first - 2 && Tokens[preposition - 1].Is(WordKinds.Preposition))
            preposition--;
        var opens = preposition == 0 || (preposition <= 2 && Tokens[0].Kind == TokenKind.Mark) ||
            (first < Reach && Tokens[0].Is(WordKinds.Preposition) && VerbBefore(first, out _) < 0 && !Enumerable.Range(0, first).Any(IsBoundary));
        if (time.Precision == DatePrecision.Year && NameOf(first, end) is var name && name >= 0)
            return new TimeUse(time, first, end, name, true, false);
        if (DescribedNoun(first, end, preposition < first) is var noun && noun >= 0)
            return new TimeUse(time, first, end, noun, true, opens);
        // "sales for the last quarter", "the crisis of 2008": of and for tie a time to the noun before them.
        if (preposition < first && preposition > 0 && Word(first - 1) is "of" or "for" && Word(preposition) is not "as" && !IsVerb(preposition - 1) && Tokens[preposition - 1].Kind == TokenKind.Word)
            return new TimeUse(time, first, end, preposition - 1, true, false);
        var before = VerbBefore(first, out var boundaries);
        // "The store in February passed its rival": between subject and verb.
        var next = end < Tokens.Count && Word(end).EndsWith("ly") ? end + 1 : end;
        if (IsVerb(next) && preposition < first && !VerbReader.IsAuxiliary(Word(next)) && Word(next - 1) is not "to")
            return new TimeUse(time, first, end, next, false, opens);
        var startsClause = opens || IsBoundary(preposition - 1) && Word(preposition - 1) is not "as";
        if (startsClause && end < Tokens.Count)
        {
            var after = VerbAfter(Tokens[end].IsMark(',') ? end + 1 : end, 0);
            if (after < 0 && opens)
                after = VerbAfter(end, 3);
            // "For 2009 the company says it made a profit": what is said has the time, not the saying, unless it is a day.
            if (after >= 0 && VerbReader.IsReporting(text, Tokens, after) && time.Precision < DatePrecision.Week && VerbAfter(after + 1, 1) is var told && told >= 0)
                after = told;
            if (after >= 0 && (opens || Tokens[preposition - 1].Kind != TokenKind.Mark || boundaries > 0))
                return new TimeUse(time, first, end, after, false, opens);
        }

        return new TimeUse(time, first, end, before >= 0 ? before : VerbAfter(end, 2), false, opens);
    }

    /// <summary>The last word of the name that a year is part of: "the 2031 World Cup", "Expo 2025"; -1 where it stands by itself.</summary>
    private int NameOf(int first, int end)
    {
        if (first > 0 && Tokens[first - 1].Is(WordKinds.Preposition))
            return -1;
        var last = end;
        while (last < Tokens.Count && Tokens[last] is { Kind: TokenKind.Word, Capital: true, SpaceBefore: true } word && !word.Is(WordKinds.Month | WordKinds.Weekday))
            last++;
        if (last > end && first > 0)
            return last - 1;
        return first > 0 && Tokens[first - 1] is { Kind: TokenKind.Word, Capital: true } before && Tokens[first].SpaceBefore && !before.Is(WordKinds.Month | WordKinds.Weekday | WordKinds.Season | WordKinds.Part | WordKinds.Approximator) ? first - 1 : -1;
    }

    /// <summary>The noun that a time stands in front of: "this year's conference", "February sales"; −1 when it stands by itself.</summary>
    private int DescribedNoun(int first, int end, bool hasPreposition)
    {
        if (end >= Tokens.Count)
            return -1;
        var owner = end + 1 < Tokens.Count && Tokens[end].IsMark('\'') && Word(end + 1) is "s";
        var article = first > 0 && (Word(first - 1) is "its" or "his" or "her" or "their" or "our" or "the" or "a" or "s" || Word(first) is "the" && end - first > 1 && !hasPreposition);
        var next = owner ? end + 2 : end;
        if (next >= Tokens.Count || Tokens[next].Kind != TokenKind.Word || Tokens[next].Is(WordKinds.Preposition | WordKinds.Determiner) || IsVerb(next) || VerbReader.IsAuxiliary(Word(next)))
            return -1;
        if (!owner && !article && (hasPreposition || Tokens[next].Capital))
            return -1;
        if (!owner && Word(next) is "that" or "which" or "who" or "when" or "it" or "he" or "she" or "they" or "there" or "but" or "as" or "because")
            return -1;
        var last = next;
        while (last + 1 < Tokens.Count && last < next + 4 && Tokens[last + 1].Kind == TokenKind.Word && !Tokens[last + 1].Is(WordKinds.Preposition | WordKinds.Determiner) &&
               !IsVerb(last + 1) && !VerbReader.IsAuxiliary(Word(last + 1)) && !IsBoundary(last + 1))
            last++;
        return last;
    }
}
