using NewsBot.Sources.Feeds;
using NewsBot.Sources.Pages;

namespace NewsBot.Sources.Live;

/// <summary>The text that a feed itself has of an entry, and whether it is the whole article.</summary>
internal sealed record EntryText(string Text, bool IsWhole)
{
    /// <summary>Characters from which content, and a summary, is taken for the whole article.</summary>
    private const int LongContent = 500;
    private const int LongSummary = 1500;

    /// <summary>What stands at the end of a text that goes on elsewhere.</summary>
    private static readonly string[] Continues =
    [
        "…", "...", "[…]", "[...]", "(more)", "read more", "read more.", "read more »", "continue reading", "continue reading.", "continue reading →",
        "full story", "weiterlesen", "lire la suite", "leer más",
    ];

    public static EntryText Of(FeedEntry entry)
    {
        var content = Plain(entry.ContentHtml);
        var summary = Plain(entry.SummaryHtml);
        if (content.Length >= LongContent && !GoesOn(content))
            return new EntryText(content, true);
        if (summary.Length >= LongSummary && !GoesOn(summary))
            return new EntryText(summary, true);
        return new EntryText(content.Length > summary.Length ? content : summary, false);
    }

    private static string Plain(string? html) => string.IsNullOrWhiteSpace(html) ? "" : PageReader.TextOf(html).Trim();

    private static bool GoesOn(string text) => Array.Exists(Continues, mark => text.EndsWith(mark, StringComparison.OrdinalIgnoreCase));
}
