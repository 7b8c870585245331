using NewsBot.Core.Quotes;

namespace NewsBot.Core.Answering.Candidates.Readings;

/// <summary>
/// Reads what something is done to: the noun phrase behind the verb ("have stolen the Copper Crown of Brenneth"), or the
/// subject where it is passive ("Two paintings were stolen").
/// </summary>
internal static class Sufferers
{
    public static IEnumerable<AnswerCandidate> In(AskedGap gap, IReadOnlyCollection<string> doer, ReadSentence sentence, bool namesOnly)
    {
        var unit = sentence.Unit;
        foreach (var site in DeedSite.In(sentence, gap.Deed))
        {
            if (site.IsNegated || site.IsOpen || Doers.HasRival(sentence, site, doer) || IsOfAnother(sentence, site, doer))
                continue;
            var phrase = site.IsPassive
                ? NounPhrases.Before(unit, site.First, 0) is { Coordinated: false, Relative: false } subject ? subject.Core : null
                : Chunks.From(sentence, site.Head + 1);
            if (phrase is not { } found)
                continue;
            var names = NameLists.Heading(sentence, found);
            if (names.Count == 1 || (names.Count > 1 && (gap.IsPlural || gap.Noun is null)))
                yield return namesOnly ? NameLists.Candidate(sentence, names, byLastName: gap.Noun is null) : Chunks.Candidate(sentence, found);
            else if (!namesOnly && Chunks.From(sentence, found.First) is { } chunk && !unit.Is(chunk.First, WordClass.Pronoun))
                yield return Chunks.Candidate(sentence, chunk);
        }
    }

    /// <summary>"Lee was joined by Ray, who took it": the relative pronoun stands for another than the one asked about.</summary>
    private static bool IsOfAnother(ReadSentence sentence, DeedSite site, IReadOnlyCollection<string> doer)
    {
        var who = site.First - 1;
        if (doer.Count == 0 || !sentence.Unit.Is(who, WordClass.Relative))
            return false;
        var before = sentence.Unit.IsKind(who - 1, TokenKind.Comma) ? who - 2 : who - 1;
        return sentence.NameAt(before) is { } name && !name.Words.Any(word => doer.Contains(Text.Tokenizer.TermOf(word)));
    }
}
