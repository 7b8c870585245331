using System.Text.RegularExpressions;

namespace NewsBot.Core.Retrieval.Parsing.Parts;

/// <summary>
/// Gives pieces that are only a question word, or a question word and what it counts, the words that they share with a
/// neighbour: "when | and where did the talks open", "how many trains | and how many buses were cancelled", "who won the final
/// | and by how much".
/// </summary>
internal static partial class SharedWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Auxiliary = @"(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)\b";

    [GeneratedRegex(@"^(?<asks>(?:(?:in|on|at|by|for|from|to|with|of|since|until|after|before|about|against|under|through|over)\s+)?(?:how (?:many|much)(?! (?:" + Auxiliary + @"))(?: [\p{L}-]+){1,2}?|how(?: (?:many|much|long|old|far|often|big|high|deep))?|who|whom|what|where|when|why|which(?! (?:" + Auxiliary + @"))(?: [\p{L}-]+){1,2}?|which)(?: exactly| else)?)\s+(?<rest>" + Auxiliary + @".+)$", Options)]
    private static partial Regex WithAuxiliary();

    [GeneratedRegex(@"^(?:who|what|which \w+|how many \w+)\s+(?<rest>.+)$", Options)]
    private static partial Regex OfSubject();

    [GeneratedRegex(@"^how (?:many|much) [\p{L}-]+(?: [\p{L}-]+)?$", Options)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\bhow many (?<noun>(?!" + Auxiliary + @")[\p{L}-]+)\b", Options)]
    private static partial Regex CountedNoun();

    [GeneratedRegex(@"^how many(?= " + Auxiliary + ")", Options)]
    private static partial Regex CountsNothing();

    [GeneratedRegex(@"^(?<asks>how many|how much|who|what|which)\s+(?<place>(?<link>in|at|from|for|of|on|by|to)\s+(?:the\s+)?[^\s?]+(?: [^\s?]+){0,2})$", Options)]
    private static partial Regex Gapped();

    /// <returns>The pieces with what they share; nothing where they are all only question words.</returns>
    public static IReadOnlyList<string> Fill(IReadOnlyList<string> pieces)
    {
        var endsInComma = pieces.Select(piece => piece.TrimEnd().EndsWith(',')).ToList();
        var bare = pieces.Select(piece => piece.Trim().TrimEnd('?', '.', '!', ',', ';', ' ')).ToList();
        if (bare.TrueForAll(QuestionPieces.IsAlone))
            return [];
        for (var i = bare.Count - 2; i >= 0; i--)
            if (!(i > 0 && endsInComma[i] && !QuestionPieces.IsAlone(bare[i - 1])) && (QuestionPieces.IsAlone(bare[i]) || (Counted().IsMatch(bare[i]) && !HasVerb(bare[i]))) && WithAuxiliary().Match(bare[i + 1]) is { Success: true } next)
                bare[i] = $"{bare[i]} {next.Groups["rest"].Value}";
        for (var i = 1; i < bare.Count; i++)
            if (QuestionPieces.IsAlone(bare[i]))
                bare[i] = $"{bare[i]} {RestOf(bare[i], bare[i - 1])}";
            else if (Gapped().Match(bare[i]) is { Success: true } gapped && WithPlace(bare[i - 1], gapped) is { } placed)
                bare[i] = placed;
            else if (CountsNothing().IsMatch(bare[i]) && CountedNoun().Match(bare[i - 1]) is { Success: true } counted)
                bare[i] = CountsNothing().Replace(bare[i], $"how many {counted.Groups["noun"].Value}");
        return bare;
    }

    /// <summary>"How many live in Ostrey | and how many in Vellmar": the same with another place.</summary>
    private static string? WithPlace(string before, Match gapped)
    {
        var same = Regex.Match(before, $@"\b{gapped.Groups["link"].Value} .+$", Options | RegexOptions.RightToLeft);
        return same.Success && before.StartsWith(gapped.Groups["asks"].Value, StringComparison.OrdinalIgnoreCase) ? before[..same.Index] + gapped.Groups["place"].Value : null;
    }

    private static bool HasVerb(string piece) => AskedDeed.Of(piece) is not null;

    /// <summary>"Did the talks end", and of a question for its subject "was won the final", which has its words.</summary>
    private static string RestOf(string word, string before)
    {
        if (WithAuxiliary().Match(before) is { Success: true } inverted)
            return inverted.Groups["rest"].Value;
        var rest = OfSubject().Match(before) is { Success: true } subject ? subject.Groups["rest"].Value : before;
        return word.EndsWith("when", StringComparison.OrdinalIgnoreCase) ? $"was {rest}" : rest;
    }
}
