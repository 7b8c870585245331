using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Retrieval.Parsing;

/// <summary>An outlet that a question names.</summary>
/// <param name="Outlet">As the archive writes it; null for one that the archive does not have.</param>
/// <param name="Span">Where the question names it.</param>
internal readonly record struct OutletMention(string? Outlet, TextSpan Span);

/// <summary>
/// Finds the outlets that a question names as its sources. Known ones are found by their names; unknown ones only where
/// the words around them say that they reported ("an article by X", "an X report", "as reported by X", "as per X") and X
/// is a well-known outlet or looks like one ("The Somewhere Courier").
/// </summary>
internal static partial class OutletMentions
{
    private const string Name = @"(?<name>(?:The |the )?[A-Z0-9][\w.&’']*(?: (?:of |and )?[A-Z][\w.&’']*)*)";
    private const string Piece = @"(?:article|articles|report|reports|piece|story|coverage|review|interview|analysis|column|feature|post)";

    [GeneratedRegex(@"\b(?:" + Piece + @"|another|one) (?:from|by|in) ['‘""“]?" + Name)]
    private static partial Regex PieceBy();

    [GeneratedRegex(@"\b(?:an?|the|another|from|by) ['‘""“]?" + Name + @"['’""”]?(?:['’]s)? " + Piece + @"\b")]
    private static partial Regex NamedPiece();

    [GeneratedRegex(@"\b(?:(?:reported|covered|mentioned|discussed|published|described|detailed|featured|noted|highlighted) (?:by|in|to|on)|according to|as per|per|and) ['‘""“]?" + Name)]
    private static partial Regex ReportedBy();

    [GeneratedRegex(@"(?:Times|Post|News|Journal|Herald|Tribune|Courier|Gazette|Telegraph|Guardian|Chronicle|Press|Observer|Standard|Mail|Mirror|Magazine|Weekly|Daily|Agency|Globe|Examiner|Inquirer|Bulletin|Dispatch|Wire|\.com)$")]
    private static partial Regex LooksLikeOutlet();

    private static readonly FrozenSet<string> WellKnown =
        ("Reuters|Bloomberg|Associated Press|AP|AFP|Agence France-Presse|BBC|BBC Sport|CNN|CNBC|CBS|NBC|ABC|NPR|PBS|ESPN|ESPN Cricinfo|Cricinfo|Cricbuzz|Politico|Axios|Forbes|Fortune|" +
         "Time|TIME|Newsweek|USA Today|Wall Street Journal|Washington Post|New York Times|Financial Times|Los Angeles Times|The Economist|The Hindu|Hindustan Times|" +
         "Al Jazeera|Le Monde|Der Spiegel|TASS|Interfax|Xinhua|Kyodo|DPA|Sky News|Sky Sports|Variety|Deadline|Billboard|Rolling Stone|Wired|CNET|ZDNet|PCWorld|PCMag|" +
         "Ars Technica|TechCrunch|The Verge|Engadget|Gizmodo|Mashable|VentureBeat|IGN|Polygon|Kotaku|Business Insider|Insider|MarketWatch|Barron's|HuffPost|Vox|Vice|Slate|Salon|" +
         "The Atlantic|The New Yorker|People|Goal|Bleacher Report|The Athletic|Sports Illustrated|Nature|Scientific American|National Geographic")
        .Split('|').ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<OutletMention> In(string question, ArchiveNames archive)
    {
        var mentions = new List<OutletMention>();
        foreach (var (alias, outlet) in archive.Outlets)
            AddKnown(question, alias, outlet, mentions);
        foreach (var pattern in (Regex[])[PieceBy(), NamedPiece(), ReportedBy()])
            foreach (Match match in pattern.Matches(question))
                AddUnknown(question, match.Groups["name"], mentions);
        mentions.Sort((a, b) => a.Span.CompareTo(b.Span));
        return mentions;
    }

    private static void AddKnown(string question, string alias, string outlet, List<OutletMention> mentions)
    {
        for (var at = question.IndexOf(alias, StringComparison.OrdinalIgnoreCase); at >= 0; at = question.IndexOf(alias, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var span = new TextSpan(at, at + alias.Length);
            var whole = (at == 0 || !char.IsLetterOrDigit(question[at - 1])) && (span.End == question.Length || !char.IsLetterOrDigit(question[span.End]));
            if (whole && IsNamed(question, span) && !mentions.Any(mention => mention.Span.Overlaps(span) && mention.Span != span))
                mentions.Add(new OutletMention(outlet, span));
        }
    }

    /// <summary>Written like a name: "Wired" and "the Wired piece", not "a wired phone".</summary>
    private static bool IsNamed(string question, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
            if (char.IsUpper(question[i]) && (i == span.Start || !char.IsLetter(question[i - 1])))
                return true;
        return false;
    }

    private static void AddUnknown(string question, Group name, List<OutletMention> mentions)
    {
        var bare = name.Value.TrimEnd('.', '\'', '’');
        var span = new TextSpan(name.Index, name.Index + bare.Length);
        if (mentions.Any(mention => mention.Span.Overlaps(span)))
            return;
        var core = bare.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? bare[4..] : bare;
        if (WellKnown.Contains(core) || WellKnown.Contains("The " + core) || LooksLikeOutlet().IsMatch(core))
            mentions.Add(new OutletMention(null, span));
    }
}
