using NewsBot.Core.Articles;

namespace NewsBot.Sources.Pages;

/// <summary>A news article as its web page shows it: everything that the archive would store of it.</summary>
public sealed record PageArticle
{
    /// <summary>The headline, without the outlet's name.</summary>
    public required string Title { get; init; }

    /// <summary>Who wrote it, without "By"; several names are separated by commas.</summary>
    public string? Byline { get; init; }

    /// <summary>The outlet as it names itself; empty where the page does not say.</summary>
    public string Outlet { get; init; } = "";

    /// <summary>When it was first published, as precisely as the page says; null where it does not.</summary>
    public PublicationTime? Published { get; init; }

    /// <summary>When it was last changed, where that is later than <see cref="Published"/>.</summary>
    public PublicationTime? Modified { get; init; }

    /// <summary>BCP 47 language of the text; "und" where it could not be told.</summary>
    public string Language { get; init; } = "und";

    /// <summary>The address that the page calls its own, absolute; null where it names none.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>The body as plain text: paragraphs, list items and quotations separated by one empty line.</summary>
    public required string Text { get; init; }

    /// <summary>The page has a headline and at most a sentence or two of the article.</summary>
    public bool HeadlineOnly { get; init; }

    /// <summary>The page says that the whole article is for subscribers only.</summary>
    public bool Paywalled { get; init; }

    /// <summary>What was doubtful and how it was settled, in plain words: "has a publication date in the future, which is left out".</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>What came of reading a page: an article, or a plain reason why there is none. Exactly one of the two is set.</summary>
public sealed record PageReading
{
    private PageReading()
    {
    }

    public PageArticle? Article { get; private init; }

    /// <summary>Follows the page's name in a sentence: "is not HTML".</summary>
    public string? Reason { get; private init; }

    public static PageReading Read(PageArticle article) => new() { Article = article };

    public static PageReading Failed(string reason) => new() { Reason = reason };
}
