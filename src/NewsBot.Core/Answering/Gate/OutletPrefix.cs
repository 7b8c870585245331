using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate;

/// <summary>The outlet and day of a cited article before a sentence of it: "Fiction Wire, 5 September 2023: ...".</summary>
internal static class OutletPrefix
{
    public static string Of(Article article)
    {
        var day = article.Published.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return article.Source.Length > 0 ? $"{article.Source}, {day}" : day;
    }

    /// <returns>What stands behind the prefix, if it is that of a cited article; else null.</returns>
    public static string? Behind(string text, Ground ground)
    {
        var folded = Typography.Fold(text.Replace("**", "", StringComparison.Ordinal));
        foreach (var place in ground.Places)
            if (Typography.Fold(Of(place.Article.Article)) is var prefix && folded.StartsWith(prefix + ": ", StringComparison.Ordinal))
                return folded[(prefix.Length + 2)..];
        return null;
    }
}
