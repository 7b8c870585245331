using NewsBot.Core.Answering.Gate.Wordings;
using NewsBot.Core.Dates;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Gate.Checks;

/// <summary>
/// A date of a statement must be one of the evidence, or a coarser one that contains it: "in August 2023" for
/// "17 August 2023", never the other way round. Both are read by the same tagger against the publication date. The
/// publication date itself may be given in brackets and beside words of publishing, and where the evidence has no date.
/// </summary>
internal static class DateCheck
{
    private static readonly string[] Publishing = ["article", "report", "publish", "wrote", "write", "publication", "according"];

    public static Rejection? Check(Claim claim, Ground ground)
    {
        foreach (var time in claim.Times)
        {
            if (time.Type is not (TimeType.Date or TimeType.Time) || time.Interval is not { } interval)
                continue;
            if (!ground.Places.Any(place => place.Times.Any(other => Covers(time, interval, other))) && !IsPublication(claim, time, interval, ground) && !IsVerbatim(time, ground))
                return Broken();
        }

        foreach (var word in claim.Own.Words)
            if (Enum.TryParse<DayOfWeek>(word.Lower, ignoreCase: true, out var day) && char.IsLetter(word.Lower[0]) && !ground.IsCited(word.Term) && !HasDay(ground, day))
                return Broken();

        return null;
    }

    private static Rejection Broken() => new(RejectionReason.Date, "a date that is not in the evidence");

    private static bool HasDay(Ground ground, DayOfWeek day) =>
        ground.Places.Any(place => place.Times.Any(time => time.Interval is { IsSingleDay: true, Start: { } start } && start.DayOfWeek == day) || place.Article.Article.Published.Day.DayOfWeek == day);

    /// <summary>"That year", "Thursday": in the words of the article they mean what they mean there.</summary>
    private static bool IsVerbatim(TimeExpression time, Ground ground)
    {
        var words = Tokenizer.Tokenize(Typography.Fold(time.Text)).ConvertAll(token => Figure(token.Term));
        return words.Count > 0 && ground.Places.Any(place => Enumerable.Range(0, Math.Max(0, place.Wording.Words.Length - words.Count + 1)).Any(at => StandsAt(place.Wording, at, words)));
    }

    private static bool StandsAt(Wording wording, int at, List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
            if (Figure(wording.Words[at + i].Term) != words[i])
                return false;
        return true;
    }

    /// <summary>"four" and "4" are one.</summary>
    private static string Figure(string term) => Numerals.In(term).FirstOrDefault() ?? term;

    private static bool Covers(TimeExpression time, DateInterval interval, TimeExpression other)
    {
        if (time.Value == other.Value && other.Type is TimeType.Date or TimeType.Time && time.Modifier == other.Modifier)
            return true;
        return other.Interval is { Start: not null, End: not null } known && interval is { Start: not null, End: not null } && interval.Contains(known);
    }

    private static bool IsPublication(Claim claim, TimeExpression time, DateInterval interval, Ground ground)
    {
        if (!ground.Places.Any(place => interval.IsSingleDay && interval.Contains(place.Article.Article.Published.Day)))
            return false;
        var text = claim.Own.Text;
        var bracketed = time.Span.Start > 0 && text[time.Span.Start - 1] is '(' or '[' && time.Span.End < text.Length && text[time.Span.End] is ')' or ']';
        return bracketed || Publishing.Any(word => claim.Own.PositionsOf(Tokenizer.TermOf(word)).Count > 0);
    }
}
