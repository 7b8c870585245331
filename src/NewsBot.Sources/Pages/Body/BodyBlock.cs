namespace NewsBot.Sources.Pages.Body;

internal enum BlockKind
{
    Paragraph,
    Heading,
    ListItem,
    Quotation,
    Row,
}

/// <summary>A paragraph of a page in one line.</summary>
/// <param name="Text">White space folded.</param>
/// <param name="Kind">What it is marked as.</param>
/// <param name="LinkShare">The part of its characters that belongs to links, 0 to 1.</param>
internal sealed record BodyBlock(string Text, BlockKind Kind, double LinkShare);
