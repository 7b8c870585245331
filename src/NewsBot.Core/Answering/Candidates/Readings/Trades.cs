using NewsBot.Core.Quotes;

namespace NewsBot.Core.Answering.Candidates.Readings;

/// <summary>Words before a name that tell a trade and are no part of it: "Goalkeeper", "Photographer", "Geologist".</summary>
internal static class Trades
{
    private static readonly string[] Endings = ["eeper", "maker", "grapher", "ologist", "ician", "onomer", "striker", "fielder", "fighter", "swimmer", "singer", "dancer", "driver", "writer", "painter"];

    public static bool IsOne(string word) =>
        !FirstNames.IsKnown(word) && (RoleWords.IsRole(word) || Array.Exists(Endings, ending => word.Length >= ending.Length && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
}
