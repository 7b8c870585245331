using AngleSharp.Html.Dom;

namespace NewsBot.Sources.Pages.Metadata;

/// <summary>
/// The <c>meta</c> elements of a page under their lower-case names, whether a vocabulary uses <c>name</c>, <c>property</c>,
/// <c>itemprop</c> or <c>http-equiv</c> for them.
/// </summary>
internal sealed class MetaTags
{
    private const int Most = 1000;
    private const int LongestValue = 2000;

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    public static MetaTags Of(IHtmlDocument document)
    {
        var tags = new MetaTags();
        foreach (var meta in document.QuerySelectorAll("meta").Take(Most))
        {
            if ((meta.GetAttribute("content") ?? meta.GetAttribute("value"))?.Trim() is not { Length: > 0 and <= LongestValue } content)
                continue;
            foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
            {
                if (meta.GetAttribute(attribute) is { Length: > 0 } names)
                    foreach (var name in names.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
                        tags.Add(name, content);
            }
        }

        return tags;
    }

    /// <summary>The first value of the first of these names that has one.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var values))
                return values[0];
        }

        return null;
    }

    /// <summary>The values of the first of these names that has any.</summary>
    public IReadOnlyList<string> All(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var values))
                return values;
        }

        return [];
    }

    private void Add(string name, string content)
    {
        if (!_values.TryGetValue(name, out var values))
            _values.Add(name, values = []);
        if (!values.Contains(content))
            values.Add(content);
    }
}
