using System.Text;

namespace NewsBot.Evaluation.Answers;

/// <summary>
/// Text as answers are compared: lower case, without punctuation and the articles a, an and the, words separated by single
/// spaces (the normalisation of SQuAD, Rajpurkar et al. 2016). An answer is contained where its words stand together.
/// </summary>
internal static class NormalizedText
{
    public static string Of(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || c is '$' or '%')
                words.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’' or '.' or ','))
                words.Append(' ');
        }

        return string.Join(' ', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("a" or "an" or "the")));
    }

    public static bool Contains(string text, string answer)
    {
        var needle = Of(answer);
        return needle.Length > 0 && $" {Of(text)} ".Contains($" {needle} ", StringComparison.Ordinal);
    }
}
