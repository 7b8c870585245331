using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>A stretch of text in quotation marks, inside one paragraph.</summary>
/// <param name="Span">Offsets of the stretch with its marks; a running quotation has no closing mark in all but its last paragraph.</param>
/// <param name="Depth">0 for an outer quotation, 1 for one inside it, and so on.</param>
/// <param name="Continues">Whether it goes on from a quotation that the paragraph before left open.</param>
internal readonly record struct Quotation(TextSpan Span, int Depth, bool Continues);
