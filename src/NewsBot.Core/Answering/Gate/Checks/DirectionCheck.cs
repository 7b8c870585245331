using NewsBot.Core.Answering.Gate.Lexicon;
using NewsBot.Core.Answering.Gate.Wordings;

namespace NewsBot.Core.Answering.Gate.Checks;

/// <summary>
/// No word of a statement may stand where the evidence has its opposite (<see cref="Oppositions"/>): "rose" for "fell",
/// "before" for "after". Whether it does is told by the words around both: the sum over shared neighbours of one over the
/// product of their distances. An opposite under a negation says the same ("did not accept" for "rejected").
/// Words that exclude one another (<see cref="Alternatives"/>) may not stand for one another either.
/// </summary>
internal static class DirectionCheck
{
    private const int Reach = 5;
    private const double Clearly = 1.25;

    /// <summary>Below this no neighbour is shared closely enough to say that both words tell of one thing.</summary>
    private const double LeastContext = 0.12;

    public static Rejection? Check(Claim claim, Ground ground)
    {
        var words = claim.Own.Words;
        for (var i = 0; i < words.Length; i++)
        {
            if (claim.IsInDate(words[i]))
                continue;
            if ((Oppositions.Has(words[i].Term) || Oppositions.NegatedForms(words[i].Term).Any(ground.IsCited)) && IsTurned(claim, i, ground))
                return new Rejection(RejectionReason.Direction, "the opposite of what the evidence says");
            if (words[i].IsContent && Alternatives.Has(words[i].Term) && !claim.Alignment.Has(i) && !ground.Has(words[i].Term)
                && ground.Places.Any(place => place.Wording.Terms.Any(other => Alternatives.AreExclusive(words[i].Term, other))))
                return new Rejection(RejectionReason.Kind, "another one of a kind than the evidence has");
        }

        return null;
    }

    private static bool IsTurned(Claim claim, int i, Ground ground)
    {
        var term = claim.Own.Words[i].Term;
        double same = 0, turned = 0;
        foreach (var place in ground.Places)
        {
            foreach (var other in place.Wording.Terms)
            {
                var opposed = Oppositions.AreOpposed(term, other);
                if (!opposed && !Synonyms.AreClose(term, other) && !Oppositions.AreAlike(term, other))
                    continue;
                foreach (var position in place.Wording.PositionsOf(other))
                {
                    if (!opposed && Slots.Shared(claim.Own, i, place.Wording, position) > 0)
                        return false; // It stands where it stood.
                    var context = Context(claim.Own, i, place.Wording, position);
                    if (!opposed)
                        same = Math.Max(same, context);
                    else if (claim.Own.Marks[i].AgreesInPolarity(place.Wording.Marks[position]))
                        turned = Math.Max(turned, context);
                }
            }
        }

        return turned > Clearly * same && turned >= LeastContext;
    }

    private static double Context(Wording statement, int i, Wording cited, int position)
    {
        // What "before", "against", "more" belong to stands behind them.
        var governs = statement.Words[i].IsStop || cited.Words[position].IsStop;
        var sum = 0.0;
        for (var a = governs ? i + 1 : i - Reach; a <= i + Reach; a++)
        {
            if (a == i || a < 0 || a >= statement.Words.Length || statement.Words[a].IsStop || statement.Words[a].Sentence != statement.Words[i].Sentence)
                continue;
            for (var b = governs ? position + 1 : position - Reach; b <= position + Reach; b++)
            {
                if (b == position || b < 0 || b >= cited.Words.Length || cited.Words[b].Sentence != cited.Words[position].Sentence || statement.Words[a].Term != cited.Words[b].Term)
                    continue;
                sum += 1.0 / (Math.Abs(a - i) * Math.Abs(b - position));
            }
        }

        return sum;
    }
}
