using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval.Parsing.Parts;

/// <summary>What a pronoun can stand for.</summary>
/// <param name="Text">With its article and what hangs on it: "the visit of the minister".</param>
/// <param name="Span">Where it stands in the question.</param>
/// <param name="Head">Its noun, as it is written.</param>
/// <param name="IsPlural">"the quotas", "people", "Kelmar and Orvania".</param>
/// <param name="IsPerson">A name with a first name or title, or a role.</param>
/// <param name="IsCounted">What the question counts or asks for: "people" of "how many people".</param>
internal sealed record NounPhrase(string Text, TextSpan Span, string Head, bool IsPlural, bool IsPerson, bool IsCounted);

/// <summary>
/// Finds the noun phrases of a question by their form: from an article, a possessive or a capital on, over small words that
/// are not the verb of the question, and over "of", "in" and their like with a further noun phrase behind. What the question
/// counts is one without an article.
/// </summary>
internal static partial class NounPhrases
{
    private static readonly FrozenSet<string> Determiners = new[] { "the", "a", "an", "this", "that", "these", "those", "both", "all", "his", "her", "its", "their", "our" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Links = new[] { "of", "in", "on", "at", "near", "for", "from", "to", "with", "between", "against", "over", "about" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Plurals = new[] { "people", "men", "women", "children", "police", "both" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adjectives that stand behind what they are said of.</summary>
    private static readonly FrozenSet<string> Predicates =
        new[] { "worth", "open", "closed", "due", "ready", "long", "old", "high", "deep", "alive", "dead", "available", "visible", "born" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Months and weekdays have a capital and name nothing that can be meant.</summary>
    private static readonly FrozenSet<string> Times =
        CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Concat(CultureInfo.InvariantCulture.DateTimeFormat.DayNames).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}’'.-]*(?<![’'.-])")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:how (?:many|much)|which|what)$", RegexOptions.IgnoreCase)]
    private static partial Regex Counting();

    /// <summary>"What are the new rules": all behind it is a noun phrase.</summary>
    [GeneratedRegex(@"^(?:what|who|which) (?:is|are|was|were) (?:the|an?|\p{Lu})(?!.*\b(?:by|been)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Defining();

    public static IReadOnlyList<NounPhrase> In(string question)
    {
        var words = Word().Matches(question).Select(match => new TextSpan(match.Index, match.Index + match.Length)).ToList();
        var verb = Defining().IsMatch(question) ? -1 : AskedDeed.Of(question)?.At ?? -1;
        var phrases = new List<NounPhrase>();
        for (var i = 0; i < words.Count; i++)
        {
            var counted = i > 0 && IsCounting(question, words, i - 1) && IsNoun(question, words, i, verb);
            if (!counted && !Starts(question, words, i))
                continue;
            var last = End(question, words, i, verb, counted);
            if (last < i)
                continue;
            phrases.Add(Of(question, words, i, last, counted));
            i = last;
        }

        return phrases;
    }

    private static bool IsCounting(string question, List<TextSpan> words, int at) =>
        Counting().IsMatch(words[at].In(question)) || (at > 0 && Counting().IsMatch(question[words[at - 1].Start..words[at].End]));

    private static bool Starts(string question, List<TextSpan> words, int at)
    {
        var word = words[at].In(question);
        return Determiners.Contains(word) ? at + 1 < words.Count && Joined(question, words, at) : IsName(question, words, at);
    }

    private static bool IsName(string question, List<TextSpan> words, int at) =>
        at > 0 && char.IsUpper(question[words[at].Start]) && !StopWords.Contains(Tokenizer.TermOf(words[at].Of(question))) && !Times.Contains(words[at].In(question));

    /// <summary>The last word of the phrase; before its first where it has no noun.</summary>
    private static int End(string question, List<TextSpan> words, int first, int verb, bool counted)
    {
        var i = counted || IsName(question, words, first) ? first : first + 1;
        if (i >= words.Count || !IsNoun(question, words, i, verb))
            return first - 1;
        var isOpen = !counted && i > first;
        while (i + 1 < words.Count && Joined(question, words, i))
        {
            if (IsNoun(question, words, i + 1, verb) && (isOpen || IsName(question, words, i + 1)))
                i++;
            else if (Further(question, words, i, verb, counted) is var further && further > i)
                i = further;
            else
                break;
        }

        return i;
    }

    /// <summary>Over "of the", "in", or "and" between two names, to the first word of a further noun phrase.</summary>
    private static int Further(string question, List<TextSpan> words, int at, int verb, bool counted)
    {
        var link = words[at + 1].In(question);
        var isAnd = link.Equals("and", StringComparison.OrdinalIgnoreCase) && IsName(question, words, at);
        if (counted || !(Links.Contains(link) || isAnd))
            return at;
        var next = at + 2;
        if (next < words.Count && Joined(question, words, at + 1) && Determiners.Contains(words[next].In(question)))
            next++;
        return next < words.Count && Joined(question, words, next - 1) && IsNoun(question, words, next, verb) && (!isAnd || IsName(question, words, next)) ? next : at;
    }

    /// <summary>No stop word, not the verb of the question, and no participle at the end of it.</summary>
    private static bool IsNoun(string question, List<TextSpan> words, int at, int verb)
    {
        var span = words[at];
        if (span.Start == verb || (StopWords.Contains(Tokenizer.TermOf(span.Of(question))) && !char.IsUpper(question[span.Start])))
            return false;
        var word = span.In(question);
        var isLast = at + 1 == words.Count || !Joined(question, words, at) || StopWords.Contains(Tokenizer.TermOf(words[at + 1].Of(question)));
        return !(isLast && char.IsLower(word[0]) && (word.EndsWith("ed", StringComparison.Ordinal) || Predicates.Contains(word)));
    }

    private static bool Joined(string question, List<TextSpan> words, int at) =>
        question.AsSpan(words[at].End..words[at + 1].Start) is " " or "-" or ". ";

    private static NounPhrase Of(string question, List<TextSpan> words, int first, int last, bool counted)
    {
        var head = last;
        for (var i = first + 1; i < last; i++)
            if (Links.Contains(words[i].In(question)))
            {
                head = i - 1;
                break;
            }

        var span = new TextSpan(words[first].Start, words[last].End);
        var noun = words[head].In(question);
        var isName = char.IsUpper(noun[0]);
        var own = Enumerable.Range(first, head - first + 1).Select(i => words[i].In(question)).ToList();
        var isPlural = isName ? own.Contains("and") : Plurals.Contains(noun) || (noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal));
        var isPerson = isName ? own.Exists(word => FirstNames.IsKnown(word) || (char.IsLower(word[0]) && RoleWords.IsRole(word))) || QuestionWords.IsTitle(Tokenizer.TermOf(own[0])) : RoleWords.IsRole(noun);
        return new NounPhrase(span.In(question), span, noun, isPlural, isPerson, counted);
    }
}
