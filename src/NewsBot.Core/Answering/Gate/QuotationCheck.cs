using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate;

/// <summary>
/// Text in quotation marks must stand in one cited place word for word. Typography is folded and closing punctuation
/// before the last mark is free ("...," for "..."); nothing else is: no similarity lets a changed word through.
/// A quote may leave something out where it says so with an ellipsis in brackets.
/// </summary>
internal static partial class QuotationCheck
{
    [GeneratedRegex("""["“”„«»「」『』](?<words>[^"“”„«»「」『』]+)["“”«»「」『』]""")]
    private static partial Regex Quotation();

    public static Rejection? Rejection(DraftStatement statement, Ground ground)
    {
        if (statement.Kind == StatementKind.Extract)
            return null; // Wholly verbatim anyway.
        var quoted = false;
        foreach (Match match in Quotation().Matches(statement.Text))
        {
            quoted = true;
            if (!IsVerbatim(match.Groups["words"].Value, ground))
                return new Rejection(RejectionReason.Quotation, "words in quotation marks that are not in the cited place");
        }

        return statement.Kind == StatementKind.Quote && !quoted ? new Rejection(RejectionReason.Quotation, "a quote without quotation marks") : null;
    }

    private static bool IsVerbatim(string words, Ground ground)
    {
        var parts = Typography.Fold(words).Split("[...]", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0 && ground.Folded.Any(cited => InOrder(parts, cited));
    }

    private static bool InOrder(string[] parts, string cited)
    {
        var from = 0;
        foreach (var part in parts)
        {
            var bare = part.TrimEnd('.', ',', ';', '!', '?', ' ');
            if (bare.Length == 0)
                continue;
            var at = WholeWords.IndexOf(cited, bare, from);
            if (at < 0)
                return false;
            from = at + bare.Length;
        }

        return true;
    }
}
