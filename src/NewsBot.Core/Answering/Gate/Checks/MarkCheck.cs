using NewsBot.Core.Answering.Gate.Wordings;

namespace NewsBot.Core.Answering.Gate.Checks;

/// <summary>
/// What the evidence negates must be negated, what it tells as a fact must be told as one, and what it tells as possible,
/// planned, expected or due must not become anything else. Each content word of the statement is compared with the
/// same word of the evidence by what stands over it (<see cref="MarkReader"/>): in the sentence that has most of the statement, else where
/// the word has kept a neighbour. One place that agrees is enough.
/// </summary>
internal static class MarkCheck
{
    public static Rejection? Check(Claim claim, Ground ground)
    {
        var words = claim.Own.Words;
        var marks = claim.Own.Marks;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].IsStop || words[i].IsAdverb || words[i].IsFigure)
                continue;
            var positions = claim.Alignment.Of(i);
            if (positions.Count == 0)
            {
                if (marks[i].Polarity == Polarity.Negated && !ground.Negated)
                    return Negation();
                continue;
            }

            bool polarity = false, modality = false;
            foreach (var (place, index) in positions)
                Compare(place, index);
            if (!polarity || !modality)
                foreach (var (place, index) in claim.Alignment.AllOf(i))
                    if (Slots.Shared(claim.Own, i, ground.Places[place].Wording, index) > 0)
                        Compare(place, index);

            void Compare(int place, int index)
            {
                var other = ground.Places[place].Wording.Marks[index];
                polarity |= marks[i].AgreesInPolarity(other);
                modality |= marks[i].AgreesInModality(other);
            }

            if (!polarity)
                return Negation();
            if (!modality)
                return new Rejection(RejectionReason.Modality, "something told as surer or less sure than in the evidence");
        }

        return null;
    }

    private static Rejection Negation() => new(RejectionReason.Negation, "a negation that the evidence does not have, or lacks one that it has");
}
