using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Discord.Answers;
using NewsBot.Discord.Asking;

namespace NewsBot.Discord.Menu;

/// <summary>
/// What "Check against the articles" asks the engine about a message: for each quotation whether it is real, and for the
/// first sentences beside them what the articles have. Pure.
/// </summary>
internal static partial class MessageCheck
{
    private const int MostQuotes = 3;
    private const int MostClaims = 2;
    private const int FewestWords = 3;
    private const int LongestClaim = 500;

    [GeneratedRegex("[\"“„«](?<words>[^\"“”„«»\n]{8,600})[\"”“»]")]
    private static partial Regex Quotations();

    [GeneratedRegex(@"<(?:@[!&]?|#|a?:\w+:)\d+>|https?://\S+")]
    private static partial Regex NotWords();

    /// <returns>None where the message has no words to check.</returns>
    public static IReadOnlyList<AskedPart> Of(string message)
    {
        var text = NotWords().Replace(message, " ");
        var quotes = Quotations().Matches(text).Where(match => Words(match.Groups["words"].Value) >= FewestWords).Take(MostQuotes).ToList();
        var parts = quotes.Select(quote => new AskedPart($"Quote: {quote.Value}", new AskedCall("quote", quote.Value))).ToList();
        foreach (var quote in quotes.AsEnumerable().Reverse())
            text = text.Remove(quote.Index, quote.Length).Insert(quote.Index, "…");
        var claims = SentenceSplitter.Split(text).Select(sentence => sentence.Span.In(text).Trim(' ', ',', ':', '-'))
            .Where(sentence => Words(sentence) > FewestWords && sentence.Length <= LongestClaim)
            .Take(parts.Count == 0 ? MostClaims : 1);
        parts.AddRange(claims.Select(claim => new AskedPart($"Claim: {claim}", new AskedCall("ask", claim))));
        return parts;
    }

    private static int Words(string text) => text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Length;
}
