using System.Globalization;
using System.Text;

namespace NewsBot.Evaluation.Answers;

/// <summary>
/// Text as answers are compared: lower case, without punctuation and the articles a, an and the, words separated by single
/// spaces (the normalisation of SQuAD, Rajpurkar et al. 2016), without possessives and with numbers to twelve in digits. An answer is contained where its words stand together.
/// </summary>
internal static class NormalizedText
{
    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static string Of(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var c in text.Replace("’s ", " ", StringComparison.Ordinal).Replace("'s ", " ", StringComparison.Ordinal))
        {
            if (char.IsLetterOrDigit(c) || c is '$' or '%')
                words.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '’' or '.' or ','))
                words.Append(' ');
        }

        return string.Join(' ', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("a" or "an" or "the")).Select(Digits));
    }

    private static string Digits(string word) => Array.IndexOf(Numbers, word) is >= 0 and var number ? number.ToString(CultureInfo.InvariantCulture) : word;

    public static bool Contains(string text, string answer)
    {
        var needle = Of(answer);
        return needle.Length > 0 && $" {Of(text)} ".Contains($" {needle} ", StringComparison.Ordinal);
    }
}
