using System.Collections.Frozen;
using NewsBot.Core.Dates.Grammar;
using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates.Events;

/// <summary>Tells verbs by their form, without a dictionary of all words: enough to see where clauses have their verb.</summary>
internal static class VerbReader
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Auxiliaries = Set(
        "is are was were be been being am has have had having do does did will would shall should can could may might must ll");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PresentVerbs = Set(
        "says claims plans expects reports adds notes tells shows makes takes gives goes comes wins loses leaves holds keeps begins starts ends opens closes hits kills dies falls rises " +
        "remains becomes continues includes provides allows requires wants seeks calls calling faces meets visits arrives announces confirms denies believes thinks hopes warns urges " +
        "states suggests indicates argues insists describes explains launches unveils releases sells buys agrees violates reaches gets runs leads plays serves works stands appears seems");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ReportingVerbs = Set(
        "said says say saying announced announces announcing told tells stated states stating claimed claims claiming reported reports reporting noted notes noting added adds adding " +
        "confirmed confirms explained explains predicted predicts warned warns believes believed thinks thought argued argues insisted insists suggested suggests indicated indicates " +
        "admitted admits denied denies estimated estimates revealed reveals revealing wrote writes commented comments responded responds remarked declared declares mentioned expects expected " +
        "hopes hoped promised promises vowed pledged");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> GerundMarkers = Set(
        "by after before while when without in for of since and");

    /// <summary>Whether a token is (part of) a verb that a time can belong to: no auxiliary, no participle used as an adjective.</summary>
    public static bool IsVerb(string text, List<TimeToken> tokens, int i)
    {
        if (i < 0 || i >= tokens.Count || tokens[i].Kind != TokenKind.Word)
            return false;
        var word = Word(text, tokens, i);
        if (tokens[i].Capital && i > 0)
            return false;
        if (IsAuxiliary(word))
            return word is "was" or "were" or "is" or "are" or "had" or "has" or "have" or "be" or "been" && !FollowedByParticiple(text, tokens, i);
        if (TenseCues.IsPast(text, tokens, i) || PresentVerbs.Contains(word))
            return !IsNominal(text, tokens, i, word);
        if (i == 0)
            return false;
        var before = Word(text, tokens, i - 1);
        if ((word.Length > 3 && word.EndsWith("ed") || word.EndsWith("en") && word.Length > 4) && before is "be" or "been" or "being" or "is" or "are" or "was" or "were")
            return true;
        if (word.Length > 4 && word.EndsWith("ing"))
            return word is not ("during" or "including" or "according" or "following" or "regarding" or "concerning" or "morning" or "evening") && (IsAuxiliary(before) || GerundMarkers.Contains(before) || tokens[i - 1].IsMark(','));
        return (before is "to" or "will" or "would" or "could" or "can" or "may" or "might" or "should" or "must" or "shall" or "not" or "did") &&
            tokens[i].Lexical is null && word.Length > 1 && word.IndexOfAnyInRange('A', 'Z') < 0;
    }

    public static bool IsReporting(string text, List<TimeToken> tokens, int i) => ReportingVerbs.Contains(Word(text, tokens, i));

    public static bool IsAuxiliary(ReadOnlySpan<char> word) => Auxiliaries.Contains(word);

    public static ReadOnlySpan<char> Word(string text, List<TimeToken> tokens, int i) =>
        i < 0 || i >= tokens.Count ? default : text.AsSpan(tokens[i].Start, tokens[i].Length);

    private static bool FollowedByParticiple(string text, List<TimeToken> tokens, int i)
    {
        for (var j = i + 1; j < tokens.Count && j <= i + 3; j++)
        {
            var word = Word(text, tokens, j);
            if (word.EndsWith("ly") || word is "not" or "been" or "also" or "being")
                continue;
            return (word.Length > 3 && (word.EndsWith("ed") || word.EndsWith("ing") || word.EndsWith("en"))) || TenseCues.IsPast(text, tokens, j);
        }

        return false;
    }

    /// <summary>"the reported losses", "its plans": behind a determiner a verb form is none.</summary>
    private static bool IsNominal(string text, List<TimeToken> tokens, int i, ReadOnlySpan<char> word)
    {
        if (i == 0)
            return false;
        var before = Word(text, tokens, i - 1);
        return before is "the" or "a" or "an" or "its" or "his" or "her" or "their" or "this" or "these" or "recently" && word.EndsWith("ed") || before is "of" && word.EndsWith("s");
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
