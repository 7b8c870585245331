using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Answering.Candidates.Readings;

/// <summary>
/// Reads who holds an office from how a name is set beside it: "Kelmari President Ilsa Tovrin", "its leader, Mirko Sand",
/// "the owner of the ship, the company Brandt &amp; Sorley", "Yannis Hollow, the Green List leader", "Viggo Amsel, who heads the office",
/// "Moss is the mayor". Between the two stand no verb and no other name than what it is the office of.
/// </summary>
internal static class OfficeHolders
{
    private const int Reach = 12;

    /// <param name="sentence">The sentence.</param>
    /// <param name="head">Where the office, or the verb that stands for it, is named.</param>
    /// <param name="areaTerms">Terms of what it is the office of.</param>
    public static IEnumerable<AnswerCandidate> At(ReadSentence sentence, TextSpan head, IReadOnlyCollection<string> areaTerms)
    {
        var unit = sentence.Unit;
        var at = Array.FindIndex(unit.Tokens, token => token.Span.Overlaps(head));
        if (at < 0)
            yield break;
        foreach (var name in sentence.Names)
            if ((name.First <= at && at < name.Name.First) || IsBehind(sentence, at, name, areaTerms) || IsBefore(sentence, at, name, areaTerms))
                yield return NameLists.Candidate(sentence, [name], byLastName: true);
    }

    /// <summary>The name follows: "chief executive of the firm, Noor Halvard".</summary>
    private static bool IsBehind(ReadSentence sentence, int head, NameMention name, IReadOnlyCollection<string> areaTerms)
    {
        var unit = sentence.Unit;
        if (name.First <= head || name.First - head > Reach || IsArea(name, areaTerms))
            return false;
        var commas = 0;
        for (var i = head + 1; i < name.Name.First; i++)
        {
            if (unit.IsKind(i, TokenKind.Comma))
            {
                if (++commas > 1 || unit.Is(i - 1, WordClass.Time))
                    return false;
                continue;
            }

            if (!unit.Tokens[i].IsWord || unit.Is(i, WordClass.Auxiliary | WordClass.Coordinator | WordClass.Relative | WordClass.Subordinator | WordClass.Pronoun & ~WordClass.Determiner) || unit.Tokens[i].Cue is not null && !unit.Is(i, WordClass.Role))
                return false;
            if (unit.Is(i, WordClass.Preposition) && !(unit.IsWord(i, "of") || unit.IsWord(i, "for") || unit.IsWord(i, "at") || unit.IsWord(i, "in")))
                return false;
            if (commas == 0 && sentence.NameAt(i) is { } other && other != name && !IsArea(other, areaTerms) && !IsOfArea(sentence, i))
                return false;
        }

        // Without a comma only a title touches its name: "Pellin coach Anders Roth", not "coach of Anders Roth".
        return commas == 1 || name.Name.First == head + 1 || (name.First <= head + 1 && name.First > head);
    }

    /// <summary>The name stands before: "Anders Roth, the coach", "Halla Venn, who leads", "Moss was the mayor".</summary>
    private static bool IsBefore(ReadSentence sentence, int head, NameMention name, IReadOnlyCollection<string> areaTerms)
    {
        var unit = sentence.Unit;
        var next = name.Name.Last + 1;
        if (head <= name.Name.Last || head - name.Name.Last > Reach || IsArea(name, areaTerms) || unit.Is(next, WordClass.Genitive))
            return false;
        var isSet = unit.IsKind(next, TokenKind.Comma) || unit.IsKind(next, TokenKind.Open) || unit.Is(next, WordClass.Be) || unit.IsWord(next, "became");
        var isVerb = !unit.Is(head, WordClass.Role) && !unit.Is(head - 1, WordClass.Determiner);
        if (!isSet && !(isVerb && head == next))
            return false;
        for (var i = next + (isSet ? 1 : 0); i < head; i++)
        {
            if (unit.IsKind(i, TokenKind.Comma) && i == next + 2 && unit.Is(next + 1, WordClass.Number))
                continue; // "Moss, 58, the mayor"
            if (!unit.Tokens[i].IsWord || unit.Is(i, WordClass.Coordinator | WordClass.Negation | WordClass.Subordinator & ~WordClass.Relative) && !unit.Is(i, WordClass.Relative))
                return false;
            if (unit.Is(i, WordClass.Auxiliary) && !isVerb)
                return false;
            if (unit.Is(i, WordClass.Verb) || unit.Tokens[i].Cue is not null && !unit.Is(i, WordClass.Role | WordClass.Title))
                return false;
            if (unit.IsWord(i, "former") || unit.IsWord(i, "ex") || unit.IsWord(i, "wife") || unit.IsWord(i, "husband"))
                return false;
        }

        return true;
    }

    private static bool IsOfArea(ReadSentence sentence, int token) =>
        sentence.Unit.IsWord(token - 1, "of") || sentence.Unit.IsWord(token - 1, "the") || sentence.Unit.Is(token - 1, WordClass.Capital);

    private static bool IsArea(NameMention name, IReadOnlyCollection<string> areaTerms) =>
        name.Words.Any(word => areaTerms.Contains(Text.Tokenizer.TermOf(word)));
}
