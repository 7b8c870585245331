using NewsBot.Core.Articles;
using NewsBot.Core.Dates.Events;
using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates;

/// <summary>
/// Decides which date an event has.
/// <list type="number">
/// <item>A time expression of its own sentence that belongs to it. A time belongs to the verb before it in its clause, to
/// the verb behind it when it opens a clause ("On Monday the court ruled"), or to the noun that it describes ("its 2010
/// conference"). A noun shares the time of the verb of its clause, a participle that of the verb it goes with.</item>
/// <item>Otherwise, for what is told in the past tense, the day that the text has set before.</item>
/// <item>Otherwise the publication day.</item>
/// </list>
/// </summary>
public static class EventDater
{
    /// <param name="text">The article's text.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="times">Its time expressions, from <see cref="TimeTagger"/>.</param>
    /// <param name="anchor">Its publication day.</param>
    /// <param name="happening">The event: a word or phrase in a sentence, or a whole sentence, which stands for the first verb of its first clause that has a date.</param>
    public static EventDate Date(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> times, TimeAnchor anchor, TextSpan happening)
    {
        anchor = Datelines.Correct(anchor, times);
        var index = SentenceOf(sentences, happening);
        if (index < 0)
            return EventDates.Publication(anchor, null);
        var sentence = new EventSentence(text, sentences[index].Span, times);
        if (sentence.Tokens.Count == 0)
            return EventDates.Publication(anchor, null);
        var wholeSentence = happening.Length >= sentences[index].Span.Length;
        var head = wholeSentence ? Math.Max(sentence.VerbAfter(0, int.MaxValue), 0) : EventAttachment.Head(sentence, happening);
        for (var verb = head; verb >= 0; verb = wholeSentence ? sentence.VerbAfter(verb + 1, 0) : -1)
            if (EventAttachment.Find(sentence, verb) is { } use)
                return EventDates.From(use.Time, EventDateBasis.SentenceExpression, anchor, TimeRoles.IsDone(text, sentence, use));
        var headline = EventAttachment.IsHeadline(text, sentences, index);
        if (!headline && SameEvent.Elsewhere(text, sentences, times, index, sentence, head) is { } repeated)
            return EventDates.From(repeated, EventDateBasis.Narrative, anchor);
        var tense = headline ? Tense.Past : EventAttachment.TenseOf(text, sentence, EventAttachment.Governor(sentence, head));
        if (tense == Tense.Past && NarrativeDay.Of(text, sentences, times, anchor, index) is { } carried)
            return EventDates.From(carried, EventDateBasis.Narrative, anchor);
        return EventDates.Publication(anchor, tense);
    }

    private static int SentenceOf(IReadOnlyList<Sentence> sentences, TextSpan happening)
    {
        for (var i = 0; i < sentences.Count; i++)
            if (sentences[i].Span.Overlaps(happening) || sentences[i].Span.Contains(happening.Start))
                return i;
        return -1;
    }
}
