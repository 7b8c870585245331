using NewsBot.Core.Answering.Gate.Wordings;

namespace NewsBot.Core.Answering.Gate;

/// <summary>What a statement may rest on: the cited places together.</summary>
internal sealed class Ground(IReadOnlyList<Place> places)
{
    public IReadOnlyList<Place> Places => places;

    /// <summary>The cited words, one text for each place, typography folded.</summary>
    public IReadOnlyList<string> Folded { get; } = [.. places.Select(place => place.Folded)];

    /// <summary>Names that the analysis resolved for the cited words.</summary>
    public IEnumerable<Wording> Resolved => places.SelectMany(place => place.Facts.Resolved);

    /// <summary>Whether any cited place negates something.</summary>
    public bool Negated => Folded.Any(Negation.In);

    public IEnumerable<string?> Urls => places.Select(place => place.Article.Article.Url);

    /// <summary>Whether a term stands in the cited sentences or in what was resolved from them.</summary>
    public bool Has(string term) => IsCited(term) || places.Any(place => place.Facts.Terms.Contains(term));

    public bool IsCited(string term) => places.Any(place => place.Wording.PositionsOf(term).Count > 0);

    /// <summary>Whether the cited words have a term with a capital.</summary>
    public bool IsCitedName(string term) => places.Any(place => place.Wording.PositionsOf(term).Any(i => place.Wording.Words[i].IsCapital));

    /// <summary>The same inside a sentence, where only names have one.</summary>
    public bool IsNamed(string term) => places.Any(place => place.Wording.PositionsOf(term).Any(i => place.Wording.Words[i].IsName));

    /// <summary>
    /// Whether a term names somebody whom the cited words mean without naming them: a speaker, the outlet; or somebody named right
    /// before them or in the headline, where they have a pronoun or speak of "the president".
    /// </summary>
    public bool IsResolved(string term) =>
        places.Any(place => place.Facts.People.Contains(term)) || places.Any(place => place.RefersBack && place.Before.PositionsOf(term).Count > 0);

    /// <summary>Whether a cited article has words as they are written.</summary>
    public bool StandsInArticle(string words) => places.Any(place => place.ArticleHas(words));

    public bool HasNumber(string number) => places.Any(place => place.Facts.Numbers.Contains(number));

    /// <summary>Whether a resolved date of the cited words begins or ends in a year.</summary>
    public bool HasYear(decimal year) => places.Any(place => place.Times.Any(time => time.Interval is { } interval && (interval.Start?.Year == year || interval.End?.Year == year)));

    /// <summary>Whether a date is that of publication, an end of a resolved date, or written in the cited words.</summary>
    public bool HasDate(DateMention date) =>
        places.Any(place => place.Facts.Days.Any(date.Covers)) || Folded.Any(cited => DateMentions.In(cited).Dates.Any(written => IsCoarser(date, written)));

    private static bool IsCoarser(DateMention date, DateMention written) =>
        date.Month == written.Month && (date.Day is null || date.Day == written.Day) && (date.Year is null || date.Year == written.Year);
}
