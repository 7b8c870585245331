using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate;

/// <summary>
/// What a statement may rest on: the cited sentences; of their articles headline, outlet, author and publication date;
/// and what the analysis resolved inside the cited sentences: dates and speakers.
/// </summary>
internal sealed class Ground
{
    private readonly IReadOnlyList<EvidenceSpan> _evidence;
    private readonly HashSet<string> _terms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _resolvedTerms = new(StringComparer.Ordinal);
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<DateOnly> _days = [];

    public Ground(IReadOnlyList<EvidenceSpan> evidence)
    {
        _evidence = evidence;
        Folded = [.. evidence.Select(span => Typography.Fold(span.Span.Of(span.Article.Article.Text)))];
        foreach (var span in evidence)
            Add(span);
    }

    /// <summary>The cited words, one text for each place, typography folded.</summary>
    public IReadOnlyList<string> Folded { get; }

    /// <summary>Whether any cited place negates something.</summary>
    public bool Negated => Folded.Any(Negation.In);

    public IEnumerable<string?> Urls => _evidence.Select(span => span.Article.Article.Url);

    /// <summary>Whether a term stands in the cited sentences or in what was resolved from them.</summary>
    public bool Has(string term) => _terms.Contains(term) || _resolvedTerms.Contains(term);

    public bool HasNumber(string number) => _numbers.Contains(number);

    /// <summary>Whether a date is that of publication, an end of a resolved date, or written in the cited words.</summary>
    public bool HasDate(DateMention date) =>
        _days.Any(date.Covers) || Folded.Any(cited => DateMentions.In(cited).Dates.Any(written => IsCoarser(date, written)));

    private static bool IsCoarser(DateMention date, DateMention written) =>
        date.Month == written.Month && (date.Day is null || date.Day == written.Day) && (date.Year is null || date.Year == written.Year);

    private void Add(EvidenceSpan evidence)
    {
        var article = evidence.Article.Article;
        AddTo(_terms, evidence.Span.In(article.Text));
        AddTo(_resolvedTerms, article.Title);
        AddTo(_resolvedTerms, article.Source);
        AddTo(_resolvedTerms, article.Author);
        AddDay(article.Published.Day);
        foreach (var time in evidence.Article.Analysis.Times)
            if (time.Span.Overlaps(evidence.Span))
                AddTime(time);
        foreach (var quote in evidence.Article.Analysis.Quotes)
            if (Touches(quote, evidence.Span))
                AddSpeaker(quote.Speaker);
        foreach (var number in Numerals.In(evidence.Span.In(article.Text)))
            _numbers.Add(number);
    }

    private static bool Touches(Quote quote, TextSpan span) =>
        quote.Content.Any(content => content.Overlaps(span)) || (quote.Speaker.Span is { } speaker && speaker.Overlaps(span));

    private void AddSpeaker(Speaker speaker)
    {
        AddTo(_resolvedTerms, speaker.Text);
        AddTo(_resolvedTerms, speaker.Name);
        AddTo(_resolvedTerms, speaker.Title);
        AddTo(_resolvedTerms, speaker.Channel);
        foreach (var candidate in speaker.Candidates)
            AddTo(_resolvedTerms, candidate);
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
