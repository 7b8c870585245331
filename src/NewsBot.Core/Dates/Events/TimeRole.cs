using NewsBot.Core.Articles;
using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates.Events;

/// <summary>What a time expression does in its sentence; later members tell more firmly that something happened then.</summary>
internal enum TimeRole
{
    /// <summary>It belongs to nothing that the sentence tells.</summary>
    None,

    /// <summary>When somebody said something.</summary>
    Saying,

    /// <summary>It belongs to a noun: "Friday's vote".</summary>
    Noun,

    /// <summary>When something happened, in a clause that depends on another.</summary>
    Clause,

    /// <summary>When that happened which the sentence tells.</summary>
    Main,
}

internal static class TimeRoles
{
    public static TimeRole Of(string text, TextSpan span, IReadOnlyList<TimeExpression> times, TimeExpression time)
    {
        var sentence = new EventSentence(text, span, times);
        if (sentence.Uses.FirstOrDefault(use => use.Time == time) is not { } found || found.Head < 0)
            return TimeRole.None;
        if ((sentence.Word(found.First - 1) is "of" && sentence.Word(found.First - 2) is "as") || (found.OfNoun && sentence.Word(found.First) is "today"))
            return TimeRole.None; // "as of Friday", "today's children"
        if (sentence.IsReporting(found.Head))
            return TimeRole.Saying;
        if (found.OfNoun || !sentence.IsVerb(found.Head))
            return TimeRole.Noun;
        return sentence.IsMainVerb(found.Head) ? TimeRole.Main : TimeRole.Clause;
    }

    /// <summary>Whether what has the time is told as done: "ended on Friday" in an article that came before and was changed since.</summary>
    public static bool IsDone(string text, TextSpan span, IReadOnlyList<TimeExpression> times, TimeExpression time)
    {
        var sentence = new EventSentence(text, span, times);
        return sentence.Uses.FirstOrDefault(use => use.Time == time) is { } found && IsDone(text, sentence, found);
    }

    /// <summary>Whether a word of a sentence is one that reports what somebody said.</summary>
    public static bool IsReporting(string text, TextSpan span, int word)
    {
        var sentence = new EventSentence(text, span, []);
        return sentence.Tokens.Count > 0 && sentence.IsReporting(sentence.TokenAt(word));
    }

    /// <summary>Whether the first verb of a sentence is in a past tense or the perfect.</summary>
    public static bool TellsDone(string text, TextSpan span)
    {
        var sentence = new EventSentence(text, span, []);
        var verb = sentence.VerbAfter(0, int.MaxValue);
        if (verb < 0)
            return false;
        for (var i = verb; i >= 0 && i >= verb - 3; i--)
            if (sentence.Word(i) is "has" or "have" or "had")
                return true;
        return EventAttachment.TenseOf(text, sentence, verb) == Tense.Past;
    }

    public static bool IsDone(string text, EventSentence sentence, EventSentence.TimeUse use) =>
        use is { Head: >= 0, OfNoun: false } && EventAttachment.TenseOf(text, sentence, use.Head) == Tense.Past
        && TenseReader.Around(text, sentence.Tokens, use.First, use.End) == Tense.Past;
}
