using NewsBot.Core.Corpus;

namespace NewsBot.Core.Commands.On;

/// <summary>
/// The words of what everybody writes about on a day: those that at least three articles and a tenth of them have in their
/// sentences about it, and at least <see cref="Lift"/> times the share of passages of the whole archive that have them.
/// </summary>
internal static class DayWords
{
    private const int FewestArticles = 3;
    private const double LeastShare = 0.1;
    private const double Lift = 5;

    public static IReadOnlySet<string> Of(IReadOnlyList<DayEvent> events, ICorpusSnapshot snapshot)
    {
        var articles = events.Select(one => one.Id).Distinct().Count();
        return events.SelectMany(one => one.Terms.Select(term => (Term: term, one.Id))).Distinct()
            .GroupBy(pair => pair.Term, StringComparer.Ordinal)
            .Where(group => group.Count() >= FewestArticles && (double)group.Count() / articles is var share && share >= LeastShare
                && share * Math.Max(1, snapshot.Counts.Passages) >= Lift * snapshot.PassageFrequency(group.Key))
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
    }
}
