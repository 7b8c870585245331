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
/// <param name="Counted">The term of what is counted; "" where no noun tells, and one for people of any kind.</param>
internal sealed record Figure(TopicReport Report, TextSpan Sentence, Amount Amount, string Text, IReadOnlySet<string> Aspects, string Counted)
{
    private const int Near = 6;
    private const int Openings = 2;
    private const double LeastOfTopic = 0.5;
    private const string People = "people";

    /// <summary>People of any kind.</summary>
    private static readonly FrozenSet<string> Anybody = QuestionWords.Set("people person resident inhabitant victim civilian dead injured casualty fatality death");

    /// <summary>People of one kind: they may be all that another report counts.</summary>
    private static readonly FrozenSet<string> Persons = QuestionWords.Set(
        "man woman men women child children passenger worker soldier migrant refugee student teacher officer patient employee member boy girl adult");

    /// <summary>Words that tell that an amount without a noun counts people.</summary>
    private static readonly FrozenSet<string> Tolls = QuestionWords.Set("toll dead death killed injured wounded missing");

    private static readonly FrozenSet<string> Durations = QuestionWords.Set("second minute hour day week weekend month year decade century");

    /// <summary>Words beside many amounts that do not tell of what they are.</summary>
    private static readonly FrozenSet<string> Empty = QuestionWords.Set(
        "people person number total figure least most around nearly almost roughly approximately year month week day hour time first last past next later earlier least another per about " +
        "metre meter centimetre centimeter kilometre kilometer mile foot feet inch tonne ton kilogram litre liter gallon degree percent million billion thousand hundred");

    private static readonly FrozenSet<string> Breaks = QuestionWords.Set("and or but when while after before as because since until which who that where");

    /// <summary>Terms of the names in its sentence: where two sentences name different places and people only, they tell of different things.</summary>
    public IReadOnlySet<string> Names { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Of a correction: the other amounts that its article names, among them the wrong one, each with the terms of its sentence.</summary>
    public IReadOnlyList<(decimal Value, IReadOnlySet<string> Terms)> Replaces { get; init; } = [];

    public bool IsCorrection => Replaces.Count > 0;

    /// <summary>
    /// What a report says of a topic in numbers: the amounts in its first sentences and those that name the topic, but for what
    /// happened in another year; of a report that corrects, only the corrected.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="topic">What is asked about.</param>
    /// <param name="matter">Terms of what happened, which all reports have in common: they tell no two amounts to be of one thing.</param>
    public static IEnumerable<Figure> In(TopicReport report, AskedTopic topic, IReadOnlySet<string> matter)
    {
        var article = report.Article;
        var sentences = article.Analysis.Sentences;
        if (Corrections.Is(article.Article) && sentences.SelectMany(sentence => Corrected(report, sentence.Span)).ToList() is { Count: > 0 } corrected)
            return corrected;
        return sentences
            .Where((sentence, i) => (i < Openings || topic.Parts.Any(part => part.Share(AskedTopic.TermsOf(article.Article.Text, [sentence.Span])) >= LeastOfTopic)) && !IsOfAnotherYear(article, sentence.Span))
            .SelectMany(sentence => Stated(report, article.WithoutDateline(sentence.Span), matter));
    }

    private static bool IsOfAnotherYear(AnalyzedArticle article, TextSpan sentence) => article.Analysis.Times.Any(time =>
        time.Span.Overlaps(sentence) && time.Interval is { Start: { } start, End: { } end } && (end.Year < article.Article.Published.Day.Year || start.Year > article.Article.Published.Day.Year));

    private static IEnumerable<Figure> Stated(TopicReport report, TextSpan sentence, IReadOnlySet<string> matter)
    {
        var place = new Place(new EvidenceSpan(report.Article, sentence));
        var (wording, amounts) = (place.Wording, place.Amounts);
        var names = wording.Words.Where(word => word.IsName).Select(word => word.Term).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < amounts.Count; i++)
        {
            var amount = amounts[i];
            if (amount.Kind == AmountKind.Ordinal || IsPartOfWord(wording, amount))
                continue;
            var after = Words(wording, amount.Last + 1, i + 1 < amounts.Count ? amounts[i + 1].First : int.MaxValue, 1).ToList();
            var before = Words(wording, amount.First - 1, i > 0 ? amounts[i - 1].Last : -1, -1).ToList();
            var aspects = after.Concat(before).Select(at => wording.Words[at])
                .Where(word => word is { IsStop: false, IsName: false } && !Empty.Contains(word.Term) && !matter.Contains(word.Term)).Select(word => word.Term).ToHashSet(StringComparer.Ordinal);
            var noun = after.Take(3).Where(at => Anybody.Contains(wording.Words[at].Term) || Persons.Contains(wording.Words[at].Term)).Select(at => (int?)at).FirstOrDefault()
                ?? after.Take(2).Where(at => !StopWords.Contains(wording.Words[at].Term)).Select(at => (int?)at).FirstOrDefault();
            var counted = noun is { } word ? wording.Words[word].Term : "";
            if (Anybody.Contains(counted))
                counted = People;
            else if (amount.Kind == AmountKind.Count && !Persons.Contains(counted) && aspects.Overlaps(Tolls))
                (counted, noun) = (People, null);
            if (amount.Kind != AmountKind.Count || (counted.Length > 0 && !Durations.Contains(counted)))
                yield return new Figure(report, sentence, amount, wording.Text[wording.Words[amount.First].Span.Start..wording.Words[Math.Max(amount.Last, noun ?? 0)].Span.End], aspects, counted) { Names = names };
        }
    }

    /// <summary>"7.8-magnitude", "K-12".</summary>
    private static bool IsPartOfWord(Wording wording, Amount amount)
    {
        var (start, end) = (wording.Words[amount.First].Span.Start, wording.Words[amount.Last].Span.End);
        return (start > 0 && wording.Text[start - 1] == '-') || (end < wording.Text.Length && wording.Text[end] == '-');
    }

    private static IEnumerable<Figure> Corrected(TopicReport report, TextSpan sentence)
    {
        var text = report.Article.Article.Text;
        foreach (var right in Quantities.CorrectedIn(text, sentence))
        {
            if (!decimal.TryParse(right.Key, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var value))
                continue;
            var others = report.Article.Analysis.Sentences.SelectMany(other => new Place(new EvidenceSpan(report.Article, other.Span)).Amounts
                .Where(amount => amount.Value != value).Select(amount => (amount.Value, (IReadOnlySet<string>)AskedTopic.TermsOf(text, [other.Span]))));
            yield return new Figure(report, sentence, new Amount(value, AmountKind.Count, Bound.Exact, null, 0, 0), right.Text, FrozenSet<string>.Empty, "") { Replaces = [.. others] };
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
        return Amount.Kind == other.Amount.Kind && Amount.Currency == other.Amount.Currency && (Amount.Kind != AmountKind.Count || CountsSame(other))
            && !Amount.MayStandFor(other.Amount) && !other.Amount.MayStandFor(Amount)
            && (Names.Count == 0 || other.Names.Count == 0 || Names.Overlaps(other.Names)) && Share(Aspects, other.Aspects);
    }

    private bool CountsSame(Figure other) =>
        Counted == other.Counted || (Counted == People && Persons.Contains(other.Counted)) || (other.Counted == People && Persons.Contains(Counted));

    private bool Corrects(Figure other) => Replaces.Any(wrong => wrong.Value == other.Amount.Value && Share(other.Aspects, wrong.Terms));

    /// <summary>Whether a word, or one of its family, is in both.</summary>
    private static bool Share(IReadOnlySet<string> terms, IReadOnlySet<string> others) => terms.Any(term => others.Contains(term) || WordFamilies.Of(term).Any(others.Contains));
}
