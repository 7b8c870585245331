using NewsBot.Core.Dates;

namespace NewsBot.Core.Articles;

/// <summary>
/// Names an article in every output. It is the id that its source gave, or else derived from its URL or its path,
/// so that an edited article keeps it.
/// </summary>
public readonly record struct ArticleId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>
/// When an article was published: an instant with the offset of its outlet, and how much of it is known.
/// With <see cref="DatePrecision.Day"/> only <see cref="Day"/> means anything.
/// </summary>
public readonly record struct PublicationTime(DateTimeOffset Instant, DatePrecision Precision)
{
    /// <summary>The calendar day at the outlet.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Instant.DateTime);

    public static PublicationTime OnDay(DateOnly day) =>
        new(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), DatePrecision.Day);
}

/// <summary>How much of an article the text has.</summary>
public enum Coverage
{
    /// <summary>The whole article, as far as can be told.</summary>
    Full,

    /// <summary>Only its headline, and a sentence or two of its feed.</summary>
    HeadlineOnly,

    /// <summary>What stands before a paywall.</summary>
    Paywalled,
}

/// <summary>A news article as it is stored. The text is what every offset in the program points into.</summary>
public sealed record Article
{
    public required ArticleId Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The body: paragraphs separated by one empty line, line ends folded to <c>\n</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The outlet as a reader would name it ("TASS"); empty where nothing names one.</summary>
    public required string Source { get; init; }

    public required PublicationTime Published { get; init; }

    public string? Url { get; init; }

    public string? Author { get; init; }

    /// <summary>BCP 47 language of the text ("en", "de"); "und" where it could not be told.</summary>
    public string Language { get; init; } = "und";

    /// <summary>
    /// Where it was read: the file's path, and behind <c>#</c> the line for formats with many articles a file; for what is read
    /// from the network the configured address of its source.
    /// </summary>
    public required string Origin { get; init; }

    /// <summary>SHA-256 (hexadecimal) over everything above that a reader could see; two equal hashes are one article.</summary>
    public required string ContentHash { get; init; }

    /// <summary>When the outlet last changed it, where it says so.</summary>
    public PublicationTime? Modified { get; init; }

    public Coverage Coverage { get; init; }
}
