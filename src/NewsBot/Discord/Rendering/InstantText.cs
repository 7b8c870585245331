using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Discord.Rendering;

/// <summary>
/// Notes with instants in them: "from 25 November 2026 00:00 UTC" is shown as Discord shows instants, counted from each
/// reader's now. All else is escaped. Pure.
/// </summary>
internal static partial class InstantText
{
    [GeneratedRegex(@"\b\d{1,2} [A-Z][a-z]+ \d{4} \d\d:\d\d(?= UTC\b)")]
    private static partial Regex Instant();

    public static string Escape(string text)
    {
        if (Instant().Match(text) is not { Success: true } match
            || !DateTimeOffset.TryParseExact(match.Value, "d MMMM yyyy HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return DiscordText.Escape(text);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{DiscordText.Escape(text[..match.Index])} <t:{instant.ToUnixTimeSeconds()}:R>{DiscordText.Escape(text[(match.Index + match.Length + " UTC".Length)..])}");
    }
}
