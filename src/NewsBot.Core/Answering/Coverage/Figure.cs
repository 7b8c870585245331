using System.Collections.Frozen;
using NewsBot.Core.Answering.Candidates;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Answering.Gate.Wordings;
using NewsBot.Core.Answering.Voices;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Coverage;

/// <summary>An amount that a report gives, with the words around it that tell of what.</summary>
/// <param name="Report">The report.</param>
/// <param name="Sentence">Where it stands.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Text">As the report writes it, with the noun behind it.</param>
/// <param name="Aspects">Terms near it, up to the next amount, mark or joining word.</param>
/// <param name="IsOfPeople">Whether people are counted.</param>
internal sealed record Figure(TopicReport Report, TextSpan Sentence, Amount Amount, string Text, IReadOnlySet<string> Aspects, bool IsOfPeople)
{
    private const int Near = 6;

    private static readonly FrozenSet<string> Persons = QuestionWords.Set(
        "people person man woman men women child children resident inhabitant civilian victim passenger worker soldier migrant refugee student employee member dead injured");

    /// <summary>Words beside many amounts that do not tell of what they are.</summary>
    private static readonly FrozenSet<string> Empty = QuestionWords.Set(
        "people person number total figure least most around nearly almost roughly approximately year month week day hour time first last past next later earlier least another per about " +
        "metre meter centimetre centimeter kilometre kilometer mile foot feet inch tonne ton kilogram litre liter gallon degree percent million billion thousand hundred");

    private static readonly FrozenSet<string> Breaks = QuestionWords.Set("and or but when while after before as because since until which who that where");

    /// <summary>Of a correction: the other amounts that its article names, among them the wrong one.</summary>
    public IReadOnlyList<Figure> Replaces { get; init; } = [];

    public bool IsCorrection => Replaces.Count > 0;

    /// <summary>All amounts of a report; of one that corrects, only the corrected.</summary>
    public static IEnumerable<Figure> In(TopicReport report)
    {
        var article = report.Article;
        var sentences = article.Analysis.Sentences;
        if (Corrections.Is(article.Article) && sentences.SelectMany(sentence => Corrected(report, sentence.Span)).ToList() is { Count: > 0 } corrected)
            return corrected;
        return sentences.SelectMany(sentence => Stated(report, article.WithoutDateline(sentence.Span)));
    }

    private static IEnumerable<Figure> Stated(TopicReport report, TextSpan sentence)
    {
        var place = new Place(new EvidenceSpan(report.Article, sentence));
        var amounts = place.Amounts;
        for (var i = 0; i < amounts.Count; i++)
        {
            var amount = amounts[i];
            if (amount.Kind is AmountKind.Ordinal)
                continue;
            var after = Words(place.Wording, amount.Last + 1, i + 1 < amounts.Count ? amounts[i + 1].First : int.MaxValue, 1).ToList();
            var before = Words(place.Wording, amount.First - 1, i > 0 ? amounts[i - 1].Last : -1, -1).ToList();
            var aspects = after.Concat(before).Select(at => place.Wording.Words[at].Term).Where(term => !StopWords.Contains(term) && !Empty.Contains(term)).ToHashSet(StringComparer.Ordinal);
            var noun = after.Take(2).Where(at => !StopWords.Contains(place.Wording.Words[at].Term)).Select(at => (int?)at).FirstOrDefault() ?? amount.Last;
            yield return new Figure(
                report, sentence, amount, place.Wording.Text[place.Wording.Words[amount.First].Span.Start..place.Wording.Words[noun].Span.End], aspects,
                after.Take(3).Any(at => Persons.Contains(place.Wording.Words[at].Term)));
        }
    }

    private static IEnumerable<Figure> Corrected(TopicReport report, TextSpan sentence)
    {
        var text = report.Article.Article.Text;
        IReadOnlyList<Figure>? stated = null;
        foreach (var right in Quantities.CorrectedIn(text, sentence))
        {
            if (!decimal.TryParse(right.Key, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var value))
                continue;
            stated ??= [.. report.Article.Analysis.Sentences.SelectMany(other => Stated(report, other.Span))];
            yield return new Figure(report, sentence, new Amount(value, AmountKind.Count, Bound.Exact, null, 0, 0), right.Text, FrozenSet<string>.Empty, false)
            {
                Replaces = [.. stated.Where(figure => figure.Amount.Value != value).Select(figure => figure with { Aspects = AskedTopic.TermsOf(text, [figure.Sentence]) })],
            };
        }
    }

    private static IEnumerable<int> Words(Wording wording, int from, int limit, int step)
    {
        for (var (at, left) = (from, Near); at >= 0 && at < wording.Words.Length && at != limit && left > 0; at += step, left--)
        {
            if (Breaks.Contains(wording.Words[at].Term) || !(step > 0 ? wording.Joined(at - 1, at) : wording.Joined(at, at + 1)))
                yield break;
            yield return at;
        }
    }

    /// <summary>
    /// Whether two reports give different amounts for one thing: of one kind, neither standing for the other ("nearly 20" for 19), counting the same
    /// and with a word, or one of its family, in common around them; or the one corrects the other.
    /// </summary>
    public bool DiffersFrom(Figure other)
    {
        if (Report == other.Report || Amount.Value == other.Amount.Value)
            return false;
        if (IsCorrection || other.IsCorrection)
            return Corrects(other) || other.Corrects(this);
        return Amount.Kind == other.Amount.Kind && Amount.Currency == other.Amount.Currency && IsOfPeople == other.IsOfPeople
            && !Amount.MayStandFor(other.Amount) && !other.Amount.MayStandFor(Amount)
            && IsOfSame(other);
    }

    private bool Corrects(Figure other) => Replaces.Any(wrong => wrong.Amount.Value == other.Amount.Value && wrong.IsOfSame(other));

    private bool IsOfSame(Figure other) => Aspects.Any(term => other.Aspects.Contains(term) || WordFamilies.Of(term).Any(other.Aspects.Contains));
}
