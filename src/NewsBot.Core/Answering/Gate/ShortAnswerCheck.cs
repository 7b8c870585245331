using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate;

/// <summary>
/// Checks the few words of the bot's own that stand by themselves ("**three days**") or before words of the article
/// ("Ada Quill (14 March 2024): “...”"). Numbers, dates and names must all be in the evidence; a negation needs one in the evidence; of the
/// other content words at least <see cref="EnoughSupport"/> must stand in the evidence (stemmed).
/// </summary>
internal static partial class ShortAnswerCheck
{
    private const double EnoughSupport = 0.6;

    /// <summary>"Yes" or "no" before a sentence of the article, which the reader sees with it: "was he acquitted" may be answered by "was jailed".</summary>
    [GeneratedRegex(@"^\*\*(?:Yes|No)\*\*:\s*(?=\S)")]
    private static partial Regex BornOut();

    [GeneratedRegex("""["“„«「『][^"“”„«»「」『』]*["”»“」』]""")]
    private static partial Regex Quoted();

    public static Rejection? Rejection(string text, Ground ground)
    {
        var own = Quoted().Replace(BornOut().Replace(text, ""), " ");
        (var dates, own) = DateMentions.In(own);
        if (!dates.All(ground.HasDate))
            return new Rejection(RejectionReason.Date, "a date that is not in the evidence");
        foreach (var number in Numerals.In(own))
            if (number != "1" && !ground.HasNumber(number))
                return new Rejection(RejectionReason.Number, "a number that is not in the evidence");
        if (Negation.In(own) && !ground.Negated)
            return new Rejection(RejectionReason.Negation, "a negation that is not in the evidence");

        var content = 0;
        var supported = 0;
        foreach (var token in Tokenizer.Tokenize(own))
        {
            if (StopWords.Contains(token.Term) || Numerals.In(token.Term).Any())
                continue;
            var found = ground.Has(token.Term);
            if (!found && IsName(own, token.Span))
                return new Rejection(RejectionReason.Name, "a name that is not in the evidence");
            content++;
            supported += found ? 1 : 0;
        }

        return content > 0 && supported < EnoughSupport * content ? new Rejection(RejectionReason.Support, "too few words that are in the evidence") : null;
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
