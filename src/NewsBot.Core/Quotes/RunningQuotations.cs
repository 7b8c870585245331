using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>
/// Joins the paragraphs of a running quotation: each opens with a mark, only the last closes it, and the cue stands in any
/// one of them, so that the first ones wait for a speaker who is named later.
/// </summary>
internal static class RunningQuotations
{
    /// <summary>How many paragraphs a speaker is looked for; keeps the search linear.</summary>
    private const int MostParagraphs = 12;

    /// <summary>Whether an attribution's last content is left open where the paragraph before the unit ends, and the unit opens with a quotation.</summary>
    public static bool RunsInto(Attribution earlier, TextUnit unit)
    {
        var end = earlier.Content[^1];
        return unit.IsKind(0, TokenKind.Quotation) && IsOpen(unit.Text, end) && IsBlank(unit.Text, end.End, unit.Span.Start);
    }

    /// <summary>The attribution whose content starts with the quotation that runs on from the unit; null where there is none.</summary>
    /// <param name="units">All units.</param>
    /// <param name="index">A unit of nothing but quotations.</param>
    /// <param name="attributions">All attributions, in order.</param>
    /// <param name="next">The first attribution of a later unit.</param>
    public static Attribution? Owner(List<TextUnit> units, int index, List<Attribution> attributions, int next)
    {
        if (next >= attributions.Count || attributions[next] is not { Speech: true, Source: not null } owner)
            return null;
        for (var i = index; i < index + MostParagraphs && RunsOn(units, i); i++)
            if (owner.Unit == units[i + 1])
                return owner.Content[0].Start == units[i + 1].Span.Start ? owner : null;
        return null;
    }

    /// <summary>Gives the paragraphs before it to the attribution, first ones first, and returns the index of the last of them.</summary>
    public static int Prepend(List<TextUnit> units, int index, Attribution owner)
    {
        var count = 0;
        for (; units[index] != owner.Unit; index++)
            foreach (var token in units[index].Tokens)
                if (token.Kind == TokenKind.Quotation)
                    owner.Content.Insert(count++, token.Span);
        return index - 1;
    }

    /// <summary>Whether a unit ends with an open quotation and the next, of another paragraph, opens with one.</summary>
    private static bool RunsOn(List<TextUnit> units, int index) =>
        index + 1 < units.Count && units[index + 1].Level == units[index].Level && units[index].Paragraph != units[index + 1].Paragraph
        && units[index].Tokens[^1] is { Kind: TokenKind.Quotation } last && IsOpen(units[index].Text, last.Span) && units[index + 1].IsKind(0, TokenKind.Quotation);

    /// <summary>A quotation that ends without the mark that closes it; a single mark at its end closes one inside.</summary>
    private static bool IsOpen(string text, TextSpan quotation) =>
        QuotationMarks.IsMark(text[quotation.Start]) && (!QuotationMarks.IsMark(text[quotation.End - 1]) || (text[quotation.End - 1] is '’' or '\'' && text[quotation.Start] is '“' or '"'));

    private static bool IsBlank(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (!char.IsWhiteSpace(text[i]))
                return false;
        return end > start;
    }
}
