using System.Globalization;
using NewsBot.Core.Answering.Gate.Wordings;
using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate;

/// <summary>
/// What a statement may rest on: the cited sentences; of their articles headline, outlet, author and publication date;
/// and what the analysis resolved inside the cited sentences: dates and speakers.
/// </summary>
internal sealed class Ground
{
    private readonly HashSet<string> _terms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _resolvedTerms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _people = new(StringComparer.Ordinal);
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<DateOnly> _days = [];
    private readonly List<Wording> _resolved = [];

    public Ground(IReadOnlyList<Place> places)
    {
        Places = places;
        Folded = [.. places.Select(place => place.Wording.Text)];
        foreach (var place in places)
            Add(place);
    }

    public IReadOnlyList<Place> Places { get; }

    /// <summary>The cited words, one text for each place, typography folded.</summary>
    public IReadOnlyList<string> Folded { get; }

    /// <summary>Names that the analysis resolved for the cited words: speakers with their titles, outlet and author.</summary>
    public IReadOnlyList<Wording> Resolved => _resolved;

    /// <summary>Whether any cited place negates something.</summary>
    public bool Negated => Folded.Any(Negation.In);

    public IEnumerable<string?> Urls => Places.Select(place => place.Article.Article.Url);

    /// <summary>Whether a term stands in the cited sentences or in what was resolved from them.</summary>
    public bool Has(string term) => _terms.Contains(term) || _resolvedTerms.Contains(term);

    public bool IsCited(string term) => _terms.Contains(term);

    /// <summary>Whether the cited words have a term with a capital.</summary>
    public bool IsCitedName(string term) => Places.Any(place => place.Wording.PositionsOf(term).Any(i => place.Wording.Words[i].IsCapital));

    /// <summary>The same inside a sentence, where only names have one.</summary>
    public bool IsNamed(string term) => Places.Any(place => place.Wording.PositionsOf(term).Any(i => place.Wording.Words[i].IsName));

    /// <summary>
    /// Whether a term names somebody whom the cited words mean without naming them: a speaker, the outlet; or somebody named right
    /// before them or in the headline, where they have a pronoun or speak of "the president".
    /// </summary>
    public bool IsResolved(string term) => _people.Contains(term) || Places.Any(place => place.RefersBack && place.Before.PositionsOf(term).Count > 0);

    public bool StandsInArticle(string term) => Places.Any(place => place.Whole.PositionsOf(term).Count > 0);

    public bool HasNumber(string number) => _numbers.Contains(number);

    /// <summary>Whether a resolved date of the cited words begins or ends in a year.</summary>
    public bool HasYear(decimal year) => Places.Any(place => place.Times.Any(time => time.Interval is { } interval && (interval.Start?.Year == year || interval.End?.Year == year)));

    /// <summary>Whether a date is that of publication, an end of a resolved date, or written in the cited words.</summary>
    public bool HasDate(DateMention date) =>
        _days.Any(date.Covers) || Folded.Any(cited => DateMentions.In(cited).Dates.Any(written => IsCoarser(date, written)));

    private static bool IsCoarser(DateMention date, DateMention written) =>
        date.Month == written.Month && (date.Day is null || date.Day == written.Day) && (date.Year is null || date.Year == written.Year);

    private void Add(Place place)
    {
        var article = place.Article.Article;
        foreach (var word in place.Wording.Words)
            _terms.Add(word.Term);
        AddTo(_resolvedTerms, article.Title);
        Resolve(article.Source);
        Resolve(article.Author);
        AddDay(article.Published.Day);
        foreach (var time in place.Times)
            AddTime(time);
        foreach (var quote in place.Quotes)
            AddSpeaker(quote.Speaker);
        foreach (var number in Numerals.In(place.Wording.Text))
            _numbers.Add(number);
    }

    private void AddSpeaker(Speaker speaker)
    {
        Resolve(speaker.Text);
        Resolve(speaker.Name);
        Resolve(speaker.Title);
        Resolve(speaker.Channel);
        foreach (var candidate in speaker.Candidates)
            Resolve(candidate);
    }

    private void Resolve(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        var wording = Wording.Read(text);
        _resolved.Add(wording);
        foreach (var word in wording.Words)
        {
            _resolvedTerms.Add(word.Term);
            if (word.IsCapital)
                _people.Add(word.Term);
        }
    }

    private void AddTime(TimeExpression time)
    {
        if (time.Interval is not { } interval)
            return;
        if (interval.Start is { } start)
            AddDay(start);
        if (interval.End is { } end)
            AddDay(end);
        var phrase = DatePhrase.Of(interval, time.Precision);
        AddTo(_resolvedTerms, phrase);
        foreach (var number in Numerals.In(DateMentions.In(phrase).Remainder))
            _numbers.Add(number);
    }

    private void AddDay(DateOnly day)
    {
        _days.Add(day);
        _numbers.Add(day.Year.ToString(CultureInfo.InvariantCulture));
        AddTo(_resolvedTerms, day.ToString("d MMMM yyyy dddd", CultureInfo.InvariantCulture));
    }

    private static void AddTo(HashSet<string> terms, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        foreach (var token in Tokenizer.Tokenize(text))
            terms.Add(token.Term);
    }
}
