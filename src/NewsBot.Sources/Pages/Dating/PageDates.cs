using System.Globalization;
using AngleSharp.Html.Dom;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Sources.Pages.Markup;
using NewsBot.Sources.Pages.Metadata;

namespace NewsBot.Sources.Pages.Dating;

/// <summary>
/// When a page was first published and when it was changed. What says so is asked in the order of how seldom it is wrong:
/// the metadata for machines, the day in the address, marked dates in the page, dates that readers see near the headline. Days that
/// have not come yet, or lie before the web, are left out with a note; a date of publication that lies after the day in the
/// address is that of a later edition.
/// </summary>
internal sealed record PageDates(PageDate? Published, PageDate? Modified, IReadOnlyList<string> Notes)
{
    private const int FirstYear = 1990;

    /// <summary>A zone can put the day in the address this far from the instant.</summary>
    private const int SameDays = 1;

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "article:published", "og:published_time", "og:pubdate", "datepublished", "date_published",
        "parsely-pub-date", "sailthru.date", "bt:pubdate", "rbpubdate", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
        "article.published", "published_time", "published-date", "publisheddate", "published", "pubdate", "publish-date", "publish_date", "publishdate", "publishtime", "publication_date",
        "publication-date", "publicationdate", "original-publish-date", "originalpublicationdate", "firstpublished", "dc.date.issued", "dcterms.issued", "dc.date.published", "dc.date.publication",
        "dcterms.created", "dc.date.created", "dc.created", "dcterms.date", "dc.date", "dcterms.available", "dcsext.articlefirstpublished", "citation_publication_date", "citation_date", "citation_online_date",
        "datecreated", "created", "create_date", "creation_date", "article_date_original", "articledate", "article:post_date", "article:create", "article.created", "artpubdate", "pub_date", "post_date", "displaydate", "dateposted",
        "prism.publicationdate", "vr:published_time", "shareaholic:article_published_time", "lastpublished", "ptime", "gentime", "timestamp", "date",
    ];

    private static readonly string[] ModifiedNames =
    [
        "article:modified_time", "og:article:modified_time", "og:updated_time", "article:updated_time", "datemodified", "date_modified", "article.updated", "dcterms.modified", "dc.date.modified",
        "modified", "modified_time", "updated_time", "last-modified", "lastmod", "lastmodified", "last_updated", "revised", "utime",
    ];

    public static PageDates Of(IHtmlDocument document, MetaTags meta, IReadOnlyList<LdArticle> articles, Elsewhere elsewhere, Uri address, string? language, DateTimeOffset now)
    {
        var order = Order(language, address);
        var notes = new List<string>();
        var inAddress = new[] { address.AbsoluteUri, meta.First("og:url"), Canonical(document) }
            .Select(url => url is null ? null : AddressDate.Of(url)).FirstOrDefault(day => day is not null);
        var marked = new MarkedDates(document, elsewhere, order);

        var modified = First(
            articles.Select(a => ("JSON-LD", a.Modified)), ModifiedNames.SelectMany(name => meta.All(name).Select(v => (name, (string?)v))), marked.Modified());
        var published = First(
            articles.Select(a => ("JSON-LD", a.Published)), PublishedNames.SelectMany(name => meta.All(name).Select(v => (name, (string?)v))), marked.Published())
            ?? Day(inAddress)
            ?? First(marked.Times(), marked.Visible(), marked.InScripts())
            ?? modified;
        if (inAddress is { } day && Day(inAddress) is { } fromAddress && published is { } later && later.Time.Day.DayNumber - day.DayNumber > SameDays)
            published = fromAddress;
        if (modified is { } change && published is { } first && change.Time.Instant <= first.Time.Instant)
            modified = null;
        return new PageDates(published, modified, notes);

        PageDate? Day(DateOnly? found) =>
            found is { } date && IsUsable(PublicationTime.OnDay(date)) ? new PageDate(PublicationTime.OnDay(date), "address") : null;

        PageDate? First(params ReadOnlySpan<IEnumerable<(string Evidence, string? Value)>> sources)
        {
            foreach (var source in sources)
            {
                foreach (var (evidence, value) in source)
                {
                    if (DateText.Of(value, order) is not { } time)
                        continue;
                    if (IsUsable(time))
                        return new PageDate(WithPrecision(time), evidence);
                    Note(time);
                }
            }

            return null;
        }

        bool IsUsable(PublicationTime time) =>
            time.Instant.Year >= FirstYear && (time.Precision == DatePrecision.Day ? time.Day <= DateOnly.FromDateTime(now.UtcDateTime.AddDays(1)) : time.Instant <= now.AddHours(1));

        void Note(PublicationTime time)
        {
            var note = string.Create(CultureInfo.InvariantCulture, $"has a date that cannot be true ({time.Day:yyyy-MM-dd}), which is left out");
            if (!notes.Contains(note) && notes.Count < 3)
                notes.Add(note);
        }
    }

    /// <summary>Programs that only know the day write midnight.</summary>
    private static PublicationTime WithPrecision(PublicationTime time) =>
        time.Instant.TimeOfDay == TimeSpan.Zero ? PublicationTime.OnDay(time.Day) : time;

    /// <summary>American pages write the month first; pages that only say "English" count as American unless their address is another country's.</summary>
    private static DayOrder Order(string? language, Uri address)
    {
        if (language is null || !language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            return language is null && IsAmerican(address) ? DayOrder.MonthFirst : DayOrder.DayFirst;
        return language.Equals("en-US", StringComparison.OrdinalIgnoreCase) || (language.Length == 2 && IsAmerican(address)) ? DayOrder.MonthFirst : DayOrder.DayFirst;
    }

    private static bool IsAmerican(Uri address) =>
        address.Host[(address.Host.LastIndexOf('.') + 1)..] is "com" or "org" or "net" or "us" or "gov" or "edu" or "mil";

    private static string? Canonical(IHtmlDocument document) => document.QuerySelector("link[rel='canonical']")?.GetAttribute("href");
}
