using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;

namespace NewsBot.Core.Answering.Candidates.Readings;

/// <summary>
/// Reads who does what is asked: the names that head the subject of the verb ("The Harbour Party of Mirko Sand won"), those
/// behind "by" where it is passive ("was first seen by Edda Lindwyn"), or those that the noun for the one who does it is
/// set beside ("the operator, Greywater Energy,").
/// </summary>
internal static class Doers
{
    private const int ByReach = 12;
    private const int MostShared = 3;
    private static readonly string Become = Text.Tokenizer.TermOf("become");

    public static IEnumerable<AnswerCandidate> In(AskedGap gap, ReadSentence sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
            if (sentence.Terms[i] == gap.Deed && IsAgent(sentence.Unit.Word(i)))
                foreach (var named in OfficeHolders.At(sentence, sentence.Unit.Tokens[i].Span, []))
                    yield return named;
        foreach (var site in DeedSite.In(sentence, gap.Deed))
        {
            if (site.IsNegated || (site.IsOpen && !IsFirstTo(sentence, site)))
                continue;
            var names = site.IsPassive ? By(sentence, site) : SubjectOf(sentence, site) is { } subject ? NameLists.Heading(sentence, subject) : [];
            if (names.Count == 0 && gap.Noun is not null && !site.IsPassive && NamedThings.In(gap.Noun, sentence).ToList() is [var thing] && thing.Span.End < sentence.Unit.Tokens[site.Head].Span.Start)
                yield return thing;
            if (names.Count == 1 || (names.Count > 1 && (gap.IsPlural || gap.Noun is null)))
                yield return NameLists.Candidate(sentence, names, byLastName: gap.Noun is null);
        }
    }

    /// <summary>Whether a verb has another name for its subject than the one that the question asks about.</summary>
    public static bool HasRival(ReadSentence sentence, DeedSite site, IReadOnlyCollection<string> asked)
    {
        if (asked.Count == 0 || site.IsPassive || SubjectOf(sentence, site) is not { } subject)
            return false;
        var names = NameLists.Heading(sentence, subject);
        return names.Count > 0 && !names.Exists(name => name.Words.Any(word => asked.Any(term => WordKinship.IsCognate(Text.Tokenizer.TermOf(word), term))));
    }

    /// <summary>"operator", "owner": the noun for the one who does it.</summary>
    private static bool IsAgent(ReadOnlySpan<char> word) => word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("or", StringComparison.Ordinal);

    /// <summary>The subject of a verb; where it shares it with an earlier verb ("scored and left"), of that one's.</summary>
    public static Phrase? SubjectOf(ReadSentence sentence, DeedSite site)
    {
        var at = IsFirstTo(sentence, site) ? LinkBefore(sentence, site.First) : site.First;
        for (var tries = 0; tries < MostShared; tries++)
        {
            if (NounPhrases.Before(sentence.Unit, at, 0) is not { } subject)
                return null;
            if (!subject.Coordinated)
                return WithoutVerbs(sentence, subject.Core);
            at -= 2;
            while (at > 0 && VerbAt(sentence, at) is null)
                at--;
            if (VerbAt(sentence, at) is not { } earlier)
                return null;
            at = earlier.First;
        }

        return null;
    }

    /// <summary>"has become the first country to approve": the subject is that of "become".</summary>
    private static bool IsFirstTo(ReadSentence sentence, DeedSite site) =>
        sentence.Unit.Is(site.First, WordClass.To) && LinkBefore(sentence, site.First) >= 0;

    private static int LinkBefore(ReadSentence sentence, int to)
    {
        var unit = sentence.Unit;
        var isFirst = false;
        for (var i = to - 1; i > 0 && to - i <= 7 && unit.Tokens[i].IsWord; i--)
        {
            isFirst |= unit.IsWord(i, "first") || unit.IsWord(i, "last") || unit.IsWord(i, "only") || unit.IsWord(i, "latest");
            if (unit.Is(i, WordClass.Be) || sentence.Terms[i] == Become)
                return !isFirst ? -1 : unit.Is(i - 1, WordClass.Auxiliary) ? i - 1 : i;
        }

        return -1;
    }

    /// <summary>A phrase that ran over an earlier clause is cut behind the "and" that joins its own.</summary>
    private static Phrase? WithoutVerbs(ReadSentence sentence, Phrase phrase)
    {
        var first = phrase.First;
        for (var i = phrase.First; i <= phrase.Last; i++)
        {
            if (VerbAt(sentence, i) is null)
                continue;
            var and = i;
            while (and <= phrase.Last && !sentence.Unit.Is(and, WordClass.Coordinator))
                and++;
            if (and >= phrase.Last)
                return null;
            first = and + 1;
            i = and;
        }

        return new Phrase(first, phrase.Last);
    }

    private static DeedSite? VerbAt(ReadSentence sentence, int at) =>
        sentence.IsLower(at) && (sentence.Unit.Is(at, WordClass.Verb) || (sentence.Unit.Word(at).EndsWith("ed", StringComparison.Ordinal) && AskedDeed.IsVerb(sentence.Terms[at])))
            ? DeedSite.At(sentence, at)
            : null;

    private static List<NameMention> By(ReadSentence sentence, DeedSite site) =>
        ByPhrase(sentence, site) is { } phrase ? NameLists.Heading(sentence, phrase) : [];

    /// <summary>The words behind the "by" of a passive.</summary>
    public static Phrase? ByPhrase(ReadSentence sentence, DeedSite site)
    {
        var unit = sentence.Unit;
        for (var i = site.Head + 1; i + 1 < sentence.Count && i <= site.Head + ByReach; i++)
        {
            if (unit.Tokens[i].Kind is TokenKind.Semicolon or TokenKind.Stop || unit.Is(i, WordClass.Relative | WordClass.Coordinator))
                return null;
            if (unit.IsWord(i, "by"))
                return new Phrase(i + 1, Math.Min(sentence.Count - 1, i + ByReach));
        }

        return null;
    }
}
