using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Sources.Pages.Body;
using NewsBot.Sources.Pages.Markup;

namespace NewsBot.Sources.Pages.Dating;

/// <summary>Dates in the body of a page, by how they are marked. Comments, lists of other articles and the like are left out.</summary>
internal sealed partial class MarkedDates
{
    private const int MostElements = 20_000;
    private const int LongestDateLine = 300;

    /// <summary>Lines of text that the headline and its date may be apart.</summary>
    private const int LinesAfterHeadline = 30;
    private const int LinesBeforeHeadline = 12;
    private const int LongestScript = 500_000;
    private const int MostLines = 4000;

    private readonly IHtmlDocument _document;
    private readonly DayOrder _order;
    private readonly Elsewhere _elsewhere;
    private readonly List<IElement> _elements;

    public MarkedDates(IHtmlDocument document, Elsewhere elsewhere, DayOrder order)
    {
        (_document, _elsewhere, _order) = (document, elsewhere, order);
        _elements = [.. document.All.Take(MostElements).Where(e => HasMark(e) && !elsewhere.Has(e))];
    }

    public IEnumerable<(string, string?)> Published() =>
        Microdata("datePublished").Concat(Microdata("dateCreated"))
            .Concat(_elements.Where(e => IsTime(e) && (e.HasAttribute("pubdate") || (PublishedClass().IsMatch(Names(e)) && !UpdatedClass().IsMatch(Names(e)))))
                .Select(e => ("time of publication", Value(e))));

    public IEnumerable<(string, string?)> Modified() =>
        Microdata("dateModified").Concat(_elements.Where(e => IsTime(e) && UpdatedClass().IsMatch(Names(e))).Select(e => ("time of change", Value(e))));

    /// <summary>Other <c>time</c> elements, then elements whose class speaks of a date; those that speak of a change last.</summary>
    public IEnumerable<(string, string?)> Times() =>
        _elements.Where(e => e.LocalName != "abbr" && IsTime(e) && !UpdatedClass().IsMatch(Names(e))).Select(e => ("time element", Value(e)))
            .Concat(Classed(e => PublishedClass().IsMatch(Names(e)) && !UpdatedClass().IsMatch(Names(e))))
            .Concat(Classed(e => !UpdatedClass().IsMatch(Names(e))));

    /// <summary>Dates in the lines around the headline, then behind a word such as "Published", then anywhere in a short line.</summary>
    public IEnumerable<(string, string?)> Visible()
    {
        var lines = VisibleLines(out var headline);
        var near = lines.Select((line, i) => (line, i)).Where(l => headline >= 0 && l.i > headline - LinesBeforeHeadline && l.i < headline + LinesAfterHeadline).ToList();
        var ordered = near.Where(l => l.line.Length < LongestDateLine).OrderBy(l => l.i < headline).ToList();
        foreach (var (line, _) in ordered.Where(l => BodyTrim.IsDateLine(l.line)).Concat(ordered))
            yield return ("line near the headline", line);
        foreach (var line in lines)
        {
            if (PublishedWord().Match(line) is { Success: true } word)
                yield return ("word before a date", line.Substring(word.Index, Math.Min(line.Length - word.Index, LongestDateLine)));
        }

        foreach (var line in lines.Where(l => l.Length < 80 && !l.Contains('©', StringComparison.Ordinal)))
            yield return ("short line", line);
        foreach (var line in lines.Where(l => l.Length < LongestDateLine))
            yield return ("line", line);
    }

    /// <summary>The data that some pages build themselves from.</summary>
    public IEnumerable<(string, string?)> InScripts()
    {
        foreach (var script in _document.Scripts)
        {
            if (script.TextContent is { Length: < LongestScript } text && ScriptDate().Match(text) is { Success: true } match)
                yield return ("script", match.Groups["value"].Value);
        }
    }

    private IEnumerable<(string, string?)> Microdata(string property) =>
        _elements.Where(e => e.LocalName != "meta" && e.GetAttribute("itemprop")?.Contains(property, StringComparison.OrdinalIgnoreCase) == true).Select(e => (property, Value(e)));

    private IEnumerable<(string, string?)> Classed(Func<IElement, bool> isWanted) =>
        _elements.Where(e => !IsTime(e) && DateClass().IsMatch(Names(e)) && isWanted(e))
            .Select(e => Text(e)).Where(t => t.Length is > 5 and < LongestDateLine && DateText.All(t, _order).Any()).Select(t => ("class of a date", (string?)t));

    private List<string> VisibleLines(out int headline)
    {
        var lines = new List<string>();
        headline = -1;
        if (_document.Body is not { } body)
            return lines;
        var title = _elsewhere.Headline;
        foreach (var node in body.GetDescendants().OfType<IText>())
        {
            if (lines.Count == MostLines)
                break;
            if (node.ParentElement is not { } parent || parent.LocalName is "script" or "style" or "noscript" or "option" or "textarea")
                continue;
            if (headline < 0 && title is not null && (parent == title || parent.IsDescendantOf(title)))
                headline = lines.Count;
            var line = node.Data.Trim();
            if (line.Length >= 6 && !_elsewhere.Has(parent))
                lines.Add(line);
        }

        return lines;
    }

    private static bool HasMark(IElement element) =>
        IsTime(element) || element.HasAttribute("itemprop") || element.HasAttribute("pubdate") || DateClass().IsMatch(Names(element));

    /// <summary>Some pages have elements of their own for times ("relative-time").</summary>
    private static bool IsTime(IElement element) => element.LocalName is "time" or "abbr" || (element.HasAttribute("datetime") && (element.LocalName.StartsWith("time-", StringComparison.Ordinal) || element.LocalName.EndsWith("-time", StringComparison.Ordinal)));

    private static string? Value(IElement element) =>
        new[] { element.GetAttribute("datetime"), element.GetAttribute("content"), element.LocalName is "abbr" or "span" ? element.GetAttribute("title") : null, Text(element) }
            .FirstOrDefault(v => !string.IsNullOrWhiteSpace(v) && v.AsSpan().ContainsAnyInRange('0', '9'));

    private static string Text(IElement element) => element.TextContent is { Length: < 2000 } text ? Spacing().Replace(text, " ").Trim() : "";

    private static string Names(IElement element)
    {
        var names = $"{element.ClassName} {element.Id} {element.GetAttribute("data-testid")} {element.GetAttribute("itemprop")}";
        return names.Length > 300 ? names[..300] : names;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spacing();

    [GeneratedRegex(@"date|publi|posted|time|created|fecha|datum|data\b|byline|meta|info|autor|author|stamp|entry|article-?head|post-?head|submitted", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DateClass();

    [GeneratedRegex(@"publi|posted|entry-date|post-date|created|pub-?date|dt-published|fecha|date", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PublishedClass();

    [GeneratedRegex(@"updated|update-|modif|last-?up|revis|dt-updated|edited|aktualis", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UpdatedClass();

    [GeneratedRegex(@"\b(?:published|posted|first published|date|written|created|release[d]?|veröffentlicht|erstellt|publié|publicado|publicada|pubblicato|opublikowano|опубликовано|gepubliceerd|geplaatst|yayınlanma|diterbitkan|stand)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PublishedWord();

    [GeneratedRegex("""["'](?:datePublished|date_published|publishedAt|published_at|publishDate|publish_date|publicationDate|publication_date|pubDate|pubdate|published_time|publishedTime|publishTime|firstPublished|firstPublishedDate|dateCreated|createdAt|articleDate)["']\s{0,5}:\s{0,5}["'](?<value>[^"']{8,40})["']""", RegexOptions.CultureInvariant)]
    private static partial Regex ScriptDate();
}
