using System.Text.RegularExpressions;

namespace NewsBot.Core.Retrieval.Parsing.Parts;

/// <summary>Whether a pronoun means something that its own question says before it.</summary>
internal static partial class Antecedents
{
    [GeneratedRegex(@"(?:[,;]|\b(?:that|when|if|because|after|before|while|who|which|and|or|whether)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ClauseBreak();

    /// <summary>
    /// A noun phrase that it can mean stands in an earlier clause ("Why did Mara Olsen say that she ..."), or for a possessive
    /// anywhere before it ("What did Mara Olsen tell her party?"). In one clause "it" is not what the clause names already:
    /// "What did Mara Olsen say about it?"
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="at">Where the pronoun stands.</param>
    /// <param name="isPossessive">"its", "her party".</param>
    /// <param name="isPerson">Whether it means a person: then any name will do.</param>
    public static bool StandBefore(string question, int at, bool isPossessive, bool isPerson)
    {
        var before = question[..at];
        var named = NounPhrases.In(before).FirstOrDefault(phrase => isPerson ? phrase.IsPerson || char.IsUpper(phrase.Head[0]) : !phrase.IsPerson && !phrase.IsCounted);
        return named is not null && (isPossessive || ClauseBreak().IsMatch(before[named.Span.End..]));
    }
}
