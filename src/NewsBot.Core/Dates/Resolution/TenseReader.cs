using System.Collections.Frozen;
using NewsBot.Core.Dates.Grammar;

namespace NewsBot.Core.Dates.Resolution;

/// <summary>
/// Reads from the words around a time expression whether past or future is meant. The nearest cue to the left in the
/// sentence decides, as English puts the time behind its verb ("will meet on Monday"); without one the nearest to the
/// right ("On Monday the court will rule"). Auxiliaries, planning words ("scheduled for Monday"), the programme in the
/// present tense ("starts Monday") and infinitives that no past verb governs are future; past verbs are past. A time that
/// is itself, or whose noun with "a" is, the subject of a modal verb is future ("a win on Sunday would do", "and Monday will
/// bring rain", also "Monday is the last chance"), whatever stands before it. At most <see cref="Reach"/> words are looked at on each side.
/// </summary>
internal static class TenseReader
{
    public const int Reach = 25;

    /// <summary>How many words of a subject are looked at, from its time back to its article.</summary>
    private const int LongestSubject = 5;

    /// <summary>"Could" tells of its own clause only.</summary>
    private const int NearModal = 9;

    /// <summary>They look to the event whose day they name: "ahead of Friday's vote", "advancing to Thursday's final".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Approaching = Set(
        "ahead advance advances advanced advancing heading heads prepare prepares preparing gear gearing gears awaits looms eve");

    public static Tense Around(string text, List<TimeToken> tokens, int start, int end)
    {
        if (start > 0)
        {
            var before = tokens[start - 1];
            if (before.IsWord("since"))
                return Tense.Past;
            if (Is(text, before, "by") || Is(text, before, "until") || Is(text, before, "till"))
            {
                var verb = Left(text, tokens, start - 1, false);
                return verb == Tense.Past && !Is(text, before, "by") ? Tense.Past : Tense.Future;
            }
        }

        if (IsOwner(tokens, end) && IsApproached(text, tokens, start))
            return Tense.Future;
        if (IsForecast(text, tokens, start) || IsNextUp(text, tokens, start) || IsSubjectOfModal(text, tokens, start, end))
            return Tense.Future;
        var left = Left(text, tokens, start, true);
        if (left == Tense.Unknown)
            left = Right(text, tokens, end);
        return left == Tense.Unknown && IsFirstDay(text, tokens, start) ? Tense.Future : left;
    }

    /// <summary>"starting Monday".</summary>
    private static bool IsFirstDay(string text, List<TimeToken> tokens, int start) =>
        start > 0 && tokens[Behind(tokens, start)] is var before && (before.IsWord("beginning") || Is(text, before, "starting") || Is(text, before, "effective"));

    /// <summary>"the forecast for Monday".</summary>
    private static bool IsForecast(string text, List<TimeToken> tokens, int start) =>
        start > 1 && Is(text, tokens[start - 1], "for") && (Is(text, tokens[start - 2], "forecast") || Is(text, tokens[start - 2], "outlook"));

    /// <summary>"Monday's".</summary>
    public static bool IsOwner(List<TimeToken> tokens, int end) => end + 1 < tokens.Count && tokens[end].IsMark('\'') && tokens[end + 1].IsWord("s");

    /// <summary>"ahead of", "advancing to" and the like right before.</summary>
    private static bool IsApproached(string text, List<TimeToken> tokens, int start)
    {
        if (start < 2 || tokens[start - 1].Kind != TokenKind.Word || text.AsSpan(tokens[start - 1].Start, tokens[start - 1].Length) is not ("of" or "to" or "into" or "for"))
            return false;
        return tokens[start - 2].Kind == TokenKind.Word && Approaching.Contains(text.AsSpan(tokens[start - 2].Start, tokens[start - 2].Length));
    }

    /// <summary>"up next on Saturday".</summary>
    private static bool IsNextUp(string text, List<TimeToken> tokens, int start) =>
        start > 1 && Is(text, tokens[start - 1], "on") && Is(text, tokens[start - 2], "next");

    /// <summary>The token before a time and its preposition.</summary>
    private static int Behind(List<TimeToken> tokens, int start)
    {
        var i = start - 1;
        return i > 0 && tokens[i].Is(WordKinds.Preposition) ? i - 1 : i;
    }

    private static bool IsSubjectOfModal(string text, List<TimeToken> tokens, int start, int end)
    {
        if (end >= tokens.Count || !(TenseCues.IsModal(text, tokens[end]) || (start == 0 && Is(text, tokens[end], "is"))) || (end + 1 < tokens.Count && Is(text, tokens[end + 1], "have")))
            return false;
        if (start == 0 || tokens[start - 1].Kind == TokenKind.Mark || Is(text, tokens[start - 1], "and") || Is(text, tokens[start - 1], "but"))
            return true;
        for (var i = Behind(tokens, start); i >= 0 && i >= start - LongestSubject; i--)
        {
            if (tokens[i].Kind == TokenKind.Mark || TenseCues.IsPast(text, tokens, i))
                return false;
            if (text.AsSpan(tokens[i].Start, tokens[i].Length) is "a" or "an" or "any" or "A" or "An" or "Any")
                return true;
            if (Is(text, tokens[i], "the") || Is(text, tokens[i], "his") || Is(text, tokens[i], "its") || tokens[i].IsWord("s"))
                return false;
        }

        return false;
    }

    private static Tense Left(string text, List<TimeToken> tokens, int start, bool stopAtQuote)
    {
        var infinitive = false;
        var quoted = false;
        for (var i = start - 1; i >= 0 && i >= start - Reach; i--)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Mark)
            {
                if (token.Value is ';' || (stopAtQuote && (token.Value is '“' or '”' || (OpensQuote(tokens, i) && !quoted))))
                    break;
                if (token.IsMark('"'))
                    quoted = !quoted;
                continue;
            }

            if (token.Kind != TokenKind.Word || (token.Capital && i > 0))
                continue;
            if (infinitive)
            {
                var word = text.AsSpan(token.Start, token.Length);
                if (TenseCues.IsPlanning(word) || word is "be" or "is" or "are")
                    return Tense.Future;
                if (TenseCues.IsPast(text, tokens, i))
                    return Tense.Past;
                continue;
            }

            if (Is(text, token, "according"))
                break;
            if (Is(text, token, "could") && start - i > NearModal)
                continue;
            if (token.IsWord("to") && i + 1 < start && IsBaseVerb(text, tokens[i + 1]))
            {
                infinitive = true;
                continue;
            }

            if (TenseCues.Cue(text, tokens, i) is var cue && cue != Tense.Unknown)
                return cue;
        }

        return infinitive ? Tense.Future : Tense.Unknown;
    }

    /// <summary>A straight mark that stands before its word: what it opens has a tense of its own.</summary>
    private static bool OpensQuote(List<TimeToken> tokens, int i) =>
        tokens[i].IsMark('"') && i + 1 < tokens.Count && !tokens[i + 1].SpaceBefore && (i == 0 || tokens[i].SpaceBefore);

    private static Tense Right(string text, List<TimeToken> tokens, int end)
    {
        for (var i = end; i < tokens.Count && i < end + Reach; i++)
        {
            var token = tokens[i];
            if (token.IsMark(';'))
                break;
            if (token.Kind != TokenKind.Word || token.Capital)
                continue;
            if (token.IsWord("to") && i + 2 < tokens.Count && Is(text, tokens[i + 1], "be"))
                return Tense.Future;
            // "Friday's ruling could": what follows from it may lie ahead, whenever it was.
            if (!Is(text, token, "could") && TenseCues.Cue(text, tokens, i) is var cue && cue != Tense.Unknown)
                return cue;
        }

        return Tense.Unknown;
    }

    private static bool IsBaseVerb(string text, TimeToken token) =>
        token is { Kind: TokenKind.Word, Capital: false, Length: > 1 } && (token.Lexical is null || token.Lexical.Text is "end" or "close" or "start" or "march" or "spring" or "fall") && !text.AsSpan(token.Start, token.Length).EndsWith("ing");

    private static bool Is(string text, TimeToken token, string word) =>
        token.Kind == TokenKind.Word && text.AsSpan(token.Start, token.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
