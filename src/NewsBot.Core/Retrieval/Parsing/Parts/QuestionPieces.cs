using System.Text.RegularExpressions;

namespace NewsBot.Core.Retrieval.Parsing.Parts;

/// <summary>
/// Cuts a text where a further question begins. A boundary is a mark or a conjunction before words that ask: a question word
/// (with its preposition and noun) that is followed by an auxiliary or a verb, or by nothing; or an auxiliary before its
/// subject. What stands in quotation marks is never cut, and neither is
/// <list type="bullet">
/// <item>"and who" behind a relative clause, which it goes on with: "the man who ran the yard and who was jailed";</item>
/// <item>a comma before "who" or "which", which relates, unless the text goes on with another question;</item>
/// <item>a text that does not open with a question: "According to X, who ..." and "The flood: who ..." do, and their opening is
/// shared by all pieces; and a statement before a question belongs to it.</item>
/// </list>
/// </summary>
internal static partial class QuestionPieces
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;
    private const string Auxiliary = @"(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|didn['’]t|doesn['’]t|isn['’]t|wasn['’]t|won['’]t)\b";
    private const string Preposition = @"(?:(?:in|on|at|by|for|from|to|with|of|since|until|till|after|before|about|against|under|through|into|over)\s+)?";
    private const string Size = @"(?:many|much|long|old|often|far|high|tall|big|large|deep|wide|heavy|fast|hot|cold|strong|thick|soon|late|well|badly|likely|exactly|\w+ly)";

    /// <summary>A question word that is alone: "by how much", "when exactly".</summary>
    private const string Alone = Preposition + @"(?:who|whom|whose|what|which|when|where|why|how(?:\s+" + Size + @")?)(?:\s+(?:exactly|else))?";

    /// <summary>With its noun: "in which minute", "by how many votes".</summary>
    private const string AloneWithNoun = @"(?:in|on|at|by|for|from|to|with|of|since|until|after|before|under|against)\s+(?:what|which|whose|how\s+(?:many|much))\s+[\p{L}-]+(?:\s+[\p{L}-]+)?";

    [GeneratedRegex(@"^(?:" + Alone + "|" + AloneWithNoun + @")\s*(?:[?.!,;]|$|(?=\s(?:and|or|&)\b))", Options)]
    private static partial Regex AskingAlone();

    [GeneratedRegex(
        "^" + Preposition + @"(?:(?:who|what|where|when|how)['’]s\s|(?:who|whom|what|where|when|why|how|which)(?:\s+else)?\s+" + Auxiliary +
        @"|(?:what|which|whose|how\s+" + Size + @")\s+(?:[\w’'-]+\s+){0,4}?" + Auxiliary +
        @"|(?:who|what|which\s+\w+|how\s+(?:many|much))\s+(?!(?:the|a|an|this|that|about|of)\b)\w+)", Options)]
    private static partial Regex AskingWithVerb();

    [GeneratedRegex(@"^" + Auxiliary + @"\s+(?:it|he|she|they|there|this|that|these|those|we|you|I|any\w*|some\w*|the|an?|no)\b", Options)]
    private static partial Regex YesOrNo();

    [GeneratedRegex(@"^(?:(?:did|does|do|will|would|can|could|should)\s+(?:the\s|an?\s|(?-i:\p{Lu}))|" + Auxiliary + @"\s+(?:it|he|she|they|there)\s+\w)", Options)]
    private static partial Regex YesOrNoBehindQuestion();

    /// <summary>"Was oil spilled", which behind a relative clause could go on with that.</summary>
    [GeneratedRegex(@"^(?:is|are|was|were|has|have)\s+(?!\w+ly\b|later\b|then\b|been\b|not\b)[\p{L}-]+\s+[\p{L}-]+(?:ed|en|n)\b", Options)]
    private static partial Regex YesOrNoInRow();

    [GeneratedRegex(@"(?<mark>[?!.](?=[\s])|[;\n])[\s""”’)]*(?:(?:and|also|then|so|but|plus)\b,?\s+)*|(?:\s*[,;]\s*|\s+)(?:and|plus|but|&|as well as)\s+(?:also\s+|then\s+|if so,?\s+)?|(?<comma>,)\s+", Options)]
    private static partial Regex Joint();

    [GeneratedRegex(@"(?<!^\W*(?:in |of |to |by |with |from )?)(?<!\b(?:said|says|say|saying|claimed|claims|denied|announced|reported|know|knew|think|believed?|stated?|warned|hope[ds]?|showed|found) )\b(?:who|whom|whose|which|that)\s+(?!(?:the|an?)\b)\w+", Options)]
    private static partial Regex RelativeClause();

    [GeneratedRegex(@"^" + Preposition + @"(?:who|whom|whose|which|that)\b", Options)]
    private static partial Regex MayRelate();

    /// <summary>Behind these, a question word without inversion belongs to what is said or asked.</summary>
    [GeneratedRegex(@"\b(?:say|says|said|tell|told|know|knows|knew|explain|explained|ask|asked|reveal|revealed|describe[ds]?|announce[ds]?)\b.{0,60}\b(?:who|what|which|when|where|why|how|whether)\b", Options)]
    private static partial Regex SaidQuestion();

    [GeneratedRegex(@"^(?:" + Preposition + @"(?:who|whom|whose|what|which|when|where|why|how)\b|" + Auxiliary + @"\s)", Options)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^(?:(?:according to|in|on|at|after|before|during|since|as|considering|regarding|about|with|from)\b[^,?;:]{2,80},|(?!who|what|which|when|where|why|how)[^,?!.;:]{3,80}:)\s+", Options)]
    private static partial Regex Opening();

    /// <returns>The pieces in their order, as they are written; the text itself where it asks one question.</returns>
    public static IReadOnlyList<string> In(string text)
    {
        var masked = Masked(text);
        var lead = Opening().Match(masked) is { Success: true } opening && Asks().IsMatch(masked[opening.Length..]) ? opening.Length : 0;
        if (!Asks().IsMatch(masked[lead..]))
            return [text];
        var cuts = Cuts(masked, lead);
        if (cuts.Count == 0)
            return [text];
        var pieces = new List<string>();
        var start = lead;
        foreach (var (end, next) in cuts.Take(QuestionParts.Most - 1))
        {
            pieces.Add(text[..lead] + text[start..(text[end] == ',' ? end + 1 : end)].Trim());
            start = next;
        }

        pieces.Add(text[..lead] + text[start..].Trim());
        return pieces;
    }

    /// <summary>Whether a piece is no more than a question word.</summary>
    public static bool IsAlone(string piece) => AskingAlone().Match(piece.Trim()) is { Success: true } alone && alone.Length >= piece.Trim().Length;

    private static List<(int End, int Next)> Cuts(string text, int lead)
    {
        var cuts = new List<(int End, int Next)>();
        var commas = new List<(int End, int Next)>();
        var start = lead;
        foreach (Match joint in Joint().Matches(text))
        {
            var next = joint.Index + joint.Length;
            if (joint.Index <= start || next >= text.Length)
                continue;
            var before = text[(commas.Count > 0 ? commas[^1].Next : start)..joint.Index];
            var rest = text[next..];
            var isMark = joint.Groups["mark"].Success;
            var isComma = joint.Groups["comma"].Success;
            if (!Begins(rest, before, isMark, isComma) && !(commas.Count > 0 && !isComma && YesOrNoInRow().IsMatch(rest)))
                continue;
            if (isComma && MayRelate().IsMatch(rest) && !AskingAlone().IsMatch(rest))
            {
                commas.Add((joint.Index, next));
                continue; // "..., who was cleared": a question only in a row of them.
            }

            foreach (var comma in commas)
                cuts.Add(comma);
            commas.Clear();
            cuts.Add((joint.Index, next));
            start = next;
        }

        return cuts;
    }

    private static bool Begins(string rest, string before, bool isMark, bool isComma)
    {
        if (AskingAlone().IsMatch(rest))
            return true;
        if (isMark && rest.Contains('?', StringComparison.Ordinal) && Asks().IsMatch(rest))
            return true;
        if (isMark)
            return AskingWithVerb().IsMatch(rest) || YesOrNo().IsMatch(rest);
        if (AskingWithVerb().IsMatch(rest))
            return !(MayRelate().IsMatch(rest) && RelativeClause().IsMatch(before)) && !(SaidQuestion().IsMatch(before) && !Inverted(rest));
        return !isComma && (YesOrNo().IsMatch(before.TrimStart()) ? YesOrNo().IsMatch(rest) || YesOrNoBehindQuestion().IsMatch(rest) : YesOrNoBehindQuestion().IsMatch(rest));
    }

    /// <summary>"Why did", not "who did", which a dependent question may have too.</summary>
    private static bool Inverted(string rest) => InvertedQuestion().IsMatch(rest);

    [GeneratedRegex("^" + Preposition + @"(?:when|where|why|how)\s+" + Auxiliary, Options)]
    private static partial Regex InvertedQuestion();

    /// <summary>The same text with letters in the place of what is quoted, so that nothing is found there.</summary>
    private static string Masked(string text)
    {
        var masked = text.ToCharArray();
        foreach (var span in QuotedParts.In(text))
            masked.AsSpan(span.Start, span.Length).Fill('x');
        return new string(masked);
    }
}
