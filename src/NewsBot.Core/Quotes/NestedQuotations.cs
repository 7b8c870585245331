using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>
/// Finds what a speaker quotes in turn: "She told me, 'Go away,'" Lee said. A quotation inside another is a quote of its own
/// when a verb of speech stands beside it there, so that its words are not given to the speaker around it.
/// </summary>
internal static class NestedQuotations
{
    public static void Add(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<Quotation> quotations, List<TextUnit> units, List<Attribution> attributions)
    {
        if (!quotations.Any(q => q.Depth == 1))
            return;
        var owners = attributions.SelectMany(a => a.Content.Select(c => (Content: c, Attribution: a))).OrderBy(o => o.Content.Start).ToList();
        var (sentence, owner) = (0, 0);
        for (var i = 0; i < quotations.Count; i++)
        {
            if (quotations[i].Depth != 0 || i + 1 >= quotations.Count || quotations[i + 1].Depth != 1)
                continue;
            var span = quotations[i].Span;
            List<Quotation> inner = [];
            for (var j = i + 1; j < quotations.Count && quotations[j].Depth > 0; j++)
                if (quotations[j].Depth == 1)
                    inner.Add(quotations[j]);
            while (sentence + 1 < sentences.Count && sentences[sentence].Span.End <= span.Start)
                sentence++;
            while (owner + 1 < owners.Count && owners[owner].Content.End <= span.Start)
                owner++;
            var outer = owner < owners.Count && owners[owner].Content.Contains(span) ? owners[owner].Attribution : null;
            Read(text, Clip(sentences, sentence, new TextSpan(span.Start + 1, span.End)), inner, outer, units, attributions);
        }
    }

    private static List<Sentence> Clip(IReadOnlyList<Sentence> sentences, int first, TextSpan span)
    {
        var clipped = new List<Sentence>();
        for (var i = first; i < sentences.Count && sentences[i].Span.Start < span.End; i++)
        {
            var part = new TextSpan(Math.Max(sentences[i].Span.Start, span.Start), Math.Min(sentences[i].Span.End, span.End));
            if (!part.IsEmpty)
                clipped.Add(sentences[i] with { Span = part });
        }

        return clipped;
    }

    private static void Read(string text, List<Sentence> sentences, List<Quotation> inner, Attribution? outer, List<TextUnit> units, List<Attribution> attributions)
    {
        foreach (var unit in TextUnits.Read(text, sentences, inner, units.Count, level: 1))
        {
            units.Add(unit);
            foreach (var found in UnitReader.Read(unit))
            {
                var content = found.Content.SelectMany(c => inner.Where(q => c.Contains(q.Span)).Select(q => q.Span)).ToList();
                if (found.Speech && content.Count > 0 && content[0].Start == found.Content[0].Start)
                    attributions.Add(found.Inside(outer, content));
            }
        }
    }
}
