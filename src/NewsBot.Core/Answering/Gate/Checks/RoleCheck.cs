using System.Collections.Frozen;
using NewsBot.Core.Answering.Gate.Wordings;

namespace NewsBot.Core.Answering.Gate.Checks;

/// <summary>
/// Who did what to whom must be as in the evidence. Two rules. Names: two names of a statement may not have changed
/// places, that is, each stand between the neighbours that the other has in the evidence. Any word: around a word that
/// statement and evidence share, what is in front of it and what is behind it may not have changed sides, where a passive
/// ("was beaten by") swaps the sides.
/// </summary>
internal static class RoleCheck
{
    private const int Reach = 6;

    /// <summary>Words before names that two people may share.</summary>
    private static readonly FrozenSet<string> Titles =
        "mr mrs ms miss dr sir lord lady president vice prime minister chancellor mayor governor gov senator sen representative rep congressman congresswoman secretary king queen prince princess pope general colonel captain judge justice chief professor".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static Rejection? Check(Claim claim, Ground ground) =>
        HasSwappedNames(claim, ground) || HasSwappedSides(claim, ground) || Slots.HasExchange(claim, ground) ? new Rejection(RejectionReason.Role, "roles that are the other way round in the evidence") : null;

    private static bool HasSwappedNames(Claim claim, Ground ground)
    {
        var names = NameRun.In(claim.Own, ground.IsNamed);
        if (names.Count < 2)
            return false;
        var cited = ground.Places.Select(place => (place.Wording, Names: NameRun.In(place.Wording, term => ground.IsNamed(term) || claim.IsNamed(term)))).ToList();
        for (var a = 0; a < names.Count; a++)
            for (var b = a + 1; b < names.Count; b++)
            {
                if (AreCoordinated(claim.Own, names[a], names[b]))
                    continue;
                bool swapped = false, kept = false;
                foreach (var (wording, others) in cited)
                {
                    var (here, there) = Agreement(claim.Own, names[a], names[b], wording, others);
                    kept |= here >= there && here > 0;
                    swapped |= there > here;
                }

                if (swapped && !kept)
                    return true;
            }

        return false;
    }

    /// <summary>How many neighbours both names kept, and how many each has of the other; the latter 0 unless both have some.</summary>
    private static (int Kept, int Exchanged) Agreement(Wording statement, NameRun a, NameRun b, Wording cited, List<NameRun> others)
    {
        int kept = 0, ofB = 0, ofA = 0;
        foreach (var other in others)
        {
            var isA = Shares(statement, a, b, cited, other);
            var isB = Shares(statement, b, a, cited, other);
            if (isA == isB)
                continue;
            var same = NameContext.Of(statement, isA ? a : b).Likeness(NameContext.Of(cited, other));
            var cross = NameContext.Of(statement, isA ? b : a).Likeness(NameContext.Of(cited, other));
            kept += same;
            ofB += isB ? cross : 0;
            ofA += isA ? cross : 0;
        }

        return (kept, ofA > 0 && ofB > 0 ? ofA + ofB : 0);
    }

    /// <summary>Whether a cited name has a word of a name of the statement that the other name of the statement has not; titles are none.</summary>
    private static bool Shares(Wording statement, NameRun run, NameRun against, Wording cited, NameRun other)
    {
        var isPart = Enumerable.Range(run.First, run.Count).All(i => Has(statement, against, statement.Words[i].Term));
        for (var i = run.First; i <= run.Last; i++)
        {
            var word = statement.Words[i];
            if (!word.IsCapital || Titles.Contains(word.Lower) || (!isPart && Has(statement, against, word.Term)))
                continue;
            if (Has(cited, other, word.Term))
                return true;
        }

        return false;
    }

    private static bool Has(Wording wording, NameRun run, string term)
    {
        for (var i = run.First; i <= run.Last; i++)
            if (wording.Words[i].Term == term)
                return true;
        return false;
    }

    /// <summary>"Ann and Ben" may as well be "Ben and Ann".</summary>
    private static bool AreCoordinated(Wording statement, NameRun a, NameRun b)
    {
        if (b.First - a.Last > 3)
            return false;
        for (var i = a.Last + 1; i < b.First; i++)
            if (statement.Lower(i) is not ("and" or "or" or "with" or "the" or "as" or "well"))
                return false;
        return true;
    }

    private static bool HasSwappedSides(Claim claim, Ground ground)
    {
        for (var i = 0; i < claim.Own.Words.Length; i++)
        {
            var word = claim.Own.Words[i];
            if (!word.IsContent || word.IsCapital || word.IsAdverb || word.IsFigure || claim.Alignment.Of(i) is not { Count: > 0 } positions)
                continue;
            var (agent, patient) = Sides(claim.Own, i);
            if (agent.Count == 0 || patient.Count == 0)
                continue;
            bool swapped = false, kept = false;
            foreach (var (place, index) in positions)
            {
                var (citedAgent, citedPatient) = Sides(ground.Places[place].Wording, index);
                var here = agent.Count(citedAgent.Contains) + patient.Count(citedPatient.Contains);
                var there = agent.Any(citedPatient.Contains) && patient.Any(citedAgent.Contains);
                swapped |= there && here == 0;
                kept |= here > 0;
            }

            if (swapped && !kept)
                return true;
        }

        return false;
    }

    /// <summary>The content words of the clause in front of a word and behind it, those of the doer first.</summary>
    private static (HashSet<string> Agent, HashSet<string> Patient) Sides(Wording wording, int pivot)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        var behind = new HashSet<string>(StringComparer.Ordinal);
        var passive = false;
        for (var i = pivot - 1; i >= 0 && pivot - i <= Reach && wording.Joined(i, pivot); i--)
        {
            if (wording.Words[i].Lower is "that" or "and" or "but" or "which" or "who" or "while" or "when" or "after" or "before" or "if" or "because")
                break;
            if (wording.Words[i].IsContent && !wording.Words[i].IsAdverb && !wording.Words[i].IsFigure)
                before.Add(wording.Words[i].Term);
        }

        for (var i = pivot + 1; i < wording.Words.Length && i - pivot <= Reach && wording.Joined(pivot, i); i++)
        {
            var lower = wording.Words[i].Lower;
            if (lower == "by" && i == pivot + 1 && IsPassive(wording, pivot))
            {
                passive = true;
                behind.Clear();
                continue;
            }

            if (lower is "that" or "and" or "but" or "which" or "who" or "while" or "when" or "after" or "before" or "if" or "because" or "in" or "on" or "at" or "for" or "from" or "during" or "over" or "about" or "this" or "last" or "next")
                break;
            if (wording.Words[i].IsContent && !wording.Words[i].IsAdverb && !wording.Words[i].IsFigure)
                behind.Add(wording.Words[i].Term);
        }

        return passive ? (behind, before) : (before, behind);
    }

    private static bool IsPassive(Wording wording, int pivot)
    {
        for (var i = pivot - 1; i >= Math.Max(0, pivot - 3); i--)
            if (wording.Lower(i) is "was" or "were" or "is" or "are" or "be" or "been" or "being" or "got")
                return true;
        return wording.Words[pivot].Lower.EndsWith("ed", StringComparison.Ordinal) || wording.Words[pivot].Lower.EndsWith('n');
    }
}
