using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Tests.Quotes;

/// <summary>Extracts the quotes of a text and shows them as words.</summary>
internal static class QuoteText
{
    public static IReadOnlyList<Quote> Quotes(this string text) => QuoteExtractor.Extract(text, SentenceSplitter.Split(text));

    public static Quote OnlyQuote(this string text) => Assert.Single(text.Quotes());

    public static string ContentIn(this Quote quote, string text) => string.Join(" | ", quote.Content.Select(c => c.In(text)));

    public static string? CueIn(this Quote quote, string text) => quote.Cue?.In(text);

    /// <summary>The quote that has these words.</summary>
    public static Quote With(this IReadOnlyList<Quote> quotes, string text, string words) =>
        Assert.Single(quotes, q => q.ContentIn(text).Contains(words, StringComparison.Ordinal));
}
