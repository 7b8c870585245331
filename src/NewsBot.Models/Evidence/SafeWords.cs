using System.Text.RegularExpressions;
using NewsBot.Core.Text;

namespace NewsBot.Models.Evidence;

/// <summary>Words of articles as a model gets them: without addresses, and without characters that nobody sees.</summary>
internal static partial class SafeWords
{
    [GeneratedRegex(@"(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>""”)\]]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    public static string Of(string text)
    {
        if (text.Any(c => char.IsControl(c) || Typography.IsInvisible(c)))
            text = string.Concat(text.Where(c => !Typography.IsInvisible(c)).Select(c => char.IsControl(c) ? ' ' : c));
        return text.Contains("//", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase) ? Address().Replace(text, "(link)") : text;
    }
}
