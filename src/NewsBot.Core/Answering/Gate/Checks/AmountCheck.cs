using NewsBot.Core.Answering.Gate.Lexicon;
using NewsBot.Core.Answering.Gate.Wordings;

namespace NewsBot.Core.Answering.Gate.Checks;

/// <summary>
/// Every amount of a statement must stand in the evidence (<see cref="Amount.MayStandFor"/>) and count the same: of the
/// words that follow it one must stand around that amount in the evidence, too. It may not count what the evidence
/// counts with another number, nor a thing that the evidence does not have.
/// </summary>
internal static class AmountCheck
{
    private const int UnitWords = 2;
    private const int Behind = 4;
    private const int Before = 3;

    public static Rejection? Check(Claim claim, Ground ground)
    {
        foreach (var amount in claim.Amounts)
        {
            var known = false;
            var fits = false;
            foreach (var place in ground.Places)
                foreach (var other in place.Amounts)
                {
                    if (!amount.MayStandFor(other))
                        continue;
                    known = true;
                    fits |= CountsTheSame(claim.Own, amount, place, other);
                }

            if (!known && !(IsPlain(amount) && ground.HasYear(amount.Value)))
                return new Rejection(RejectionReason.Number, "a number that is not in the evidence");
            if (known && !fits)
                return new Rejection(RejectionReason.Unit, "a number that counts something else in the evidence");
        }

        return null;
    }

    /// <summary>A bare four-digit number may be the year of a resolved date.</summary>
    private static bool IsPlain(Amount amount) => amount.Kind == AmountKind.Count && amount.Value is >= 1000 and < 2200;

    private static bool CountsTheSame(Wording statement, Amount amount, Place place, Amount other)
    {
        if (amount.Kind is AmountKind.Percent or AmountKind.Points && !HasUnit(statement, amount))
            return true;
        var wording = place.Wording;
        var units = 0;
        for (var i = amount.Last + 1; i < statement.Words.Length && units < UnitWords && statement.Joined(amount.Last, i); i++)
        {
            var word = statement.Words[i];
            if (word.IsFigure)
                break;
            if (word.IsStop || word.IsAdverb)
            {
                if (word.Lower is "of" or "more" or "other" or "per")
                    continue;
                break; // "12 in March", "3 were killed": what follows is no unit.
            }

            units++;
            if (StandsAround(word.Term, wording, other))
                return true;
            if (units == 1 && IsExcluded(word.Term, place, other))
                return false;
        }

        if (units == 0)
            return true;
        var first = FirstUnit(statement, amount);
        return first is null || IsVague(first.Value) || wording.Terms.Any(term => Synonyms.AreClose(first.Value.Term, term)) || first.Value.IsCapital
            || UnitOf(wording, other) is null;
    }

    private static bool HasUnit(Wording statement, Amount amount) => FirstUnit(statement, amount) is not null;

    private static Word? FirstUnit(Wording statement, Amount amount)
    {
        var i = amount.Last + 1;
        while (statement.Joined(amount.Last, i) && statement.Lower(i) is "of" or "more" or "other" or "the" or "all")
            i++;
        return statement.Joined(amount.Last, i) && !statement.Words[i].IsStop && !statement.Words[i].IsFigure ? statement.Words[i] : null;
    }

    private static Word? UnitOf(Wording wording, Amount amount) => FirstUnit(wording, amount);

    /// <summary>"People" and "times" may be added to any count.</summary>
    private static bool IsVague(Word word) => word.Lower is "people" or "persons" or "others" or "times" or "cases" or "items";

    private static bool StandsAround(string term, Wording wording, Amount amount)
    {
        for (var i = Math.Max(0, amount.First - Before); i < wording.Words.Length && i <= amount.Last + Behind; i++)
            if ((i < amount.First || i > amount.Last) && wording.Words[i].Sentence == wording.Words[amount.First].Sentence && !IsBeyondAnother(wording, amount, i) && Synonyms.AreClose(term, wording.Words[i].Term))
                return true;
        return false;
    }

    /// <summary>Whether another figure stands between an amount and a word behind it: the word is that one's.</summary>
    private static bool IsBeyondAnother(Wording wording, Amount amount, int i)
    {
        for (var j = amount.Last + 1; j <= i; j++)
            if (wording.Words[j].IsFigure)
                return true;
        return false;
    }

    /// <summary>The unit excludes that of the evidence, or is what another amount of the place counts.</summary>
    private static bool IsExcluded(string term, Place place, Amount amount)
    {
        if (UnitOf(place.Wording, amount) is { } unit && Alternatives.AreExclusive(term, unit.Term))
            return true;
        return place.Amounts.Any(other => other.Value != amount.Value && UnitOf(place.Wording, other) is { } taken && Synonyms.AreClose(term, taken.Term));
    }
}
