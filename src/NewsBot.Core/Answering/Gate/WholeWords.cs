namespace NewsBot.Core.Answering.Gate;

/// <summary>Finds words in a text that do not begin or end inside another word.</summary>
internal static class WholeWords
{
    public static int IndexOf(string text, string words, int from)
    {
        while (from <= text.Length - words.Length)
        {
            var at = text.IndexOf(words, from, StringComparison.Ordinal);
            if (at < 0)
                return -1;
            var end = at + words.Length;
            if ((at == 0 || !Joins(text[at - 1], text[at])) && (end == text.Length || !Joins(text[end - 1], text[end])))
                return at;
            from = at + 1;
        }

        return -1;
    }

    private static bool Joins(char left, char right) => char.IsLetterOrDigit(left) && char.IsLetterOrDigit(right);
}
