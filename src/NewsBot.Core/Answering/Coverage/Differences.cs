using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Answering.Voices;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Coverage;

/// <summary>
/// Shows side by side where independent reports on one thing give different amounts. Only reports within
/// <see cref="MostDays"/> days of each other are compared, as later a number may have changed in truth; a correction, or a report
/// that names the other's number, is compared however late it is.
/// </summary>
internal static class Differences
{
    private const int MostDays = 7;
    private const int MostReports = 12;
    private const int MostPoints = 3;
    private const int MostStatements = 8;

    public static AnswerDraft Of(TopicReports found, AskedTopic topic, CoverageQuestion asked)
    {
        var reports = found.Reports.Take(MostReports).ToList();
        var nearest = reports.Take(3).Select(report => ArticleHeader.Of(report.Article.Article)).ToList();
        if (reports.Count == 1)
            return AnswerDraft.DeclineWith($"The archive has only one independent report on \"{asked.Topic}\", so there is nothing to compare.", nearest);
        var matter = Tokenizer.Tokenize(asked.Event ?? asked.Topic).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
        var points = Points([.. reports.SelectMany(report => Figure.In(report, topic, matter))], topic);
        if (points.Count == 0)
            return AnswerDraft.DeclineWith($"The {reports.Count} independent reports on \"{asked.Topic}\" give no different numbers for one thing that I can find.", nearest);
        return new AnswerDraft
        {
            Headline = $"The reports differ: {string.Join("; ", points.Select(Sides))}.",
            Statements = [.. points.SelectMany(point => point).SelectMany(Statement).DistinctBy(statement => statement.Text).Take(MostStatements)],
            Notes = [.. points.Select(Note), "Only numbers are compared; they may count different things."],
        };
    }

    /// <summary>Groups of figures for one thing, one for each report, the largest first; where the question names a thing, those about it go before others and alone.</summary>
    private static List<IReadOnlyList<Figure>> Points(IReadOnlyList<Figure> figures, AskedTopic topic)
    {
        var points = new List<IReadOnlyList<Figure>>();
        var taken = new HashSet<Figure>();
        foreach (var figure in figures)
        {
            if (taken.Contains(figure))
                continue;
            var point = PointOf(figure, [.. figures.Where(other => !taken.Contains(other))]);
            if (point.Count < 2)
                continue;
            taken.UnionWith(point);
            points.Add(point);
        }

        var terms = topic.Parts.SelectMany(part => part.Words).SelectMany(word => word.Terms).ToHashSet(StringComparer.Ordinal);
        var about = points.FindAll(point => point.Any(figure => figure.Aspects.Overlaps(terms)));
        return [.. (about.Count > 0 ? about : points).OrderByDescending(point => point.Any(figure => figure.IsCorrection)).ThenByDescending(point => point.Count).Take(MostPoints)];
    }

    /// <summary>A figure with those of other reports that differ from it or from one of those, one of each report: a correction, else the one with most words in common.</summary>
    private static IReadOnlyList<Figure> PointOf(Figure figure, IReadOnlyList<Figure> figures)
    {
        var point = new List<Figure> { figure };
        while (figures.Where(other => point.TrueForAll(one => one.Report != other.Report) && point.Exists(one => one.DiffersFrom(other) && MayBeCompared(one, other)))
            .OrderByDescending(other => other.IsCorrection).ThenByDescending(other => Shared(figure, other)).FirstOrDefault() is { } next)
            point.Add(next);
        return [.. point.OrderBy(one => one.Report.Article.Article.Published.Instant)];
    }

    private static bool MayBeCompared(Figure a, Figure b) =>
        a.IsCorrection || b.IsCorrection
        || Math.Abs(a.Report.Article.Article.Published.Day.DayNumber - b.Report.Article.Article.Published.Day.DayNumber) <= MostDays
        || Names(a, b) || Names(b, a);

    private static bool Names(Figure later, Figure earlier) =>
        new Place(new EvidenceSpan(later.Report.Article, later.Sentence)).Amounts.Any(amount => amount.Value == earlier.Amount.Value);

    private static int Shared(Figure a, Figure b) => a.Aspects.Count(term => b.Aspects.Contains(term) || WordFamilies.Of(term).Any(b.Aspects.Contains));

    private static IEnumerable<DraftStatement> Statement(Figure figure) =>
        ShownSentence.Told(figure.Report.Article, figure.Sentence) is { } shown ? [CoverageAnswer.Behind(figure.Report.Article, shown)] : [];

    private static string Sides(IReadOnlyList<Figure> point) => string.Join(" or ", point.Select(figure => $"“{figure.Text}”{(figure.IsCorrection ? " (a correction)" : "")}"));

    private static string Note(IReadOnlyList<Figure> point) =>
        $"{string.Join(" or ", point.Select(figure => $"“{figure.Text}” ({OutletPrefix.Of(figure.Report.Article.Article)}{(figure.IsCorrection ? ", a correction" : "")})"))}.";
}
