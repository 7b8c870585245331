using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Core.Commands.Summary;

/// <summary>What a summary is asked of, and how long it may be.</summary>
/// <param name="Subject">A title, number, id, topic or period.</param>
/// <param name="Length">Sentences; null for the usual length.</param>
internal readonly partial record struct SummaryRequest(string Subject, int? Length)
{
    private const int Brief = 2;
    private const int Detailed = 8;
    private const int Most = 12;

    [GeneratedRegex(@"(?:^|\s)(?:in\s+)?(?<count>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s+sentences?\b[:,]?", RegexOptions.IgnoreCase)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"^(?:(?<brief>short|brief|briefly)|(?<detailed>long|detailed|in detail))\s*[:,]\s*|\s*[,:(]\s*(?:(?<brief>short|brief|briefly)|(?<detailed>long|detailed|in detail))\s*\)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    /// <summary>"TOPIC in 5 sentences", "short: TOPIC", "TOPIC, detailed".</summary>
    public static SummaryRequest Parse(string text)
    {
        if (Sentences().Match(text) is { Success: true } counted)
            return new SummaryRequest(Without(text, counted), Math.Clamp(Count(counted.Groups["count"].Value), 1, Most));
        if (Words().Match(text) is { Success: true } worded)
            return new SummaryRequest(Without(text, worded), worded.Groups["brief"].Success ? Brief : Detailed);
        return new SummaryRequest(text.Trim(), null);
    }

    private static string Without(string text, Match match) => text.Remove(match.Index, match.Length).Trim().Trim(',', ':').Trim();

    private static int Count(string word) => int.TryParse(word, CultureInfo.InvariantCulture, out var number)
        ? number
        : Array.IndexOf(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], word.ToLowerInvariant()) + 1;
}
