using NewsBot.Core.Answering.Gate.Support;

namespace NewsBot.Core.Answering.Gate.Checks;

/// <summary>
/// The words of a statement must be borne out by the cited sentences: <see cref="SupportScore"/> of at least <see cref="Least"/>.
/// Dates that were checked, and what headline, outlet and resolved speakers of the cited articles give, count as borne out.
/// </summary>
internal static class SupportCheck
{
    public const double Least = 0.55;

    public static Rejection? Check(Claim claim, Ground ground)
    {
        var score = SupportScore.Of(claim.Whole, [.. ground.Places.Select(place => place.Wording)], word => claim.IsDateWord(word.Term) || ground.Has(word.Term));
        return score < Least ? new Rejection(RejectionReason.Support, "too few words that are in the evidence") : null;
    }
}
