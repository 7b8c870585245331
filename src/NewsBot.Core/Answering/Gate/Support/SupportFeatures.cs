using NewsBot.Core.Answering.Gate.Lexicon;
using NewsBot.Core.Answering.Gate.Wordings;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate.Support;

/// <summary>
/// What <see cref="SupportScore"/> weighs, each in [0, 1]. A word of the claim that the evidence has counts 1, one for which
/// another may stand there 0.9 (<see cref="Synonyms"/>), one of a looser family 0.5 (<see cref="WordFamilies"/>).
/// </summary>
/// <param name="Figures">Numbers that the evidence has; 1 without any.</param>
/// <param name="BestSentence">All content words, in the one sentence of the evidence that has most of them.</param>
/// <param name="Near">Neighbouring content words that stand in one sentence of the evidence, in this order and within six words.</param>
/// <param name="Adjacent">Pairs of adjacent words, function words too, that are adjacent in the evidence.</param>
/// <param name="LongestRun">The longest stretch of the claim that stands in the evidence as it is.</param>
/// <param name="Missing">How many names and figures the evidence lacks: their number over one more than it.</param>
/// <param name="WorstClause">Content words, in the clause of two or more that the evidence has least of.</param>
/// <param name="Gap">The longest stretch of content words that the evidence lacks, over five, at most 1.</param>
internal readonly record struct SupportFeatures(
    double Figures, double BestSentence, double Near, double Adjacent, double LongestRun, double Missing, double WorstClause, double Gap)
{
    private const int NearDistance = 6;

    /// <param name="claim">What is borne out or not.</param>
    /// <param name="evidence">What is to bear it out.</param>
    /// <param name="isVouched">Tells words that count as found though the evidence lacks them, as something else vouches for them; null for none.</param>
    public static SupportFeatures Of(Wording claim, IReadOnlyList<Wording> evidence, Func<Word, bool>? isVouched = null)
    {
        double all = 0, figures = 0, figuresFound = 0, missing = 0;
        var matches = new Match[claim.Words.Length];
        var sameAmounts = SameAmounts(claim, evidence);
        for (var i = 0; i < matches.Length; i++)
        {
            var word = claim.Words[i];
            if (!word.IsContent)
                continue;
            all++;
            matches[i] = Find(word.Term, evidence);
            if (matches[i].Weight < 1 && sameAmounts.TryGetValue(i, out var positions))
                matches[i] = new Match(1, positions);
            if (matches[i].Weight < 1 && (isVouched?.Invoke(word) ?? false))
                matches[i] = matches[i] with { Weight = 1 };
            if (word.IsFigure)
                (figures, figuresFound) = (figures + 1, figuresFound + matches[i].Weight);
            if (word.IsFigure || word.IsName)
                missing += 1 - matches[i].Weight;
        }

        var (near, adjacent, run) = Order(claim, evidence, matches);
        return new SupportFeatures(
            figures > 0 ? figuresFound / figures : 1, BestSentenceOf(claim, evidence, matches, all), near, adjacent, run,
            missing / (missing + 1), WorstClauseOf(claim, matches), GapOf(claim, matches));
    }

    public double[] ToArray() => [Figures, BestSentence, Near, Adjacent, LongestRun, Missing, WorstClause, Gap];

    private static double WorstClauseOf(Wording claim, Match[] matches)
    {
        var worst = 1.0;
        foreach (var clause in Enumerable.Range(0, matches.Length).Where(i => claim.Words[i].IsContent).GroupBy(i => claim.Words[i].Clause))
            if (clause.Count() > 1)
                worst = Math.Min(worst, clause.Average(i => matches[i].Weight));
        return worst;
    }

    private static double GapOf(Wording claim, Match[] matches)
    {
        int longest = 0, gap = 0;
        for (var i = 0; i < matches.Length; i++)
        {
            if (!claim.Words[i].IsContent)
                continue;
            gap = matches[i].Weight > 0 ? 0 : gap + 1;
            longest = Math.Max(longest, gap);
        }

        return Math.Min(1, longest / 5.0);
    }

    private readonly record struct Match(double Weight, List<Position>? Positions);

    private static Match Find(string term, IReadOnlyList<Wording> evidence)
    {
        var exact = new List<Position>();
        for (var e = 0; e < evidence.Count; e++)
            foreach (var index in evidence[e].PositionsOf(term))
                exact.Add(new Position(e, index));
        if (exact.Count > 0)
            return new Match(1, exact);
        var close = new List<Position>();
        var related = new List<Position>();
        var family = WordFamilies.Of(term);
        for (var e = 0; e < evidence.Count; e++)
            foreach (var other in evidence[e].Terms)
            {
                var into = Synonyms.AreClose(term, other) ? close : family.Contains(other) ? related : null;
                if (into is null)
                    continue;
                foreach (var index in evidence[e].PositionsOf(other))
                    into.Add(new Position(e, index));
            }

        return close.Count > 0 ? new Match(0.9, close) : related.Count > 0 ? new Match(0.5, related) : default;
    }

    /// <summary>Words of amounts that the evidence has in another form: "12,500,000" for "12.5 million".</summary>
    private static Dictionary<int, List<Position>> SameAmounts(Wording claim, IReadOnlyList<Wording> evidence)
    {
        var found = new Dictionary<int, List<Position>>();
        var amounts = claim.Words.Any(word => word.IsFigure) ? AmountReader.Read(claim, _ => false) : [];
        if (amounts.Count == 0)
            return found;
        for (var e = 0; e < evidence.Count; e++)
            foreach (var other in evidence[e].AllAmounts)
                foreach (var amount in amounts)
                    if (amount.MayStandFor(other))
                        for (var i = amount.First; i <= amount.Last; i++)
                        {
                            if (!found.TryGetValue(i, out var positions))
                                found[i] = positions = [];
                            positions.Add(new Position(e, other.First));
                        }

        return found;
    }

    private static double BestSentenceOf(Wording claim, IReadOnlyList<Wording> evidence, Match[] matches, double all)
    {
        var sums = new Dictionary<(int, int), double>();
        var vouched = 0.0;
        for (var i = 0; i < matches.Length; i++)
        {
            if (matches[i].Positions is not { } positions)
            {
                vouched += matches[i].Weight;
                continue;
            }

            foreach (var sentence in positions.Select(position => (position.Place, evidence[position.Place].Words[position.Index].Sentence)).Distinct())
                sums[sentence] = sums.GetValueOrDefault(sentence) + matches[i].Weight;
        }

        return all == 0 ? 0 : (sums.Values.DefaultIfEmpty(0).Max() + vouched) / all;
    }

    private static (double Near, double Adjacent, double Run) Order(Wording claim, IReadOnlyList<Wording> evidence, Match[] matches)
    {
        int pairs = 0, near = 0, last = -1;
        for (var i = 0; i < matches.Length; i++)
        {
            if (!claim.Words[i].IsContent)
                continue;
            if (last >= 0)
            {
                pairs++;
                near += AreNear(evidence, matches[last].Positions, matches[i].Positions) ? 1 : 0;
            }

            last = i;
        }

        int adjacent = 0, longest = 0;
        var running = new HashSet<Position>();
        for (var i = 0; i < claim.Words.Length; i++)
        {
            var at = new HashSet<Position>();
            for (var e = 0; e < evidence.Count; e++)
                foreach (var index in evidence[e].PositionsOf(claim.Words[i].Term))
                    at.Add(new Position(e, index));
            running.RemoveWhere(position => !at.Contains(new Position(position.Place, position.Index + 1)));
            adjacent += running.Count > 0 ? 1 : 0;
            running = [.. at];
            longest = Math.Max(longest, RunEndingAt(claim, evidence, i, at, longest));
        }

        var count = claim.Words.Length;
        return (pairs == 0 ? 1 : (double)near / pairs, count < 2 ? 0 : (double)adjacent / (count - 1), count == 0 ? 0 : (double)longest / count);
    }

    private static int RunEndingAt(Wording claim, IReadOnlyList<Wording> evidence, int end, HashSet<Position> at, int longest)
    {
        foreach (var position in at)
        {
            var length = 1;
            var words = evidence[position.Place].Words;
            while (length <= end && length <= position.Index && claim.Words[end - length].Term == words[position.Index - length].Term)
                length++;
            longest = Math.Max(longest, length);
        }

        return longest;
    }

    private static bool AreNear(IReadOnlyList<Wording> evidence, List<Position>? left, List<Position>? right)
    {
        if (left is null || right is null)
            return false;
        foreach (var a in left)
            foreach (var b in right)
                if (a.Place == b.Place && b.Index > a.Index && b.Index - a.Index <= NearDistance && evidence[a.Place].Words[a.Index].Sentence == evidence[b.Place].Words[b.Index].Sentence)
                    return true;
        return false;
    }
}
