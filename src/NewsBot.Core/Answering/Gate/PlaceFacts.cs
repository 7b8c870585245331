using System.Globalization;
using NewsBot.Core.Answering.Gate.Wordings;
using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate;

/// <summary>
/// What may be told of a place beside its words: headline, outlet, author and publication date of its article, and what
/// the analysis resolved inside the place, dates and speakers.
/// </summary>
internal sealed class PlaceFacts
{
    private readonly HashSet<string> _terms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _people = new(StringComparer.Ordinal);
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<DateOnly> _days = [];
    private readonly List<Wording> _resolved = [];

    public PlaceFacts(Place place)
    {
        var article = place.Article.Article;
        AddTo(_terms, article.Title);
        Resolve(article.Source);
        Resolve(article.Author);
        AddDay(article.Published.Day);
        foreach (var time in place.Times)
            AddTime(time);
        foreach (var speaker in place.Quotes.Select(quote => quote.Speaker).Distinct())
            AddSpeaker(speaker);
        foreach (var number in Numerals.In(place.Folded))
            _numbers.Add(number);
    }

    /// <summary>Names that the analysis resolved: speakers with their titles, outlet and author.</summary>
    public IReadOnlyList<Wording> Resolved => _resolved;

    /// <summary>All terms of all of it.</summary>
    public IReadOnlySet<string> Terms => _terms;

    /// <summary>The terms of names.</summary>
    public IReadOnlySet<string> People => _people;

    /// <summary>Numbers in the form of <see cref="Numerals"/>, with those of the cited words.</summary>
    public IReadOnlySet<string> Numbers => _numbers;

    /// <summary>The day of publication, and the first and last days of resolved dates.</summary>
    public IReadOnlySet<DateOnly> Days => _days;

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
            _terms.Add(word.Term);
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
        AddTo(_terms, phrase);
        foreach (var number in Numerals.In(DateMentions.In(phrase).Remainder))
            _numbers.Add(number);
    }

    private void AddDay(DateOnly day)
    {
        if (!_days.Add(day))
            return;
        _numbers.Add(day.Year.ToString(CultureInfo.InvariantCulture));
        AddTo(_terms, day.ToString("d MMMM yyyy dddd", CultureInfo.InvariantCulture));
    }

    private static void AddTo(HashSet<string> terms, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return;
        foreach (var token in Tokenizer.Tokenize(text))
            terms.Add(token.Term);
    }
}
