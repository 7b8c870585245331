using NewsBot.Core.Answering.Gate.Lexicon;
using NewsBot.Core.Answering.Gate.Wordings;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate.Checks;

/// <summary>
/// A word that stands between the same two neighbours as another word of the evidence is put in its place. It must then be
/// one that may stand for it (<see cref="Synonyms"/>, <see cref="WordFamilies"/>), unless the statement has the other word elsewhere
/// as often as the evidence: then something was moved, not replaced. Adverbs may be exchanged freely, function words
/// where they are no opposites.
/// </summary>
internal static class Slots
{
    public static Rejection? Check(Claim claim, Ground ground)
    {
        var own = claim.Whole;
        for (var i = 0; i < own.Words.Length; i++)
            foreach (var place in ground.Places)
                foreach (var position in SlotsOf(own, i, place.Wording))
                    if (!IsOtherDate(claim, own.Words[i], place.Wording.Words[position]) && Replaces(own, i, place.Wording, position))
                        return own.Words[i].IsFigure
                            ? new Rejection(RejectionReason.Number, "a number in the place of another")
                            : new Rejection(RejectionReason.Kind, "a word in the place of one that it cannot stand for");
        for (var i = 0; i < own.Words.Length; i++)
            if (!claim.IsDateWord(own.Words[i].Term) && ground.Places.Any(place => ReplacesBeside(own, i, place.Wording, term => ground.Has(term) || ground.Places.Any(known => known.Wording.Terms.Any(other => IsOneWord(term, other))))))
                return new Rejection(RejectionReason.Kind, "a word in the place of one that it cannot stand for");
        return null;
    }

    /// <summary>A part of a date in the place of another sort of part: "in June 2022" for "on June 9". Both dates were compared.</summary>
    private static bool IsOtherDate(Claim claim, Word mine, Word other) =>
        mine.IsFigure && claim.IsDateWord(mine.Term) && (!other.IsFigure || IsYear(mine) != IsYear(other));

    private static bool IsYear(Word word) => word.Lower.Length == 4 && word.Lower.All(char.IsAsciiDigit);

    /// <summary>
    /// A word that the evidence lacks, beside a content word that has another one there which the statement lacks: as
    /// far as a moved clause can show it, the same replacement.
    /// </summary>
    private static bool ReplacesBeside(Wording own, int i, Wording cited, Func<string, bool> isKnown)
    {
        var mine = own.Words[i];
        if (!mine.IsContent || mine.IsAdverb || mine.IsFigure || mine.Lower is "per" or "cent" or "percent" || isKnown(mine.Term))
            return false;
        foreach (var step in new[] { -1, 1 })
        {
            if (Neighbour(own, i, step) is not { Length: > 0 } beside || own.Words[i + step] is { IsContent: false } or { IsAdverb: true } or { IsFigure: true } || !own.Joined(Math.Min(i, i + step), Math.Max(i, i + step)))
                continue;
            foreach (var at in cited.PositionsOf(beside))
            {
                var position = at - step;
                if (position < 0 || position >= cited.Words.Length || cited.Words[position] is not { IsContent: true, IsAdverb: false, IsFigure: false } other || !cited.Joined(Math.Min(at, position), Math.Max(at, position)))
                    continue;
                if (own.PositionsOf(other.Term).Count == 0 && !own.Words.Any(word => word.IsContent && IsOneWord(word.Term, other.Term)))
                    return true;
            }
        }

        return false;
    }

    private static bool IsOneWord(string term, string other) => Synonyms.AreClose(term, other) || WordFamilies.Of(term).Contains(other);

    /// <summary>Whether two words of the statement have changed places: each stands in the slot of the other, and neither has a neighbour left.</summary>
    public static bool HasExchange(Claim claim, Ground ground)
    {
        var own = claim.Own;
        foreach (var place in ground.Places)
        {
            var cited = place.Wording;
            for (var i = 0; i < own.Words.Length; i++)
            {
                if (!own.Words[i].IsContent || own.Words[i].IsAdverb || Kept(own, i, cited) > 0)
                    continue;
                foreach (var position in SlotsOf(own, i, cited))
                {
                    var other = cited.Words[position].Term;
                    if (!cited.Words[position].IsContent || other == own.Words[i].Term || cited.PositionsOf(own.Words[i].Term).Count == 0 || CueWords.Reports(cited.Words[position].Lower))
                        continue;
                    foreach (var j in own.PositionsOf(other))
                        if (Kept(own, j, cited) == 0 && !AreCoordinated(own, i, j) && cited.PositionsOf(own.Words[i].Term).Any(at => Shared(own, j, cited, at) > 0))
                            return true;
                }
            }
        }

        return false;
    }

    /// <summary>Positions of the evidence with both neighbours of a word of the statement; one at an end of both sentences counts.</summary>
    private static IEnumerable<int> SlotsOf(Wording own, int i, Wording cited)
    {
        if (i > 0 && own.Words[i - 1].Sentence == own.Words[i].Sentence)
        {
            foreach (var left in cited.PositionsOf(own.Words[i - 1].Term))
                if (left + 1 < cited.Words.Length && cited.Words[left + 1].Term != own.Words[i].Term && Shared(own, i, cited, left + 1) == 2)
                    yield return left + 1;
        }
        else if (i + 1 < own.Words.Length)
        {
            foreach (var right in cited.PositionsOf(own.Words[i + 1].Term))
                if (right > 0 && cited.Words[right - 1].Term != own.Words[i].Term && Shared(own, i, cited, right - 1) == 2)
                    yield return right - 1;
        }
    }

    /// <summary>How many neighbours, ends of a sentence included, two words have in common.</summary>
    public static int Shared(Wording own, int i, Wording cited, int position) =>
        (Neighbour(own, i, -1) == Neighbour(cited, position, -1) ? 1 : 0) + (Neighbour(own, i, 1) == Neighbour(cited, position, 1) ? 1 : 0);

    private static string Neighbour(Wording wording, int i, int step) =>
        i + step >= 0 && i + step < wording.Words.Length && wording.Words[i + step].Sentence == wording.Words[i].Sentence ? wording.Words[i + step].Term : "";

    /// <summary>The most neighbours that a word has kept from one of its places in the evidence.</summary>
    private static int Kept(Wording own, int i, Wording cited) =>
        cited.PositionsOf(own.Words[i].Term).Select(position => Shared(own, i, cited, position)).DefaultIfEmpty(0).Max();

    private static bool Replaces(Wording own, int i, Wording cited, int position)
    {
        var (mine, other) = (own.Words[i], cited.Words[position]);
        if (mine.IsAdverb && other.IsAdverb && !Oppositions.AreOpposed(mine.Term, other.Term))
            return false;
        var turns = Oppositions.AreOpposed(mine.Term, other.Term) || (IsNear(mine.Lower) && IsNear(other.Lower));
        if ((mine.IsStop || other.IsStop) && !turns)
            return false;
        var spare = own.PositionsOf(mine.Term).Count > Count(cited, mine.Term, position);
        var missing = own.PositionsOf(other.Term).Count < Count(cited, other.Term, position);
        if (!spare || !missing)
            return false;
        if (mine.IsFigure && other.IsFigure && IsSameAmount(own, i, cited, position))
            return false;
        if (mine.IsFigure && other.IsFigure && Numerals.In(mine.Lower).Any() && Numerals.In(mine.Lower).SequenceEqual(Numerals.In(other.Lower)))
            return false;
        return turns || !(Synonyms.AreClose(mine.Term, other.Term) || WordFamilies.Of(mine.Term).Contains(other.Term));
    }

    /// <summary>"about 500" where the evidence has "about 503".</summary>
    private static bool IsSameAmount(Wording own, int i, Wording cited, int position)
    {
        foreach (var amount in own.AllAmounts)
            if (i >= amount.First && i <= amount.Last)
                return cited.AllAmounts.Any(other => position >= other.First && position <= other.Last && amount.MayStandFor(other));
        return false;
    }

    /// <summary>In the sentence of a position.</summary>
    private static int Count(Wording cited, string term, int position) => cited.PositionsOf(term).Count(at => cited.Words[at].Sentence == cited.Words[position].Sentence);

    /// <summary>Words that say which day, week or year is meant.</summary>
    private static bool IsNear(string lower) => lower is "this" or "last" or "next" or "previous" or "past" or "coming";

    private static bool AreCoordinated(Wording own, int i, int j)
    {
        var (first, second) = (Math.Min(i, j), Math.Max(i, j));
        for (var k = first + 1; k < second; k++)
            if (own.Lower(k) is "and" or "or")
                return second - first <= 5;
        return false;
    }
}
