using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace NewsBot.Sources.Pages.Metadata;

/// <summary>
/// Finds the description of the page's article in its JSON-LD: schema.org articles at the top, in arrays, in <c>@graph</c> or
/// as the main entity of a page. JSON with trailing commas, comments, line ends inside texts or text around it is read all the
/// same; of JSON that is broken beyond that, the dates are.
/// </summary>
internal static partial class JsonLd
{
    private const int MostScripts = 50;
    private const int LongestScript = 2_000_000;
    private const int MostNodes = 500;
    private const int Deepest = 6;

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <returns>Articles first and pages behind them, else in the order of the page, those nested in others last.</returns>
    public static IReadOnlyList<LdArticle> Articles(IHtmlDocument document)
    {
        var articles = new List<LdArticle>();
        foreach (var script in document.QuerySelectorAll("script[type*='ld+json']").Take(MostScripts))
        {
            var text = script.TextContent;
            if (text.Length is 0 or > LongestScript)
                continue;
            using var json = Parse(text);
            if (json is not null)
                Collect(json.RootElement, articles);
            else if (FromBroken(text) is { } found)
                articles.Add(found);
        }

        return [.. articles.OrderByDescending(a => a.IsArticle)];
    }

    /// <summary>Breadth first, so that the article of the page comes before those that it mentions.</summary>
    private static void Collect(JsonElement root, List<LdArticle> articles)
    {
        var queue = new Queue<(JsonElement Node, int Depth)>([(root, 0)]);
        for (var count = 0; count < MostNodes && queue.TryDequeue(out var next); count++)
        {
            var (node, depth) = next;
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray().Take(MostNodes))
                    queue.Enqueue((item, depth));
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                if (LdArticle.From(node) is { } article)
                    articles.Add(article);
                if (depth == Deepest)
                    continue;
                foreach (var member in node.EnumerateObject())
                {
                    if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && IsAboutPage(member.Name))
                        queue.Enqueue((member.Value, depth + 1));
                }
            }
        }
    }

    /// <summary>Other members lead to other things: what the article is about, its pictures, a list of further articles.</summary>
    private static bool IsAboutPage(string member) => member is "@graph" or "mainEntity" or "mainEntityOfPage" or "@list" or "item" or "subjectOf";

    private static JsonDocument? Parse(string text)
    {
        var json = Wrapping().Replace(text, "").Trim().TrimEnd(';');
        return TryParse(json) ?? TryParse(WithoutControls(json)) ?? TryParse(WithoutControls(System.Net.WebUtility.HtmlDecode(json)));
    }

    private static JsonDocument? TryParse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            // Halves of surrogate pairs cannot be encoded.
            return null;
        }
    }

    private static string WithoutControls(string json)
    {
        var clean = new StringBuilder(json.Length);
        foreach (var c in json)
            clean.Append(c < ' ' ? ' ' : c);
        return InvalidEscape().Replace(clean.ToString(), "$1");
    }

    private static LdArticle? FromBroken(string text)
    {
        var published = BrokenDate("datePublished", text);
        var modified = BrokenDate("dateModified", text);
        return published is null && modified is null ? null : new LdArticle { Published = published, Modified = modified };
    }

    private static string? BrokenDate(string name, string text)
    {
        var at = text.IndexOf($"\"{name}\"", StringComparison.Ordinal);
        return at >= 0 && QuotedValue().Match(text, at + name.Length + 2) is { Success: true } match ? match.Groups[1].Value : null;
    }

    [GeneratedRegex(@"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Wrapping();

    [GeneratedRegex("""\\([^"\\/bfnrtu])""", RegexOptions.CultureInvariant)]
    private static partial Regex InvalidEscape();

    [GeneratedRegex(@"\G\s{0,10}:\s{0,10}""([^""]{4,40})""", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedValue();
}
