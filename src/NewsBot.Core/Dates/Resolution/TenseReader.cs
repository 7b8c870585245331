using System.Collections.Frozen;
using NewsBot.Core.Dates.Grammar;

namespace NewsBot.Core.Dates.Resolution;

/// <summary>
/// Reads from the words around a time expression whether past or future is meant. The nearest cue to the left in the
/// sentence decides, as English puts the time behind its verb ("will meet on Monday"); without one the nearest to the
/// right ("On Monday the court will rule"). Auxiliaries, planning words ("scheduled for Monday") and infinitives that no
/// past verb governs are future; past verbs are past. At most <see cref="Reach"/> words are looked at on each side.
/// </summary>
internal static class TenseReader
{
    public const int Reach = 25;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FutureWords = Set(
        "will ll shall due scheduled slated upcoming forthcoming expected planned plans plan planning intends intend hopes hoping aims aim expects would may might " +
        "likely hopefully pending tentatively ahead must should can cannot deadline");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PlanningVerbs = Set(
        "decided agreed voted asked urged ordered told expected scheduled planned planning agrees agree promised vowed pledged intended prepared preparing prepares threatened hoped " +
        "hoping hopes wanted want wants due set ready willing likely invited called required allowed supposed going plans plan intends intend expects expect hope aims aim seeks seek " +
        "able vote deal agreement decision proposal bid offer pledge promise effort chance opportunity said says say");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PastVerbs = Set(
        "was were had did said told went came took gave made got held won lost met began found left led set kept fell rose grew knew saw became wrote spoke broke chose drove " +
        "fought flew sold bought brought thought taught caught sent spent built felt heard paid ran sank shot stood struck swore threw wore withdrew understood undertook " +
        "dealt laid lay sat slid shook shut split spread swept hit cut put quit beat bit blew drew ate forgot froze gave hid hung hurt lent lit meant overcame overthrew rang sang " +
        "sought slept stole stuck swam tore woke wound been has have having showed reported born undergone underwent begun done gone given taken seen known shown driven risen fallen broken chosen written");

    /// <summary>Before a form that is also a base form they make it one: "may have", "to put", "will be".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Modals = Set(
        "to will would be may might can could should must shall not ll");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotVerbs = Set(
        "based united limited red need speed indeed hundred armed wounded bed seed feed weed unprecedented so-called proposed exceed proceed succeed breed sacred hatred kindred naked alleged " +
        "advanced supposed related wanted unnamed unidentified increased");

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

        var owns = end + 1 < tokens.Count && tokens[end].IsMark('\'') && tokens[end + 1].IsWord("s");
        if (owns && start > 1 && Is(text, tokens[start - 1], "of") && Is(text, tokens[start - 2], "ahead"))
            return Tense.Future;
        var left = Left(text, tokens, start, true);
        return left != Tense.Unknown ? left : Right(text, tokens, end);
    }

    private static Tense Left(string text, List<TimeToken> tokens, int start, bool stopAtQuote)
    {
        var infinitive = false;
        for (var i = start - 1; i >= 0 && i >= start - Reach; i--)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Mark)
            {
                if (token.Value is ';' || (stopAtQuote && token.Value is '“' or '”'))
                    break;
                continue;
            }

            if (token.Kind != TokenKind.Word || (token.Capital && i > 0))
                continue;
            if (infinitive)
            {
                var word = text.AsSpan(token.Start, token.Length);
                if (PlanningVerbs.Contains(word) || FutureWords.Contains(word) || word is "be" or "is" or "are")
                    return Tense.Future;
                if (IsPast(text, tokens, i))
                    return Tense.Past;
                continue;
            }

            if (token.IsWord("to") && i + 1 < start && IsBaseVerb(text, tokens[i + 1]))
            {
                infinitive = true;
                continue;
            }

            if (Cue(text, tokens, i) is var cue && cue != Tense.Unknown)
                return cue;
        }

        return infinitive ? Tense.Future : Tense.Unknown;
    }

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
            if (Cue(text, tokens, i) is var cue && cue != Tense.Unknown)
                return cue;
        }

        return Tense.Unknown;
    }

    /// <summary>What one word tells by itself and by its direct neighbours.</summary>
    public static Tense Cue(string text, List<TimeToken> tokens, int i)
    {
        var token = tokens[i];
        if (token.Kind != TokenKind.Word)
            return Tense.Unknown;
        var word = text.AsSpan(token.Start, token.Length);
        if (word is "won" && i + 1 < tokens.Count && tokens[i + 1].IsMark('\'') && !tokens[i + 1].SpaceBefore)
            return Tense.Future;
        if (word is "set" or "going" or "ready" && i + 1 < tokens.Count && (tokens[i + 1].IsWord("to") || tokens[i + 1].IsWord("for")))
            return Tense.Future;
        if (FutureWords.Contains(word))
            return word is "may" && token.Capital ? Tense.Unknown : word is "would" && i + 1 < tokens.Count && Is(text, tokens[i + 1], "have") ? Tense.Past : Tense.Future;
        return IsPast(text, tokens, i) ? Tense.Past : Tense.Unknown;
    }

    /// <summary>A past verb; a participle behind "be" or "to be" is none ("will be released").</summary>
    public static bool IsPast(string text, List<TimeToken> tokens, int i)
    {
        var word = text.AsSpan(tokens[i].Start, tokens[i].Length);
        if (tokens[i].Kind != TokenKind.Word)
            return false;
        if (PastVerbs.Contains(word))
            return i == 0 || !Modals.Contains(text.AsSpan(tokens[i - 1].Start, tokens[i - 1].Length));
        if (word.Length < 4 || !word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || NotVerbs.Contains(word))
            return false;
        return i == 0 || !(Is(text, tokens[i - 1], "be") || Is(text, tokens[i - 1], "is") || Is(text, tokens[i - 1], "are") || Is(text, tokens[i - 1], "being") || tokens[i - 1].Lexical is { Text: "the" or "a" or "an" });
    }

    private static bool IsBaseVerb(string text, TimeToken token) =>
        token is { Kind: TokenKind.Word, Capital: false, Length: > 1 } && (token.Lexical is null || token.Lexical.Text is "end" or "close" or "start" or "march" or "spring" or "fall") && !text.AsSpan(token.Start, token.Length).EndsWith("ing");

    private static bool Is(string text, TimeToken token, string word) =>
        token.Kind == TokenKind.Word && text.AsSpan(token.Start, token.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
