using System.Text.RegularExpressions;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>Tells articles that say they correct an earlier report.</summary>
internal static partial class Corrections
{
    private const int Opening = 600;

    [GeneratedRegex(@"^\W*correct(?:ion|ed|s)\b|\b(?:correct(?:s|ed|ing) (?:the |an |its |our )?(?:earlier|previous|figure|number|date|name|report|story|article|spelling)|(?:earlier|previous) (?:version|report|story|article)[^.]{0,80}\b(?:wrong|incorrect|misstated|mistaken|error|erroneous)|(?:incorrectly|wrongly|mistakenly) (?:said|stated|reported|gave))", RegexOptions.IgnoreCase)]
    private static partial Regex SaysSo();

    public static bool Is(Article article) =>
        SaysSo().IsMatch(article.Title) || SaysSo().IsMatch(article.Text[..Math.Min(Opening, article.Text.Length)]) || SaysSo().IsMatch(article.Text[Math.Max(0, article.Text.Length - Opening)..]);
}
