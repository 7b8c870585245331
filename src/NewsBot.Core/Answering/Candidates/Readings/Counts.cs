using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Answering.Candidates.Readings;

/// <summary>
/// Reads which amount belongs to the asked deed: it stands in the subject of the verb ("2,300 had to leave"), behind "by"
/// ("was watched by 27,400 people") or in what the verb is done to ("may draw 58 percent"), with no other clause between.
/// </summary>
internal static class Counts
{
    private const int Reach = 10;

    /// <param name="deed">The verb's term.</param>
    /// <param name="doer">Terms of the name that the question has as its subject; empty without one.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="amounts">The amounts in it that are of the kind asked for.</param>
    public static IEnumerable<AnswerCandidate> In(string deed, IReadOnlyCollection<string> doer, ReadSentence sentence, IEnumerable<AnswerCandidate> amounts)
    {
        var found = amounts.ToList();
        if (found.Count == 0)
            yield break;
        foreach (var site in DeedSite.In(sentence, deed))
        {
            if (site.IsNegated || Doers.HasRival(sentence, site, doer))
                continue;
            var subject = Doers.SubjectOf(sentence, site) is { } phrase ? sentence.Unit.SpanOf(phrase.First, phrase.Last) : default;
            var inSubject = found.FindAll(amount => !subject.IsEmpty && subject.Overlaps(amount.Span));
            var behind = Behind(sentence, site);
            var amount = inSubject.Count == 1 && !site.IsPassive ? inSubject[0] : found.Find(amount => behind.Contains(amount.Span)) ?? (inSubject.Count == 1 ? inSubject[0] : null);
            if (amount is not null && !IsPartOfMore(sentence, amount.Span))
                yield return amount with { IsRead = true };
        }
    }

    /// <summary>"three others", "19 students and two teachers": the sentence counts more than this.</summary>
    private static bool IsPartOfMore(ReadSentence sentence, TextSpan amount)
    {
        var unit = sentence.Unit;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (unit.Tokens[i].Span.Overlaps(amount) && (unit.IsWord(i, "other") || unit.IsWord(i, "others") || unit.IsWord(i, "another") || unit.IsWord(i, "more") && !unit.IsWord(i + 1, "than")))
                return true;
            if (unit.Tokens[i].Span.Start >= amount.End)
                return unit.Is(i, WordClass.Coordinator) && i + 1 < sentence.Count && (unit.Is(i + 1, WordClass.Number) || Gate.Numerals.In(unit.Word(i + 1).ToString()).Any());
        }

        return false;
    }

    /// <summary>The words behind the verb in its own clause.</summary>
    private static TextSpan Behind(ReadSentence sentence, DeedSite site)
    {
        var unit = sentence.Unit;
        var last = site.Head;
        while (last + 1 < sentence.Count && last - site.Head < Reach)
        {
            if (unit.Tokens[last + 1].Kind is TokenKind.Semicolon or TokenKind.Quotation or TokenKind.Stop or TokenKind.Comma)
                break;
            if (unit.Is(last + 1, WordClass.Relative | WordClass.Subordinator) && !NounPhrases.IsPlainPreposition(unit, last + 1) && !unit.IsWord(last + 1, "as"))
                break;
            last++;
        }

        return last > site.Head ? unit.SpanOf(site.Head + 1, last) : default;
    }
}
