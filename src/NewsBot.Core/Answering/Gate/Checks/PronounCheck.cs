using System.Collections.Frozen;
using NewsBot.Core.Answering.Gate.Lexicon;
using NewsBot.Core.Answering.Gate.Wordings;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Answering.Gate.Checks;

/// <summary>
/// "He" and "she" need somebody whom they fit: the same pronoun in the evidence, a name there whose gender is not known to be the
/// other, or such a name in the statement itself.
/// </summary>
internal static class PronounCheck
{
    private static readonly FrozenSet<string> He = new[] { "he", "him", "his", "himself" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> She = new[] { "she", "her", "hers", "herself" }.ToFrozenSet(StringComparer.Ordinal);

    public static Rejection? Check(Claim claim, Ground ground)
    {
        var own = claim.Own.Words;
        if (own.Any(word => He.Contains(word.Lower)) && !Fits(ground, He, Gender.Female) || own.Any(word => She.Contains(word.Lower)) && !Fits(ground, She, Gender.Male))
            return new Rejection(RejectionReason.Pronoun, "a pronoun that fits nobody in the evidence");
        return null;
    }

    private static bool Fits(Ground ground, FrozenSet<string> pronouns, Gender other)
    {
        if (ground.Places.Any(place => place.Wording.Words.Any(word => pronouns.Contains(word.Lower))))
            return true;
        var genders = ground.Places.SelectMany(place => Genders(place.Wording)).Concat(ground.Resolved.SelectMany(Genders)).ToList();
        return genders.Count == 0 || genders.Any(gender => gender != other);
    }

    private static bool IsPlace(Wording wording, NameRun run) => wording.Lower(run.First - 1) is "in" or "at" or "near" or "to" or "from" or "on" || Alternatives.Has(wording.Words[run.First].Term);

    /// <summary>Of all names; a single word that is no given name may be a family name of either.</summary>
    private static IEnumerable<Gender> Genders(Wording wording) =>
        NameRun.In(wording).Where(run => (wording.Words[run.First].IsName || run.Count > 1) && !IsPlace(wording, run)).Select(run => FirstNames.GenderOf(wording.Words[run.First].Span.In(wording.Text)));
}
