using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>Finds the quotes of a text and whose they are.</summary>
public static class QuoteExtractor
{
    /// <returns>The quotes in the order of their first content span.</returns>
    public static IReadOnlyList<Quote> Extract(string text, IReadOnlyList<Sentence> sentences)
    {
        var quotations = QuotationFinder.Find(text, sentences);
        var units = TextUnits.Read(text, sentences, quotations);
        var attributions = new List<Attribution>();
        foreach (var unit in units)
            attributions.AddRange(UnitReader.Read(unit));
        attributions = LooseQuotations.Attach(units, attributions);
        NestedQuotations.Add(text, sentences, quotations, units, attributions);
        var speakers = SpeakerResolver.Resolve(text, units, attributions);
        var quotes = new List<Quote>(attributions.Count);
        for (var i = 0; i < attributions.Count; i++)
        {
            var attribution = attributions[i];
            var kind = Kind(text, attribution, quotations);
            quotes.Add(new Quote
            {
                Kind = kind,
                Content = kind == QuoteKind.Direct ? [.. attribution.Content.Select(span => FromMark(span, attribution.Unit.Level, quotations))] : attribution.Content,
                Cue = attribution.Cue,
                Speaker = speakers[i],
                Stance = attribution.Stance,
                Type = attribution.Type,
            });
        }

        quotes.Sort(static (a, b) => a.Content[0].CompareTo(b.Content[0]));
        return quotes;
    }

    /// <summary>Direct where nothing but quotations is content, mixed where some of it is, else indirect.</summary>
    private static QuoteKind Kind(string text, Attribution attribution, IReadOnlyList<Quotation> quotations)
    {
        bool quoted = false, plain = false;
        foreach (var span in attribution.Content)
        {
            var at = span.Start;
            for (var i = FirstFrom(quotations, span.Start); i < quotations.Count && quotations[i].Span.Start < span.End; i++)
            {
                if (quotations[i].Depth != attribution.Unit.Level)
                    continue;
                quoted = true;
                plain |= HasWord(text, at, quotations[i].Span.Start);
                at = quotations[i].Span.End;
            }

            plain |= HasWord(text, at, span.End);
        }

        return !quoted ? QuoteKind.Indirect : plain ? QuoteKind.Mixed : QuoteKind.Direct;
    }

    /// <summary>Content of a direct quote opens with its mark: a bracket or an invisible character before it is not said.</summary>
    private static TextSpan FromMark(TextSpan span, int depth, IReadOnlyList<Quotation> quotations)
    {
        for (var i = FirstFrom(quotations, span.Start); i < quotations.Count && quotations[i].Span.Start < span.End; i++)
            if (quotations[i].Depth == depth)
                return span with { Start = quotations[i].Span.Start };
        return span;
    }

    private static bool HasWord(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (char.IsLetterOrDigit(text[i]))
                return true;
        return false;
    }

    private static int FirstFrom(IReadOnlyList<Quotation> quotations, int start)
    {
        int low = 0, high = quotations.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (quotations[middle].Span.Start < start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
