using NewsBot.Core.Articles;
using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates.Events;

/// <summary>Which time expression of a sentence belongs to an event in it.</summary>
internal static class EventAttachment
{
    /// <summary>The head word of an event phrase: its verb, else its last word.</summary>
    public static int Head(EventSentence sentence, TextSpan happening)
    {
        var first = sentence.TokenAt(happening.Start);
        var last = first;
        while (last + 1 < sentence.Tokens.Count && sentence.Tokens[last + 1].Start < happening.End)
            last++;
        for (var i = first; i <= last; i++)
            if (sentence.IsVerb(i))
                return i;
        return last;
    }

    public static EventSentence.TimeUse? Find(EventSentence sentence, int head)
    {
        // Its own: the time belongs to this word. The finest wins, then the nearest.
        var own = Best(sentence, head, sentence.Uses.Where(u => u.Head == head || BelongsToGroup(sentence, head, u)));
        if (own is not null)
            return own;
        if (!sentence.IsVerb(head))
        {
            if (FollowsAnother(sentence, head))
                return null;
            // A noun with a time right behind it: "the attack on Tuesday".
            var behind = sentence.Uses.FirstOrDefault(u => !u.OfNoun && u.First > head && u.First - head <= 6 && !HasVerbBetween(sentence, head + 1, u.First) && !HasBoundary(sentence, head + 1, u.First));
            if (behind is not null)
                return behind;
            if (VerbOfNoun(sentence, head) is var verb && verb >= 0 && verb != head)
                return Best(sentence, verb, sentence.Uses.Where(u => !u.OfNoun && u.Head == verb)) ?? Opening(sentence, head);
        }

        if (BeforeWhen(sentence, head) is { } when)
            return when;
        return IsParticiple(sentence, head) && sentence.VerbBefore(head, out _) is var main && main >= 0
            ? Best(sentence, main, sentence.Uses.Where(u => !u.OfNoun && u.Head == main)) ?? Opening(sentence, head)
            : Opening(sentence, head);
    }

    /// <summary>"from 2008, when the company posted a loss": a clause with "when" has the time in front of it, one with "during which" that of the verb before.</summary>
    private static EventSentence.TimeUse? BeforeWhen(EventSentence sentence, int head)
    {
        var i = head;
        while (i > 0 && i > head - 10 && !sentence.IsBoundary(i))
            i--;
        if (i > 1 && sentence.Word(i) is "which" && sentence.Word(i - 1) is "during" or "in" or "at" && sentence.VerbBefore(i, out _) is var main && main >= 0)
            return Best(sentence, main, sentence.Uses.Where(u => !u.OfNoun && u.Head == main));
        if (i == 0 || sentence.Word(i) is not "when")
            return null;
        var end = sentence.Tokens[i - 1].IsMark(',') ? i - 1 : i;
        return sentence.Uses.FirstOrDefault(u => u.End == end);
    }

    /// <summary>A first line without a full stop: headlines tell in the present tense what has happened.</summary>
    public static bool IsHeadline(string text, IReadOnlyList<Sentence> sentences, int index) =>
        index == 0 && sentences.Count > 1 && sentences[0].Span.Length > 0 && sentences[1].Paragraph > sentences[0].Paragraph && char.IsLetterOrDigit(text[sentences[0].Span.End - 1]);

    /// <summary>The verb whose tense an event shares: itself, or for a noun or a participle the verb of its clause.</summary>
    public static int Governor(EventSentence sentence, int head)
    {
        if (!sentence.IsVerb(head))
            return VerbOfNoun(sentence, head) is var verb && verb >= 0 ? verb : head;
        var before = head;
        while (before >= 0 && IsParticiple(sentence, before))
            before = sentence.VerbBefore(before, out _);
        return before >= 0 ? before : sentence.VerbAfter(head + 1, 2) is var after && after >= 0 ? after : head;
    }

    /// <summary>
    /// The tense of the event's verb group. Perfect and present tense tell of now, whatever day the text has carried on;
    /// they are <see cref="Tense.Unknown"/>.
    /// </summary>
    public static Tense TenseOf(string text, EventSentence sentence, int head)
    {
        for (var i = head; i >= 0 && i >= head - 4; i--)
        {
            if (i < head && sentence.IsBoundary(i))
                break;
            if (sentence.Word(i) is "has" or "have" or "is" or "are" or "says")
                return Tense.Unknown;
        }

        for (var i = head; i >= 0 && i >= head - 4; i--)
        {
            if (i < head && sentence.IsBoundary(i))
                break;
            if (TenseCues.Cue(text, sentence.Tokens, i) is var cue && cue != Tense.Unknown)
                return cue;
        }

        return Tense.Unknown;
    }

    /// <summary>"after its launch", "since the deal": a noun that another time is counted from does not share that time.</summary>
    private static bool FollowsAnother(EventSentence sentence, int head)
    {
        for (var i = head - 1; i >= 0 && i >= head - 3; i--)
            if (sentence.Word(i) is "after" or "before" or "since" or "following" or "until")
                return !sentence.Uses.Any(u => u.First > head && u.First <= head + 2);
        return false;
    }

    /// <summary>A time that opens the sentence holds for its other verbs too, unless they have a time of their own.</summary>
    private static EventSentence.TimeUse? Opening(EventSentence sentence, int head) =>
        Best(sentence, head, sentence.Uses.Where(u => u.Opens && u.First < head && (u.Time.Precision >= DatePrecision.Week || !sentence.IsReporting(head))));

    private static bool BelongsToGroup(EventSentence sentence, int head, EventSentence.TimeUse use) =>
        use.OfNoun && use.First < head && head <= use.Head;

    private static EventSentence.TimeUse? Best(EventSentence sentence, int head, IEnumerable<EventSentence.TimeUse> uses) =>
        uses.Where(u => sentence.Word(u.First - 1) is not "since" || IsPerfect(sentence, u.Head)).OrderByDescending(u => !u.OfNoun).ThenByDescending(u => u.Time.Precision >= DatePrecision.Day).ThenBy(u => Math.Abs(u.First - head)).FirstOrDefault();

    /// <summary>"has sold since 2004" tells when; "its best week since November" does not.</summary>
    private static bool IsPerfect(EventSentence sentence, int verb)
    {
        for (var i = verb - 1; i >= 0 && i >= verb - 3; i--)
            if (sentence.Word(i) is "has" or "have" or "had")
                return true;
        return false;
    }

    private static bool HasVerbBetween(EventSentence sentence, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (sentence.IsVerb(i))
                return true;
        return false;
    }

    private static bool HasBoundary(EventSentence sentence, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (sentence.IsBoundary(i))
                return true;
        return false;
    }

    /// <summary>The verb of the clause that a noun stands in: the one before it as its object, else the one behind as its subject.</summary>
    private static int VerbOfNoun(EventSentence sentence, int head)
    {
        for (var i = head - 1; i >= 0 && !sentence.IsBoundary(i); i--)
            if (sentence.IsVerb(i))
                return i;
        for (var (i, commas) = (head + 1, 0); i < sentence.Tokens.Count; i++)
        {
            if (sentence.IsVerb(i))
                return i;
            if (sentence.IsBoundary(i) && (!sentence.Tokens[i].IsMark(',') || ++commas > 2))
                break;
        }

        return sentence.VerbBefore(head, out _);
    }

    /// <summary>A participle or an infinitive, which shares the time of the verb that it goes with.</summary>
    private static bool IsParticiple(EventSentence sentence, int head) =>
        (sentence.Word(head - 1) is "to" && sentence.VerbBefore(head, out var boundaries) >= 0 && boundaries == 0) || sentence.Word(head).EndsWith("ing") && head > 0 && (sentence.Tokens[head - 1].IsMark(',') || sentence.Word(head - 1) is "by" or "while" or "with");
}
