using System.Globalization;
using NewsBot.Core.Articles;
using NewsBot.Discord.Answers;

namespace NewsBot.Discord.Rendering;

/// <summary>What is said of sources that have changed since the answer. Pure.</summary>
internal static class OutdatedText
{
    /// <summary>Behind the label of a button.</summary>
    public const string OnButton = " (changed)";

    private const string Changed = "has changed since this answer";
    private const string Gone = "is no longer in the archive";

    /// <summary>A line above the answer; null while all its sources are as they were.</summary>
    public static string? Notice(GivenAnswer answer)
    {
        if (answer.Outdated.Count == 0)
            return null;
        var changed = Numbers(answer, answer.Outdated.Where(source => !source.IsGone));
        var gone = Numbers(answer, answer.Outdated.Where(source => source.IsGone));
        var what = string.Join("; ", new[] { changed is null ? null : $"what {changed} cites {Changed}", gone is null ? null : $"what {gone} cites {Gone}" }.OfType<string>());
        return $"⚠️ **Ask again:** {what}.";
    }

    /// <summary>What became of one article, as a sentence; null where nothing did.</summary>
    public static string? Of(ArticleId article, IReadOnlyList<OutdatedSource> outdated) =>
        outdated.FirstOrDefault(source => source.Article == article) is { } found ? $"⚠️ This article {(found.IsGone ? Gone : Changed)}." : null;

    private static string? Numbers(GivenAnswer answer, IEnumerable<OutdatedSource> sources)
    {
        var articles = sources.Select(source => source.Article).ToHashSet();
        var numbers = answer.Citations.Where(citation => articles.Contains(citation.Article)).Select(citation => string.Create(CultureInfo.InvariantCulture, $"\\[{citation.Number}\\]")).Take(20).ToList();
        return numbers.Count == 0 ? null : string.Join(", ", numbers);
    }
}
