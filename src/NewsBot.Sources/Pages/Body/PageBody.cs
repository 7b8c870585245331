using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Core.Articles;
using NewsBot.Sources.Formats;
using NewsBot.Sources.Pages.Markup;

namespace NewsBot.Sources.Pages.Body;

/// <summary>
/// The text of the article in a page. SmartReader (a port of Mozilla's Readability) finds where it is, once the furniture is
/// out of its way; the caption of the opening picture stands in front of it, as the part of the story that it is; the body that the page's JSON-LD gives drops what is not in it where the two agree, and stands in where
/// nothing was found.
/// </summary>
internal static class PageBody
{
    /// <summary>Links are not kept, and the reader fails at some addresses that look as if they held a date.</summary>
    private const string Nowhere = "http://localhost/";

    private const int CharThreshold = 250;
    private const int ShortestBody = 250;

    /// <summary>The JSON-LD has the whole body where it covers this part of what was found.</summary>
    private const double Agreement = 0.75;

    /// <summary>A block is in the body where this part of its words is.</summary>
    private const double InBody = 0.5;

    /// <summary>Takes the document apart.</summary>
    /// <param name="document">The page.</param>
    /// <param name="again">The page once more, for when hardly anything is left of the first.</param>
    /// <param name="described">The body as the JSON-LD gives it.</param>
    /// <param name="title">The headline, which is not repeated.</param>
    /// <returns>Empty where there is none.</returns>
    public static string Of(IHtmlDocument document, Func<IHtmlDocument?> again, string? described, string? title)
    {
        var caption = LeadCaption.Of(document, new Elsewhere(document));
        PageFurniture.RemoveFrom(document);
        var blocks = BodyTrim.Of(Found(document), title);
        if (Length(blocks) < ShortestBody)
        {
            using var whole = again();
            if (whole is not null && BodyTrim.Of(Found(whole), title) is var other && Length(other) > Length(blocks))
                blocks = other;
        }

        if (described is { Length: > ShortestBody })
            blocks = Compared(blocks, described, title);
        return Paragraphs.Join(caption is null || !CanFollow(caption, blocks) ? blocks.Select(b => b.Text) : blocks.Select(b => b.Text).Prepend(caption));
    }

    /// <summary>A dateline has to stay in front, and what is there already is not said twice.</summary>
    private static bool CanFollow(string caption, IReadOnlyList<BodyBlock> blocks) =>
        blocks.Count > 0 && Dateline.Find(blocks[0].Text) is null && !blocks[0].Text.StartsWith(caption, StringComparison.Ordinal) && !blocks.Any(b => b.Text == caption);

    private static int Length(IReadOnlyList<BodyBlock> blocks) => blocks.Sum(b => b.Text.Length);

    private static IReadOnlyList<BodyBlock> Found(IHtmlDocument document)
    {
        IElement? content = null;
        using (var reader = new SmartReader.Reader(Nowhere, document) { CharThreshold = CharThreshold, DisableJSONLD = true })
        {
            reader.AddCustomOperationEnd(element => content = element);
            reader.GetArticle();
        }

        return content is null ? [] : BodyBlocks.Of(content);
    }

    private static IReadOnlyList<BodyBlock> Compared(IReadOnlyList<BodyBlock> blocks, string described, string? title)
    {
        var words = Runs(described);
        var shares = blocks.Select(b => (Block: b, Share: Share(b.Text, words))).ToList();
        var all = Math.Max(1, Length(blocks));
        var agreed = shares.Where(s => s.Share >= InBody).Sum(s => s.Block.Text.Length) / (double)all;
        if (agreed >= Agreement)
            return [.. shares.Where(s => s.Share >= InBody).Select(s => s.Block)];
        if (Length(blocks) >= ShortestBody)
            return blocks;
        return BodyTrim.Of([.. described.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => new BodyBlock(line, BlockKind.Paragraph, 0))], title);
    }

    private static HashSet<string> Runs(string text) => [.. Pairs(TextWords.InOrder(text))];

    private static double Share(string text, HashSet<string> body)
    {
        var pairs = Pairs(TextWords.InOrder(text)).ToList();
        return pairs.Count == 0 ? 0 : pairs.Count(body.Contains) / (double)pairs.Count;
    }

    private static IEnumerable<string> Pairs(IReadOnlyList<string> words) =>
        words.Count == 1 ? [words[0]] : words.Zip(words.Skip(1), (a, b) => $"{a} {b}");
}
