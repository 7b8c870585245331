using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval.Parsing.Parts;

/// <summary>
/// Completes a piece by the question before it, so that it stands for itself:
/// <list type="bullet">
/// <item>"it", "its" and a lone "that" stand for the noun behind its "which", or else its last noun phrase in the singular that is no person
/// (as a subject rather not one behind a preposition), "they" and "them" for the
/// last in the plural or what it counts, "he" and "she" for the last person, or a name; where there is none, for what it asks
/// ("the one who found the comet");</item>
/// <item>"the talks" is the phrase before that has this noun and says more of it ("the Lake Vessen talks");</item>
/// <item>a piece without any of these, without a name, quoted words or time of its own and with fewer than
/// <see cref="OwnTopic"/> content terms lacks its topic, and gets the last noun phrase of the question that has one ("... in the Quarrow flood").</item>
/// </list>
/// </summary>
internal static partial class PartCompletion
{
    private const int OwnTopic = 3;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?<it>it|its)\b|\b(?<it>that|this)(?=\s*[?.!]*$|\s+(?:happen|happened|mean|be)\b)|(?<=^(?:why|when|where|how|who) (?:is|was|did|will) )(?<it>that|this)\b(?!\s+\w+\s+\w)|\b(?<they>they|them|their|these(?=\s*[?.!]*$)|those(?=\s*[?.!]*$))\b|\b(?<person>he|she|him|her|his|hers)\b", Options)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"\b(?:the|that|this|these|those) (?<noun>[\p{Ll}-]+)(?=\s+(?:\p{Ll}+)|\s*[?.!]*$)")]
    private static partial Regex Definite();

    /// <summary>"The captain of the ship": what another part is about is the ship.</summary>
    [GeneratedRegex(@"^(?:the|an?|his|her|its|their) [^,]+? (?<of>(?:of|at|in|for) .+)$", Options)]
    private static partial Regex HoldsOffice();

    [GeneratedRegex(@"^(?:his|her|its|their)\b", Options)]
    private static partial Regex Owned();

    /// <summary>"Who lost their homes", "how many left their homes": the word means those who are asked for.</summary>
    [GeneratedRegex(@"^(?:who|which|how many)\b(?!\s+(?:\w+\s+)?(?:did|does|do|are|were|will|would)\b)", Options)]
    private static partial Regex AsksForSubject();

    [GeneratedRegex(@"\d{4}|\b(?:today|yesterday|tomorrow|(?:last|this|next) (?:year|month|week|summer|winter|spring|autumn))\b", Options)]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?:(?:in|on|at|by|for|from|to|with)\s+)?(?<word>who|whom|what|which|when|where|why|how(?: (?:many|much|long|old|far|often|big|high|deep))?)\s+(?:(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)\s+)?", Options)]
    private static partial Regex Asking();

    /// <summary>"How far": what is asked, not what it is asked about.</summary>
    [GeneratedRegex(@"^how (?!many|much)\w+", Options)]
    private static partial Regex SizeAsked();

    /// <summary>"Will it", "did they".</summary>
    [GeneratedRegex(@"\b(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)\s+$", Options)]
    private static partial Regex BehindAuxiliary();

    /// <summary>A name that hangs on something else: "the verdict against Mara Olsen".</summary>
    [GeneratedRegex(@"(?<= (?:of|against|for|with|by|from|to|on|about) )\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*$")]
    private static partial Regex HangingName();

    /// <summary>Whether a piece says what it is about.</summary>
    public static bool HasOwnTopic(string piece) =>
        QuestionPieces.IsAlone(piece) || NamesIn(piece).Any() || QuotedParts.In(piece).Any() || Time().IsMatch(piece) || ContentTerms(piece).Count >= OwnTopic;

    /// <param name="piece">The piece, with what it shares.</param>
    /// <param name="typed">The piece as it is written.</param>
    /// <param name="before">The question before it, in full words.</param>
    /// <param name="topic">The last one that says what it is about, in full words.</param>
    public static string Complete(string piece, string typed, string before, string topic)
    {
        var antecedents = NounPhrases.In(before);
        var refers = false;
        var counts = false;
        var full = Pronoun().Replace(piece, match =>
        {
            if (IsThoseAskedFor(piece, match) || (refers && IsPossessive(piece, match)) || Antecedents.StandBefore(piece, match.Index, IsPossessive(piece, match), match.Groups["person"].Success))
                return match.Value;
            refers = true;
            var antecedent = Antecedent(match, antecedents, before, BehindAuxiliary().IsMatch(piece[..match.Index]));
            counts |= antecedent?.IsCounted == true;
            var phrase = antecedent is null ? What(before, match) : antecedent is { IsCounted: true, IsPlural: false } ? $"the {antecedent.Text}" : antecedent.Text;
            return IsPossessive(piece, match) ? Possessive(phrase) : phrase;
        });
        if (refers)
            return counts ? WithTopic(full, antecedents, topic) : full;
        full = Definite().Replace(piece, match => Fuller(match.Groups["noun"].Value, antecedents) is { } fuller && !piece.Contains(fuller.Text, StringComparison.OrdinalIgnoreCase) ? fuller.Text : match.Value);
        return full != piece || HasOwnTopic(typed) ? full : WithTopic(piece, antecedents, topic);
    }

    private static string WithTopic(string piece, IReadOnlyList<NounPhrase> antecedents, string topic)
    {
        var about = antecedents.LastOrDefault(phrase => !phrase.IsCounted) ?? NounPhrases.In(topic).LastOrDefault(phrase => !phrase.IsCounted);
        if (about is null && antecedents.Count > 0)
            return piece;
        var bare = piece.TrimEnd('?', '.', '!', ' ');
        if (about is not null && (about.IsPerson || Owned().IsMatch(about.Text)) && HoldsOffice().Match(about.Text) is { Success: true } office)
            return $"{bare} {office.Groups["of"].Value}";
        var words = about?.Text ?? Core(topic);
        return Says(piece, about?.Head ?? words) ? piece : $"{bare} {(about?.IsPerson == true ? "of" : "in")} {words}";
    }

    private static bool Says(string piece, string words)
    {
        var terms = Tokenizer.Tokenize(piece).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        return Tokenizer.Tokenize(words).TrueForAll(token => terms.Contains(token.Term) || StopWords.Contains(token.Term));
    }

    private static bool IsThoseAskedFor(string piece, Match pronoun) =>
        pronoun.Value.Equals("their", StringComparison.OrdinalIgnoreCase) && AsksForSubject().IsMatch(piece);

    private static NounPhrase? Antecedent(Match pronoun, IReadOnlyList<NounPhrase> phrases, string before, bool isSubject)
    {
        if (pronoun.Groups["person"].Success)
            return phrases.LastOrDefault(phrase => phrase.IsPerson) ?? phrases.LastOrDefault(phrase => char.IsUpper(phrase.Text[0]) && !phrase.IsPlural) ?? Hanging(phrases);
        if (pronoun.Groups["they"].Success)
            return phrases.FirstOrDefault(phrase => phrase.IsCounted && phrase.IsPlural) ?? phrases.LastOrDefault(phrase => phrase.IsPlural) ?? phrases.LastOrDefault(phrase => !phrase.IsPerson);
        var things = phrases.Where(phrase => phrase is { IsPlural: false, IsPerson: false }).ToList();
        return things.Find(phrase => phrase.IsCounted)
            ?? (isSubject ? things.FindLast(phrase => !IsBehindPreposition(before, phrase)) : null)
            ?? things.LastOrDefault()
            ?? phrases.LastOrDefault(phrase => phrase is { IsPerson: false, IsCounted: false })
            ?? Hanging(phrases);
    }

    /// <summary>"It" as a subject is rather what was subject or object before than what stood behind a preposition.</summary>
    private static bool IsBehindPreposition(string before, NounPhrase phrase) =>
        before[..phrase.Span.Start].TrimEnd().Split(' ')[^1] is "in" or "on" or "at" or "to" or "from" or "by" or "for" or "with" or "near" or "of" or "against" or "about" or "over";

    private static NounPhrase? Hanging(IReadOnlyList<NounPhrase> phrases) => phrases
        .Select(phrase => (Phrase: phrase, Name: HangingName().Match(phrase.Text)))
        .Where(pair => pair.Name.Success)
        .Select(pair => pair.Phrase with { Text = pair.Name.Value, IsCounted = false })
        .LastOrDefault();

    /// <summary>What the question before asks, as a phrase.</summary>
    private static string What(string before, Match pronoun)
    {
        var core = Core(before);
        return pronoun.Groups["person"].Success && before.StartsWith("who", StringComparison.OrdinalIgnoreCase) ? $"the one who {core}" : core;
    }

    private static string Core(string question) => Asking().Replace(question.Trim().TrimEnd('?', '.', '!', ' '), "", 1);

    private static NounPhrase? Fuller(string noun, IReadOnlyList<NounPhrase> phrases) =>
        phrases.LastOrDefault(phrase => Tokenizer.TermOf(phrase.Head) == Tokenizer.TermOf(noun) && phrase.Text.Count(c => c == ' ') > 1);

    private static bool IsPossessive(string piece, Match pronoun) => pronoun.Value.ToLowerInvariant() switch
    {
        "its" or "their" or "his" or "hers" => true,
        "her" => pronoun.Index + pronoun.Length + 1 < piece.Length && char.IsLetter(piece[pronoun.Index + pronoun.Length + 1]),
        _ => false,
    };

    private static string Possessive(string phrase) => phrase.EndsWith('s') ? phrase + "'" : phrase + "'s";

    private static IEnumerable<CapitalisedRun> NamesIn(string piece) =>
        CapitalisedRuns.In(piece, new(0, piece.Length)).Where(run => !run.OpensSentence || run.Words > 1);

    public static IReadOnlyList<string> ContentTerms(string piece) =>
        [.. Tokenizer.Tokenize(SizeAsked().Replace(piece, "")).Select(token => token.Term).Where(term => !QuestionWords.CarriesNoTopic(term)).Distinct(StringComparer.Ordinal)];
}
