using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>How a text that somebody asks about relates to what an article has.</summary>
public enum QuoteMatchKind
{
    None,

    /// <summary>The same words in the same order; typography and typing slips do not count.</summary>
    Verbatim,

    /// <summary>Mostly the same words in the same order: <see cref="QuoteMatch.Changes"/> has what differs.</summary>
    Altered,

    /// <summary>Much the same content words.</summary>
    Paraphrase,
}

public enum WordChangeKind
{
    WordChanged,
    WordAdded,
    WordDropped,

    /// <summary>One side denies what the other says.</summary>
    NegationFlipped,
    NumberChanged,
    NameChanged,
}

/// <param name="Kind">What the change does.</param>
/// <param name="Said">The words of the article; empty where the asked text adds some.</param>
/// <param name="Asked">The words of the asked text; empty where it drops some.</param>
/// <param name="Span">Where the article's words stand; null where there are none.</param>
public sealed record WordChange(WordChangeKind Kind, string Said, string Asked, TextSpan? Span);

/// <param name="Kind">How the two relate.</param>
/// <param name="Score">For ranking, 0 to 2: verbatim lies above 1, altered and paraphrase between 0 and 1.</param>
/// <param name="Shown">The article's words that match, as spans of its text; several where the content is split.</param>
/// <param name="Changes">What differs, in the order of the text; empty unless altered.</param>
public sealed record QuoteMatch(QuoteMatchKind Kind, double Score, IReadOnlyList<TextSpan> Shown, IReadOnlyList<WordChange> Changes)
{
    public static readonly QuoteMatch None = new(QuoteMatchKind.None, 0, [], []);
}
