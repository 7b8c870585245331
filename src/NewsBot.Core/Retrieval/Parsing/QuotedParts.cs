using System.Text.RegularExpressions;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Retrieval.Parsing;

/// <summary>Finds what stands in quotation marks, without the marks. An apostrophe inside a word is none.</summary>
internal static partial class QuotedParts
{
    [GeneratedRegex("""["“”„«](?<inside>[^"“”„«»]{3,300})["“”»]|(?<![\w])['‘](?<inside>[^'‘’]{3,120})['’](?![\w])""")]
    private static partial Regex Quoted();

    public static IEnumerable<TextSpan> In(string text) =>
        Quoted().Matches(text).Select(match => match.Groups["inside"]).Select(inside => new TextSpan(inside.Index, inside.Index + inside.Length));
}
