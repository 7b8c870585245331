using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Candidates.Readings;

/// <summary>Where a sentence has a verb.</summary>
/// <param name="First">Its first auxiliary, or itself.</param>
/// <param name="Head">The verb.</param>
/// <param name="IsPassive">"was taken", or "taken by" behind a noun.</param>
/// <param name="IsNegated">"did not take", "denied taking".</param>
/// <param name="IsAhead">Whether it is still to come: "will take", "is to take".</param>
/// <param name="IsOpen">Whether it is only possible, planned or supposed: "may take", "wants to take".</param>
internal readonly record struct DeedSite(int First, int Head, bool IsPassive, bool IsNegated, bool IsOpen, bool IsAhead)
{
    private const int NearGovernor = 3;

    /// <summary>Verbs that tell a deed where the sentence is about it, but are too common to search for it.</summary>
    private static readonly Dictionary<string, string[]> Tellings = new[]
    {
        "win take claim clinch secure", "discover see seen saw spot sight", "rise rose", "lead head run", "cost spend", "live inhabit", "attend watch see", "make produce build", "charge impose",
    }
        .Select(row => row.Split(' ').Select(word => Tokenizer.TermOf(word)).ToArray()).ToDictionary(row => row[0], row => row[1..], StringComparer.Ordinal);

    /// <summary>Verbs that deny what the verb under them says.</summary>
    private static readonly HashSet<string> Denying = [.. new[] { "deny", "refuse", "fail", "decline", "avoid", "reject" }.Select(word => Tokenizer.TermOf(word))];

    /// <summary>The verb in any form, or a verb that can tell the same, in the order of the sentence; its nouns do not count.</summary>
    public static IEnumerable<DeedSite> In(ReadSentence sentence, string deed)
    {
        IReadOnlyList<string> family = [.. WordFamilies.Of(deed), .. Tellings.GetValueOrDefault(deed, [])];
        for (var i = 0; i < sentence.Count; i++)
            if ((sentence.Terms[i] == deed || family.Contains(sentence.Terms[i], StringComparer.Ordinal)) && At(sentence, i) is { } site)
                yield return site;
    }

    /// <summary>The verb itself in any form.</summary>
    public static IEnumerable<DeedSite> Of(ReadSentence sentence, string verb)
    {
        for (var i = 0; i < sentence.Count; i++)
            if (sentence.Terms[i] == verb && At(sentence, i) is { } site)
                yield return site;
    }

    /// <returns>Null where the word is no verb.</returns>
    public static DeedSite? At(ReadSentence sentence, int head)
    {
        var unit = sentence.Unit;
        if (!sentence.IsLower(head) || unit.Is(head - 1, WordClass.PossessivePronoun | WordClass.Genitive) || (unit.Is(head - 1, WordClass.Determiner) && !unit.Is(head - 1, WordClass.Pronoun | WordClass.Adverb)))
            return null;
        if (NounPhrases.IsPlainPreposition(unit, head - 1) && !unit.Is(head - 1, WordClass.To | WordClass.Adverb))
            return null;
        var first = head;
        bool be = false, negated = false, open = false, ahead = false;
        while (first > 0 && unit.Is(first - 1, WordClass.Auxiliary | WordClass.Adverb | WordClass.Negation | WordClass.To) && !unit.Is(first - 1, WordClass.Genitive))
        {
            first--;
            be |= unit.Is(first, WordClass.Be);
            negated |= unit.Is(first, WordClass.Negation);
            ahead |= unit.IsWord(first, "will") || unit.IsWord(first, "'ll") || unit.IsWord(first, "shall") || (unit.Is(first, WordClass.To) && unit.Is(first - 1, WordClass.Be));
            open |= unit.Is(first, WordClass.To) || unit.IsWord(first, "may") || unit.IsWord(first, "might") || unit.IsWord(first, "could") || unit.IsWord(first, "would") || unit.IsWord(first, "should") || unit.IsWord(first, "can");
        }

        while (first < head && unit.Is(first, WordClass.Adverb) && !unit.Is(first, WordClass.Auxiliary | WordClass.Negation))
            first++;
        for (var i = first - 1; i >= 0 && i >= first - NearGovernor; i--)
            negated |= Denying.Contains(sentence.Terms[i]);
        open |= unit.IsWord(first - 1, "if") || unit.IsWord(0, "if") || unit.IsWord(0, "whether");
        var word = unit.Word(head);
        if (word.EndsWith("ing", StringComparison.Ordinal) && !be)
            return null;
        var passive = be ? !word.EndsWith("ing", StringComparison.Ordinal) : first == head && unit.IsWord(head + 1, "by") && !unit.Tokens[Math.Min(head + 2, sentence.Count - 1)].Is(WordClass.Number);
        return new DeedSite(first, head, passive, negated, open, ahead);
    }
}
