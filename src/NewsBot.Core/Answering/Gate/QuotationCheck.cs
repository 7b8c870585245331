using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate;

/// <summary>
/// Text in quotation marks must stand in one cited place word for word. Typography is folded and closing punctuation
/// before the last mark is free ("...," for "..."); nothing else is: no similarity lets a changed word through.
/// A quote may leave something out where it says so with an ellipsis in brackets. Marks of all kinds are taken in pairs, the first
/// with the second and so on; where their number is odd, or marks of several kinds or right beside each other may be nested, everything from the
/// first mark on but what stands behind the last of a whole number of pairs counts as quoted.
/// </summary>
internal static class QuotationCheck
{
    public static Rejection? Rejection(DraftStatement statement, Ground ground)
    {
        if (statement.Kind == StatementKind.Extract)
            return null; // Wholly verbatim anyway.
        var parts = Typography.Fold(statement.Text).Split('"');
        var paired = parts.Length % 2 == 1 && !IsNested(statement.Text, parts);
        for (var i = 1; i < parts.Length; i += paired ? 2 : 1)
            if ((i < parts.Length - 1 || parts.Length % 2 == 0) && !IsVerbatim(parts[i], ground))
                return new Rejection(RejectionReason.Quotation, "words in quotation marks that are not in the cited place");
        return statement.Kind == StatementKind.Quote && parts.Length < 3 ? new Rejection(RejectionReason.Quotation, "a quote without quotation marks") : null;
    }

    private static bool IsNested(string text, string[] parts)
    {
        var kinds = 0;
        foreach (var c in text)
            kinds |= c switch { '"' or '″' or '＂' => 1, '“' or '”' or '„' or '‟' => 2, '«' or '»' => 4, '「' or '」' or '『' or '』' => 8, _ => 0 };
        return int.PopCount(kinds) > 1 || parts.Skip(1).SkipLast(1).Any(part => !part.Any(char.IsLetterOrDigit));
    }

    private static bool IsVerbatim(string words, Ground ground)
    {
        var parts = words.Split("[...]", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 || ground.Folded.Any(cited => InOrder(parts, cited));
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
