using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Sources.Cleaning;
using NewsBot.Sources.Configuration;
using NewsBot.Sources.Feeds;
using NewsBot.Sources.Fetching;
using NewsBot.Sources.Pages;

namespace NewsBot.Sources.Live;

/// <summary>
/// Reads one article of a source: the entry that names it, and its page where the entry does not have the whole text. It
/// gives the article and what is to be remembered of it.
/// </summary>
internal sealed class StoryReader(SourceSettings source, LiveReading reading, string? feedOutlet)
{
    /// <summary>How an entry was read.</summary>
    /// <param name="State">What is to be remembered; null for an entry that is to be looked at again next time as a new one.</param>
    /// <param name="Item">What the archive is told; null for nothing.</param>
    /// <param name="Problem">Why there is no article, or not the whole of it.</param>
    public sealed record Outcome(EntryState? State, SourceItem? Item = null, string? Problem = null);

    /// <summary>An entry that is new, or says something else than before.</summary>
    /// <param name="key">Names it in the state.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="before">What is remembered of it; null for a new one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Outcome> ReadAsync(string key, FeedEntry entry, EntryState? before, CancellationToken cancellationToken)
    {
        var url = AddressRules.TryParse(entry.Link, out var address, out _) ? CanonicalUrl.WithoutTracking(address) : null;
        var identity = url is null ? null : CanonicalUrl.Of(url.AbsoluteUri);
        var state = (before ?? new EntryState { FirstSeen = reading.Now }) with
        {
            Url = url?.AbsoluteUri,
            Identity = before?.Identity ?? identity,
            FeedHash = HashOf(entry),
            Title = entry.Title,
            Author = entry.Author,
            Language = entry.Language,
            Published = (entry.Published ?? entry.Updated)?.Instant,
            PublishedPrecision = (int)((entry.Published ?? entry.Updated)?.Precision ?? DatePrecision.Day),
        };
        if (before is null && ClaimedElsewhere(key, state) is { } elsewhere)
            return new Outcome(elsewhere);

        var own = EntryText.Of(entry);
        if (url is null || source.FullText == false || (own.IsWhole && source.FullText != true))
            return Build(key, state, Told(entry, own, url), entry.Updated, fromPage: false);
        var page = await LookAsync(state, cancellationToken).ConfigureAwait(false);
        if (page.Status == FetchStatus.NotModified)
            return new Outcome(state with { PageRead = reading.Now, GoneSince = null });
        if (page.Status == FetchStatus.Gone)
            return Gone(before is null ? state with { Article = "" } : state);
        if (page.Status == FetchStatus.Fetched && PageReader.Read(page.Body, page.ContentType, page.Address!, reading.Now) is var read && read.Article is { } article)
            return FromPage(key, state, article, page, entry.Updated);
        var problem = page.Status == FetchStatus.Fetched ? "has no article that could be found" : page.Reason;
        return before is { Article.Length: > 0 }
            ? new Outcome(before with { PageRead = reading.Now }, Problem: problem)
            : Build(key, state, Told(entry, own, url), entry.Updated, fromPage: true) with { Problem = problem };
    }

    /// <summary>Another look at the page of an article that the archive has.</summary>
    public async Task<Outcome> LookAgainAsync(string key, EntryState state, CancellationToken cancellationToken)
    {
        var page = await LookAsync(state, cancellationToken).ConfigureAwait(false);
        switch (page.Status)
        {
            case FetchStatus.NotModified:
                return new Outcome(state with { PageRead = reading.Now, GoneSince = null });
            case FetchStatus.Gone:
                return Gone(state);
            case FetchStatus.Fetched when !state.FromPage:
                return new Outcome(state with { PageRead = reading.Now, GoneSince = null, PageETag = page.Validators.ETag, PageLastModified = page.Validators.LastModified });
            case FetchStatus.Fetched when PageReader.Read(page.Body, page.ContentType, page.Address!, reading.Now).Article is { } article:
                return FromPage(key, state, article, page, null);
            default:
                return new Outcome(state with { PageRead = reading.Now }, Problem: page.Reason);
        }
    }

    public static string HashOf(FeedEntry entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\u001f', entry.Link, entry.Title, entry.Author, $"{entry.Published?.Instant:O}", $"{entry.Updated?.Instant:O}", entry.ContentHtml, entry.SummaryHtml))))[..24];

    /// <summary>Whether the archive has the article as this state says; after an undo it may not.</summary>
    public bool IsStored(EntryState state) =>
        state.Article.Length > 0 && reading.Known.TryGetValue(new ArticleId(state.Article), out var known) && known.ContentHash == state.ContentHash;

    private Task<FetchResult> LookAsync(EntryState state, CancellationToken cancellationToken) => reading.Fetcher.FetchAsync(
        new FetchRequest(new Uri(state.Url!), FetchKind.Page)
        {
            NamedBy = source.Kind == SourceKind.Page ? null : new Uri(source.Place),
            Validators = IsStored(state) ? new Validators(state.PageETag, state.PageLastModified) : default,
        },
        cancellationToken);

    private Outcome FromPage(string key, EntryState state, PageArticle page, FetchResult fetched, PublicationTime? updated)
    {
        var published = state.Published is { } instant ? new PublicationTime(instant, (DatePrecision)state.PublishedPrecision) : page.Published ?? page.Modified;
        state = state with { PageRead = reading.Now, GoneSince = null, PageETag = fetched.Validators.ETag, PageLastModified = fetched.Validators.LastModified };
        if (published is not { } time)
            return new Outcome(null, Problem: "has no usable date");
        var address = CanonicalUrl.WithoutTracking(Own(page.CanonicalUrl, fetched.Address!) ?? fetched.Address!);
        if (state.Article.Length == 0)
        {
            state = state with { Identity = CanonicalUrl.Of(address.AbsoluteUri), TextHash = LiveArticle.TextHash(page.Text) };
            if (ClaimedElsewhere(key, state) is { } elsewhere)
                return new Outcome(elsewhere);
        }

        var story = new LiveStory(NotBlank(state.Title) ?? page.Title, page.Text, time)
        {
            Outlet = NotBlank(page.Outlet) ?? feedOutlet,
            Url = address.AbsoluteUri,
            Author = NotBlank(state.Author) ?? page.Byline,
            Language = NotBlank(state.Language) ?? (page.Language == "und" ? null : page.Language),
            Modified = page.Modified ?? updated,
            Coverage = page.Paywalled ? Coverage.Paywalled : page.HeadlineOnly ? Coverage.HeadlineOnly : Coverage.Full,
        };
        return Build(key, state, story, updated, fromPage: true);
    }

    /// <summary>The story as the entry alone tells it.</summary>
    private LiveStory? Told(FeedEntry entry, EntryText own, Uri? url)
    {
        var text = own.Text.Length > 0 ? own.Text : NotBlank(entry.Title);
        return text is null || (entry.Published ?? entry.Updated) is not { } published
            ? null
            : new LiveStory(NotBlank(entry.Title) ?? text, text, published)
            {
                Outlet = feedOutlet,
                Url = url?.AbsoluteUri,
                Author = entry.Author,
                Language = entry.Language,
                Coverage = own.IsWhole ? Coverage.Full : Coverage.HeadlineOnly,
            };
    }

    private Outcome Build(string key, EntryState state, LiveStory? story, PublicationTime? updated, bool fromPage)
    {
        if (story is null)
            return new Outcome(null, Problem: "has no usable date, or no words");
        if (state.Article.Length == 0)
        {
            state = state with { Article = LiveArticle.IdOf(source, story.Url, key).Value, TextHash = LiveArticle.TextHash(story.Text) };
            if (ClaimedElsewhere(key, state) is { } elsewhere)
                return new Outcome(elsewhere);
        }

        var article = LiveArticle.Build(story with { Modified = story.Modified ?? updated }, source, new ArticleId(state.Article), reading.Now);
        return new Outcome(
            state with { ContentHash = article.ContentHash, FromPage = fromPage, TextHash = LiveArticle.TextHash(article.Text), IsWithdrawn = false },
            SourceItem.Read(article));
    }

    private Outcome Gone(EntryState state)
    {
        if (state.Article.Length == 0 || state.IsWithdrawn)
            return new Outcome(state with { IsWithdrawn = true, PageRead = reading.Now }, Problem: "is not there");
        if (!GonePage.IsConfirmed(state, reading))
            return new Outcome(state with { GoneSince = state.GoneSince ?? reading.Now, PageRead = reading.Now }, Problem: "is gone, and is looked at once more before the article is taken out");
        return new Outcome(state with { IsWithdrawn = true, PageRead = reading.Now }, SourceItem.Withdrawn(new ArticleId(state.Article), GonePage.Reason));
    }

    /// <returns>What to remember of an entry whose story another one has; null when this one may have it.</returns>
    private EntryState? ClaimedElsewhere(string key, EntryState state)
    {
        var own = new Claim(source.Place, key);
        var isRestricted = source.Servers.Count > 0;
        var owner = reading.Claims.Address(own, isRestricted, state.Identity);
        if (owner == own)
            owner = reading.Claims.Words(own, isRestricted, source.Name ?? feedOutlet, state.TextHash);
        return owner == own ? null : new EntryState { Owner = owner.Place, FeedHash = state.FeedHash, FirstSeen = state.FirstSeen };
    }

    /// <summary>A page may give another address as its own, but only one of its own site.</summary>
    private static Uri? Own(string? canonical, Uri address) =>
        AddressRules.TryParse(canonical, out var own, out _) && (SiteOf(own) == SiteOf(address) || SiteOf(own).EndsWith("." + SiteOf(address), StringComparison.Ordinal) || SiteOf(address).EndsWith("." + SiteOf(own), StringComparison.Ordinal))
            ? own
            : null;

    private static string SiteOf(Uri address) => address.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Authority[4..].ToLowerInvariant() : address.Authority.ToLowerInvariant();

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
