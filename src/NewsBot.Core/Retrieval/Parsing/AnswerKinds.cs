using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval.Parsing;

/// <summary>
/// Tells from its question word, and the noun behind it, what kind of answer a question wants. Of several sentences the
/// last that asks counts, and in it the question word that opens it, or else the last that is no relative pronoun ("... visit to which area").
/// </summary>
internal static partial class AnswerKinds
{
    private const int LongestOpening = 60;

    /// <summary>"By how many", "In which", "After what".</summary>
    private const int LongestPreposition = 6;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly FrozenDictionary<string, AnswerKind> Nouns = Lexicon(
        (AnswerKind.Person, "person people man woman player star actor actress singer musician rapper comedian leader president minister politician senator " +
            "governor mayor billionaire celebrity royal member pundit coach manager author writer director ceo executive founder killer artist athlete " +
            "swimmer driver official lawmaker candidate chancellor king queen pope prince princess lawyer judge host golfer boxer climber astronaut"),
        (AnswerKind.Place, "state country nation city town area region place location county continent island capital province district village " +
            "destination neighbourhood neighborhood venue stadium airport river"),
        (AnswerKind.Organisation, "company firm team club airline automaker carmaker bank agency party university school network outlet brand organisation " +
            "organization union retailer platform band newspaper studio group franchise manufacturer"),
        (AnswerKind.Percent, "percentage percent proportion share"),
        (AnswerKind.Money, "price cost sum fine salary budget"),
        (AnswerKind.Number, "number figure total score expectancy population average"),
        (AnswerKind.Age, "age"),
        (AnswerKind.Measure, "length height width depth weight speed distance area temperature size"),
        (AnswerKind.Date, "year month day date deadline"),
        (AnswerKind.Reason, "reason cause"));

    [GeneratedRegex(@"\b(?:how (?:many|much|long|old|often|far|high|tall|big|large|deep|wide|heavy|fast|hot|cold|strong|thick)|which|what|who|whom|whose|where|when|why)\b", Options)]
    private static partial Regex QuestionWord();

    [GeneratedRegex(@"^(?:.{0,200}?,\s*)?(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)\b", Options | RegexOptions.Singleline)]
    private static partial Regex YesOrNo();

    [GeneratedRegex(@"\b(?:money|cost|costs|price|priced|pay|pays|paid|worth|spend|spent|charge|charged|earn|earned|fined?|owe|owed|donate|donated|budget|lose|lost|loses)\b", Options)]
    private static partial Regex MoneyWord();

    /// <summary>"What will the visit cost".</summary>
    [GeneratedRegex(@"^(?:and |but )?what (?:did|does|do|will|would|has|have|had)\b.{2,120} (?:cost|costs|paid|earn|charge)\s*\?*$", Options)]
    private static partial Regex WhatItCosts();

    [GeneratedRegex(@"\btrue or false\b|\bwhether\b", Options)]
    private static partial Regex TrueOrFalse();

    [GeneratedRegex(@"\bhow many (?:\w+ )?(?:reports|outlets|sources|stories|articles|newspapers|agencies)\b", Options)]
    private static partial Regex ReportCount();

    [GeneratedRegex(@"\bwhat (?:did|does|has|had) .{2,80}? (?:say|said|tell|told|state|stated|claim|claimed|announce|announced|argue|argued)\b", Options)]
    private static partial Regex Said();

    [GeneratedRegex(@"^(?:who|what) (?:is|are|was|were) (?:an? |the )?[^?,]{2,60}\?*$", Options)]
    private static partial Regex WhatIs();

    /// <summary>"(who) is the mayor of X" asks for a name, "(who) is X" what X is.</summary>
    [GeneratedRegex(@"^\s*(?:is|are|was|were) (?:the|an?)\b", Options)]
    private static partial Regex WithArticle();

    /// <summary>"What is the key rate of X", "what was stolen from X" ask for something of X, "what is the Merle" for what it is.</summary>
    [GeneratedRegex(@"^[Ww]hat (?:is|are|was|were) (?:(?:the|its|their|his|her) \p{Ll}|(?!(?:the|its|their|his|her) )\p{Ll}|.* \p{Ll}+ing\?*$)")]
    private static partial Regex OfSomething();

    /// <summary>"What is marsh fever?"</summary>
    [GeneratedRegex(@"^what (?:is|are) (?:an? )?(?!the |this |that |its |his |her |their |there |at |in |on |going |being |happening |known |called |said )\p{Ll}+(?: \p{Ll}+)?\?*$", Options)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\bnames? of (?:the |an? |his |her |its |their )?(?<thing>.+)$", Options)]
    private static partial Regex NamedThing();

    [GeneratedRegex(@"\bwhat (?:is|was) the (?:surface )?area of\b", Options)]
    private static partial Regex AreaOf();

    [GeneratedRegex(@"^(?:is|are|was|were|s|did|does|do|has|have|had|will|would|can|could|should|may|might|be|been)$", Options)]
    private static partial Regex Auxiliary();

    /// <returns>The kind, and the terms of the noun that is asked for.</returns>
    public static (AnswerKind Kind, IReadOnlyList<string> Focus) Of(string question)
    {
        if (ReportCount().IsMatch(question))
            return (AnswerKind.ReportCount, []);
        if (TrueOrFalse().IsMatch(question))
            return (AnswerKind.YesNo, []);
        if (Said().IsMatch(question))
            return (AnswerKind.Statement, []);
        var asking = AskingSentence(question);
        if (WhatItCosts().IsMatch(asking))
            return (AnswerKind.Money, []);
        var words = QuestionWord().Matches(asking).Where(match => !IsRelative(asking, match)).ToList();
        if (words.Count == 0 || (YesOrNo().IsMatch(asking) && words[^1].Index > 0 && StartsWithAuxiliary(asking)))
            return YesOrNo().IsMatch(asking) ? (AnswerKind.YesNo, []) : (AnswerKind.Any, []);
        var word = words[0].Index <= LongestPreposition ? words[0] : words[^1];
        var rest = asking[(word.Index + word.Length)..];
        return word.Value.ToLowerInvariant() switch
        {
            "who" or "whom" or "whose" => IsDefinition(asking) && !WithArticle().IsMatch(rest) ? (AnswerKind.Definition, []) : (AnswerKind.Person, []),
            "where" => (AnswerKind.Place, []),
            "when" => (AnswerKind.Date, []),
            "why" => (AnswerKind.Reason, []),
            "how many" => Counted(rest),
            "how much" => (MoneyWord().IsMatch(asking) ? AnswerKind.Money : AnswerKind.Measure, []),
            "how long" => (AnswerKind.Duration, []),
            "how old" => (AnswerKind.Age, []),
            "how often" => (AnswerKind.Any, []),
            "which" or "what" => ByNoun(asking, rest),
            var how => (AnswerKind.Measure, [Tokenizer.TermOf(how.AsSpan(4))]),
        };
    }

    private static bool StartsWithAuxiliary(string text)
    {
        var space = text.AsSpan().TrimStart().IndexOf(' ');
        return space > 0 && Auxiliary().IsMatch(text.TrimStart()[..space]);
    }

    private static string AskingSentence(string question)
    {
        var mark = question.LastIndexOf('?');
        var end = mark < 0 ? question.Length : mark;
        var start = end == 0 ? -1 : question.LastIndexOfAny(['.', '?', '!'], end - 1);
        while (start > 0 && !EndsSentence(question, start))
            start = question.LastIndexOfAny(['.', '?', '!'], start - 1);
        return question[(Math.Max(start, -1) + 1)..end].Trim();
    }

    /// <summary>A mark behind a word in small letters and before a space; "U.S." and "No. 4" do not end here.</summary>
    private static bool EndsSentence(string text, int mark) =>
        mark > 3 && mark + 1 < text.Length && char.IsWhiteSpace(text[mark + 1]) && char.IsLower(text[mark - 1]) && char.IsLower(text[mark - 2]);

    /// <summary>Inside a sentence "who", "where" and the like are relative ("the man who ..."), but for one behind a short opening ("At the trial, who ...").</summary>
    private static bool IsRelative(string text, Match match)
    {
        if (match.Index == 0 || match.Value.ToLowerInvariant() is not ("who" or "whom" or "whose" or "when" or "where" or "why"))
            return false;
        var before = text[..match.Index].TrimEnd();
        return !before.EndsWith(',') || before.Length > LongestOpening;
    }

    private static bool IsDefinition(string asking) => WhatIs().IsMatch(asking) && CapitalisedRuns.In(asking, new(0, asking.Length)).Any(run => !run.OpensSentence);

    private static (AnswerKind, IReadOnlyList<string>) Counted(string rest)
    {
        var words = Tokenizer.Tokenize(rest).Where(token => token.Span.Start < 40).Take(4).ToList();
        if (words.Count == 0)
            return (AnswerKind.Number, []);
        var unit = words.Find(token => IsPlural(token.Term)).Term ?? words.FirstOrDefault(token => !StopWords.Contains(token.Term) && rest[token.Span.Start..token.Span.End].EndsWith('s')).Term ?? words[0].Term;
        return IsTimeUnit(unit) ? (AnswerKind.Duration, [unit]) : (AnswerKind.Number, [unit]);
    }

    private static bool IsPlural(string term) => Plurals.Contains(term);

    /// <summary>Nouns that are counted without an s.</summary>
    private static readonly FrozenSet<string> Plurals = QuestionWords.Set("people men women children police staff fish sheep");

    internal static bool IsTimeUnit(string term) => TimeUnits.Contains(term);

    private static readonly FrozenSet<string> TimeUnits = QuestionWords.Set("second minute hour day week month year decade century");

    /// <summary>The head noun behind "which" or "what (is the)", and through "of" and "name of the".</summary>
    private static (AnswerKind, IReadOnlyList<string>) ByNoun(string asking, string rest)
    {
        var noun = NounPhrase(rest);
        if (noun.Count == 0)
            return (IsDefinition(asking) && !OfSomething().IsMatch(asking) ? AnswerKind.Definition : AnswerKind.Any, []);
        if (noun[^1] == Tokenizer.TermOf("name"))
            return (AnswerKind.Name, NamedThing().Match(rest) is { Success: true } thing && NounPhrase(thing.Groups["thing"].Value) is [.., var named] ? [named] : []);
        if (AreaOf().IsMatch(asking))
            return (AnswerKind.Measure, [Tokenizer.TermOf("area")]);
        for (var i = noun.Count - 1; i >= 0; i--)
            if (Nouns.TryGetValue(noun[i], out var kind))
                return (kind, [noun[i]]);
        return ((IsDefinition(asking) && !OfSomething().IsMatch(asking)) || Bare().IsMatch(asking) ? AnswerKind.Definition : AnswerKind.Any, [noun[^1]]);
    }

    private static List<string> NounPhrase(string rest)
    {
        var noun = new List<string>();
        foreach (var token in Tokenizer.Tokenize(rest))
        {
            var word = rest[token.Span.Start..token.Span.End];
            if (Auxiliary().IsMatch(word) || word is "the" or "a" or "an")
            {
                if (noun.Count > 0)
                    break;
                continue;
            }

            if (noun.Count == 0 && token.Term == "us")
                continue; // "which U.S. state"
            if (StopWords.Contains(token.Term) || word is "took" or "takes" or "take" || noun.Count == 5 || Broken(rest, token.Span.Start, noun.Count))
                break;
            noun.Add(token.Term);
        }

        return noun;
    }

    private static bool Broken(string rest, int at, int count) => count > 0 && at > 1 && rest[at - 2] is ',' or ';' or ':';

    private static FrozenDictionary<string, AnswerKind> Lexicon(params (AnswerKind Kind, string Nouns)[] entries) =>
        entries.SelectMany(entry => entry.Nouns.Split(' ').Select(noun => (Term: Tokenizer.TermOf(noun), entry.Kind)))
            .DistinctBy(pair => pair.Term)
            .ToFrozenDictionary(pair => pair.Term, pair => pair.Kind, StringComparer.Ordinal);
}
