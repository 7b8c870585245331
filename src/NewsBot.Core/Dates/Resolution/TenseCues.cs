using System.Collections.Frozen;
using NewsBot.Core.Dates.Grammar;

namespace NewsBot.Core.Dates.Resolution;

/// <summary>What single words tell of the tense of a clause, by themselves and by their direct neighbours.</summary>
internal static class TenseCues
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FutureWords = Set(
        "will ll shall due scheduled slated upcoming forthcoming expected planned plans plan planning intends intend hopes hoping aims aim expects would may might " +
        "likely hopefully pending tentatively ahead must should can cannot deadline");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PlanningVerbs = Set(
        "decided agreed voted asked urged ordered told expected scheduled planned planning agrees agree promised vowed pledged intended prepared preparing prepares threatened hoped " +
        "hoping hopes wanted want wants due set ready willing likely invited called required allowed supposed going plans plan intends intend expects expect hope aims aim seeks seek " +
        "able vote deal agreement decision proposal bid offer pledge promise effort chance opportunity said says say");

    /// <summary>In the present tense with a day they tell of the programme ahead: "the season starts Friday".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ScheduleVerbs = Set(
        "starts begins ends concludes culminates kicks arrives faces premieres airs debuts expires resumes reopens opens closes takes take departs tips goes go comes come");

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
        "advanced supposed related wanted unnamed unidentified increased undefeated unbeaten");

    /// <summary>Behind one of these, a form in "-ed" describes a noun: "behind closed doors", "his injured knee".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNouns = Set(
        "the a an his her its their our your my of with for from in into behind on at more most");

    /// <summary>Forms that are past verbs, bases and nouns in one.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NounLike = Set("cut hit set split spread beat hurt quit bit lay lead");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ModalVerbs = Set("will would could may might should can shall must");

    public static bool IsModal(string text, TimeToken token) =>
        token is { Kind: TokenKind.Word, Capital: false } && ModalVerbs.Contains(text.AsSpan(token.Start, token.Length));

    /// <summary>Whether a word behind which an infinitive stands makes it a plan: "agreed to meet".</summary>
    public static bool IsPlanning(ReadOnlySpan<char> word) => PlanningVerbs.Contains(word) || FutureWords.Contains(word);

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
        if (word is "could" && i + 1 < tokens.Count)
            return Is(text, tokens[i + 1], "not") || Is(text, tokens[i + 1], "never") || Is(text, tokens[i + 1], "have") ? Tense.Past : Tense.Future;
        if (FutureWords.Contains(word))
            return word is "may" && token.Capital ? Tense.Unknown : word is "would" && i + 1 < tokens.Count && Is(text, tokens[i + 1], "have") ? Tense.Past : Tense.Future;
        if (ScheduleVerbs.Contains(word) && IsSchedule(text, tokens, i, word))
            return Tense.Future;
        return IsPast(text, tokens, i) ? Tense.Past : Tense.Unknown;
    }

    /// <summary>A past verb; a participle behind "be" ("will be released") or before its noun ("newly approved plans") is none.</summary>
    public static bool IsPast(string text, List<TimeToken> tokens, int i)
    {
        if (tokens[i].Kind != TokenKind.Word)
            return false;
        var word = text.AsSpan(tokens[i].Start, tokens[i].Length);
        if (PastVerbs.Contains(word))
            return i == 0 || !(Modals.Contains(text.AsSpan(tokens[i - 1].Start, tokens[i - 1].Length)) || (NounLike.Contains(word) && DescribesNoun(text, tokens[i - 1])));
        if (word.Length < 4 || !word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || NotVerbs.Contains(word))
            return false;
        if (word is "called" or "named" or "dubbed" && IsNaming(text, tokens, i))
            return false;
        return i == 0 || !(IsBe(text, tokens[i - 1]) || (i > 1 && IsAdverb(text, tokens[i - 1]) && IsBe(text, tokens[i - 2])) || StandsBeforeNoun(text, tokens, i));
    }

    private static bool IsBe(string text, TimeToken token) =>
        token.Kind == TokenKind.Word && text.AsSpan(token.Start, token.Length) is "be" or "Be" or "is" or "Is" or "are" or "Are" or "being" or "getting" or "get";

    /// <summary>"a fair called Harbour Lights": what it is called, not who called whom.</summary>
    private static bool IsNaming(string text, List<TimeToken> tokens, int i) =>
        i > 0 && i + 1 < tokens.Count && tokens[i - 1] is { Kind: TokenKind.Word, Capital: false, Length: > 3 } && (tokens[i + 1].Capital || tokens[i + 1].IsMark('"') || tokens[i + 1].IsMark('“'))
        && text.AsSpan(tokens[i - 1].Start, tokens[i - 1].Length) is not ("they" or "also" or "then" or "which" or "that" or "later");

    private static bool IsAdverb(string text, TimeToken token) => token.Kind == TokenKind.Word && text.AsSpan(token.Start, token.Length).EndsWith("ly");

    /// <summary>"the closed case", "storm-ravaged coast", "the newly approved bill".</summary>
    private static bool StandsBeforeNoun(string text, List<TimeToken> tokens, int i)
    {
        var before = tokens[i - 1];
        if ((before.IsJoin && !tokens[i].SpaceBefore) || (i + 1 < tokens.Count && tokens[i + 1].IsJoin && i + 2 < tokens.Count && !tokens[i + 2].SpaceBefore))
            return true;
        if (before.Kind != TokenKind.Word)
            return false;
        var word = text.AsSpan(before.Start, before.Length);
        return BeforeNouns.Contains(word)
            || (word.EndsWith("ly") && i > 1 && tokens[i - 2].Kind == TokenKind.Word && text.AsSpan(tokens[i - 2].Start, tokens[i - 2].Length) is "the" or "a" or "an" or "its" or "his" or "her" or "their");
    }

    private static bool DescribesNoun(string text, TimeToken token)
    {
        if (token is not { Kind: TokenKind.Word, Capital: false })
            return false;
        var word = text.AsSpan(token.Start, token.Length);
        return BeforeNouns.Contains(word) || word.EndsWith("ent") || word.EndsWith("ant") || word.EndsWith("ive") || word.EndsWith("al") || word.EndsWith("ous");
    }

    /// <summary>
    /// A verb of the programme, and no plural noun ("the starts", "his takes"); taking is one only of place, effect or off, and going and coming of effect and force.
    /// Whoever arrives or opens something with a name before the verb does so under a picture.
    /// </summary>
    private static bool IsSchedule(string text, List<TimeToken> tokens, int i, ReadOnlySpan<char> word)
    {
        if (i > 0 && tokens[i - 1].Kind == TokenKind.Word && BeforeNouns.Contains(text.AsSpan(tokens[i - 1].Start, tokens[i - 1].Length)))
            return false;
        if (word is "arrives" or "opens" or "departs" && i > 0 && (tokens[i - 1].Capital || tokens[i - 1].Kind == TokenKind.Mark))
            return false;
        var next = i + 1 < tokens.Count ? text.AsSpan(tokens[i + 1].Start, tokens[i + 1].Length) : default;
        if (word is "goes" or "go" or "comes" or "come")
            return next is "into" && i + 2 < tokens.Count && text.AsSpan(tokens[i + 2].Start, tokens[i + 2].Length) is "effect" or "force" && !IsGoverned(text, tokens, i);
        if (word is "take")
            return next is "place" or "effect" && !IsGoverned(text, tokens, i);
        return word is not ("takes" or "kicks" or "tips") || next is "place" or "effect" or "off" or "in";
    }

    /// <summary>A base form behind an auxiliary or "to", which has the tense of that.</summary>
    private static bool IsGoverned(string text, List<TimeToken> tokens, int i) =>
        i > 0 && (Modals.Contains(text.AsSpan(tokens[i - 1].Start, tokens[i - 1].Length)) || Is(text, tokens[i - 1], "did"));

    private static bool Is(string text, TimeToken token, string word) =>
        token.Kind == TokenKind.Word && text.AsSpan(token.Start, token.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
