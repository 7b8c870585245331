using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>What somebody asks to be checked: the words, and who is claimed to have said them.</summary>
/// <param name="Words">The quoted words, without the marks around them and without the claim.</param>
/// <param name="Speaker">The claimed speaker ("Lukashenko" in <c>Lukashenko said "..."</c>); null where the text names none.</param>
public sealed record ClaimedQuote(string Words, string? Speaker)
{
    private static readonly char[] Marks = ['"', '“', '”', '„', '«', '»', '\'', '‘', '’', ' ', '\t', '\n', '\r', '「', '」', '＂'];

    /// <summary>Reads a claim with the same rules that find quotes in articles.</summary>
    public static ClaimedQuote Read(string text)
    {
        var quotes = QuoteExtractor.Extract(text, SentenceSplitter.Split(text));
        var claim = quotes.FirstOrDefault(q => q is { Cue: not null, Type: AttributionType.Assertion, Speaker.Text.Length: > 0 } && (q.Kind != QuoteKind.Indirect || StartsOrEnds(text, q)));
        if (claim is null)
            return new ClaimedQuote(text.Trim(Marks), null);
        var words = string.Join(' ', claim.Content.Select(c => c.In(text).Trim(Marks).TrimEnd(',')));
        if (words.StartsWith("that ", StringComparison.OrdinalIgnoreCase))
            words = words[5..];
        return new ClaimedQuote(words, claim.Speaker.Name ?? claim.Speaker.Text);
    }

    /// <summary>The claim must frame the whole text, so that "he said" inside a long quote is not taken for one.</summary>
    private static bool StartsOrEnds(string text, Quote quote)
    {
        var content = quote.Content.Sum(c => c.Length);
        var source = quote.Speaker.Span?.Length ?? 0;
        return content + source + quote.Cue!.Value.Length + 8 >= text.Trim().Length;
    }
}
