using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate;

/// <summary>
/// Checks the bot's own words. Numbers and names must all be supported; a negation needs one in the evidence; of the
/// other content words at least <see cref="EnoughSupport"/> must stand in the evidence (stemmed).
/// </summary>
internal static partial class WordingCheck
{
    private const double EnoughSupport = 0.6;

    [GeneratedRegex("""["“„«「『][^"“”„«»「」『』]*["”»“」』]""")]
    private static partial Regex Quoted();

    public static string? Rejection(string text, Ground ground)
    {
        // Quoted words were checked word for word and do not count as the bot's own.
        var own = Quoted().Replace(text, " ");
        (var dates, own) = DateMentions.In(own);
        if (!dates.All(ground.HasDate))
            return "a date that is not in the evidence";
        foreach (var number in Numerals.In(own))
            if (number != "1" && !ground.HasNumber(number))
                return "a number that is not in the evidence";
        if (Negation.In(own) && !ground.Negated)
            return "a negation that is not in the evidence";

        var content = 0;
        var supported = 0;
        foreach (var token in Tokenizer.Tokenize(own))
        {
            if (StopWords.Contains(token.Term) || Numerals.In(token.Term).Any())
                continue;
            var found = ground.Has(token.Term);
            if (!found && IsName(own, token.Span))
                return "a name that is not in the evidence";
            content++;
            supported += found ? 1 : 0;
        }

        return content > 0 && supported < EnoughSupport * content ? "too few words that are in the evidence" : null;
    }

    /// <summary>A capitalised word that does not open a sentence.</summary>
    private static bool IsName(string text, TextSpan word)
    {
        if (!char.IsUpper(text[word.Start]))
            return false;
        var before = word.Start - 1;
        while (before >= 0 && (char.IsWhiteSpace(text[before]) || Punctuation.IsOpener(text[before]) || text[before] == '*'))
            before--;
        return before >= 0 && !Punctuation.IsTerminator(text[before]) && text[before] != ':';
    }
}
