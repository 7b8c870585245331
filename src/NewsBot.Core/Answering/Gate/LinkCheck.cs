using System.Text.RegularExpressions;

namespace NewsBot.Core.Answering.Gate;

/// <summary>
/// An address in a statement must stand in the cited words, or be the stored address of a cited article, byte for byte. Numbers in
/// brackets, which would be taken for citations, must stand in the cited words, too: the gate alone gives citations their numbers.
/// </summary>
internal static partial class LinkCheck
{
    [GeneratedRegex(@"(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>""]+|\]\(", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\[\d{1,3}\]")]
    private static partial Regex Number();

    public static Rejection? Rejection(string text, Ground ground)
    {
        foreach (Match match in Address().Matches(text))
        {
            var address = match.Value.TrimEnd('.', ',', ';', ':', ')', '!', '?');
            if (!ground.Urls.Contains(address) && !ground.Folded.Any(cited => cited.Contains(address, StringComparison.Ordinal)))
                return new Rejection(RejectionReason.Link, "a link that is not the store's");
        }

        foreach (Match match in Number().Matches(text))
            if (!ground.Folded.Any(cited => cited.Contains(match.Value, StringComparison.Ordinal)))
                return new Rejection(RejectionReason.Link, "a citation number of its own");
        return null;
    }
}
