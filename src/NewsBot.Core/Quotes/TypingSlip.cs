namespace NewsBot.Core.Quotes;

/// <summary>
/// Tells a slip of the keys from another word: from five letters on, one letter left out, put in, doubled, replaced or two
/// swapped, behind the first letter, which slips seldom touch and which tells "million" from "billion". A final s is no
/// slip, nor is anything with a digit.
/// </summary>
internal static class TypingSlip
{
    private const int ShortestWord = 5;

    public static bool IsOne(string a, string b)
    {
        if (a.Length < ShortestWord || b.Length < ShortestWord || Math.Abs(a.Length - b.Length) > 1 || a[0] != b[0])
            return false;
        if (a.AsSpan().ContainsAnyInRange('0', '9') || b.AsSpan().ContainsAnyInRange('0', '9') || IsPlural(a, b) || IsPlural(b, a))
            return false;
        var head = a.AsSpan().CommonPrefixLength(b);
        if (head == a.Length || head == b.Length)
            return true;
        if (a.Length > b.Length)
            return a.AsSpan(head + 1).SequenceEqual(b.AsSpan(head));
        if (a.Length < b.Length)
            return a.AsSpan(head).SequenceEqual(b.AsSpan(head + 1));
        if (a.AsSpan(head + 1).SequenceEqual(b.AsSpan(head + 1)))
            return true;
        return head + 1 < a.Length && a[head] == b[head + 1] && a[head + 1] == b[head] && a.AsSpan(head + 2).SequenceEqual(b.AsSpan(head + 2));
    }

    private static bool IsPlural(string one, string more) => more.Length == one.Length + 1 && more[^1] == 's' && more.StartsWith(one, StringComparison.Ordinal);
}
