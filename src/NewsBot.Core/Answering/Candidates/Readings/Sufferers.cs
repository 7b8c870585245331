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
            if (site.IsNegated || site.IsOpen || Doers.HasRival(sentence, site, doer))
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
}
