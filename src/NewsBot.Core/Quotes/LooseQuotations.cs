namespace NewsBot.Core.Quotes;

/// <summary>
/// Finds a place for quotations that have no cue of their own. One that stands alone goes on from the quote before it in
/// its paragraph; one that opens a paragraph, or runs on from the paragraph before, belongs to the last speaker.
/// Short ones inside a sentence are scare quotes or titles and are left out.
/// </summary>
internal static class LooseQuotations
{
    public static List<Attribution> Attach(string text, List<TextUnit> units, List<Attribution> attributions)
    {
        var result = new List<Attribution>(attributions.Count);
        var next = 0;
        Attribution? last = null;
        foreach (var unit in units)
        {
            var first = next;
            while (next < attributions.Count && attributions[next].Unit == unit)
                next++;
            if (first == next && StandsAlone(unit))
            {
                last = AttachAlone(unit, last, result);
                continue;
            }

            for (var i = first; i < next; i++)
            {
                result.Add(attributions[i]);
                if (attributions[i].Speech)
                    last = attributions[i];
            }
        }

        return result;
    }

    /// <summary>A unit of nothing but quotations and punctuation.</summary>
    private static bool StandsAlone(TextUnit unit)
    {
        var any = false;
        foreach (var token in unit.Tokens)
        {
            if (token.IsWord && !token.Is(WordClass.Coordinator))
                return false;
            any |= token.Kind == TokenKind.Quotation && token.Span.Length > 8;
        }

        return any;
    }

    private static Attribution AttachAlone(TextUnit unit, Attribution? last, List<Attribution> result)
    {
        var spans = unit.Tokens.Where(t => t.Kind == TokenKind.Quotation).Select(t => t.Span).ToList();
        if (last is not null && last.Unit.Paragraph == unit.Paragraph)
        {
            last.Content.AddRange(spans);
            return last;
        }

        var alone = new Attribution { Unit = unit, Content = spans, SharesSource = last, Speech = true };
        result.Add(alone);
        return alone;
    }
}
