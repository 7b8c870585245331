using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Answering.Gate;

/// <summary>
/// Somebody's words are shown as theirs. Whoever wrote a statement: every quotation mark in it has its partner, something
/// stands beside what is quoted, and what is told word for word neither lies inside a quotation of the article nor tears
/// one apart, so that the middle of a speech does not pass for what the article says.
/// </summary>
internal static class VoiceCheck
{
    /// <summary>The part of the rule that needs the statement alone.</summary>
    public static Rejection? Marks(string text)
    {
        if (!BalancedMarks.Holds(text))
            return new Rejection(RejectionReason.Quotation, "a quotation mark without its partner");
        return IsBold(text) || HasOwnWords(text) ? null : new Rejection(RejectionReason.Quotation, "quoted words without their speaker");
    }

    /// <param name="folded">What is told word for word, typography folded.</param>
    /// <param name="ground">The cited places.</param>
    /// <returns>Why it may not be told as the article's own words; null where one place has it as such, or none has it.</returns>
    public static Rejection? Verbatim(string folded, Ground ground)
    {
        var isQuoted = false;
        foreach (var place in ground.Places)
            for (var at = WholeWords.IndexOf(place.Folded, folded, 0); at >= 0; at = WholeWords.IndexOf(place.Folded, folded, at + 1))
            {
                if (IsOwn(place, at, folded.Length))
                    return null;
                isQuoted = true;
            }

        return isQuoted ? new Rejection(RejectionReason.Speaker, "a piece of somebody's words without their speaker") : null;
    }

    private static bool IsOwn(Place place, int at, int length)
    {
        if (!place.Stretches.Outer(place.Span).Any())
            return true;
        var span = place.Origin(at, length);
        return place.Stretches.IsWhole(span) && place.Stretches.HasOwnWords(span);
    }

    private static bool HasOwnWords(string text) => !QuotationMarks.IsMark(text.AsSpan().TrimStart()[0]) || QuotedStretches.Of(text).HasOwnWords(new TextSpan(0, text.Length));

    /// <summary>A short answer may be a title: **“Winter Road”**.</summary>
    private static bool IsBold(string text) => text.StartsWith("**", StringComparison.Ordinal) && text.EndsWith("**", StringComparison.Ordinal);
}
