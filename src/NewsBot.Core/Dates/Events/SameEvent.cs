using NewsBot.Core.Articles;

namespace NewsBot.Core.Dates.Events;

/// <summary>
/// Finds an event that is named again: the same word in another sentence with a time of its own ("the delivery" after
/// "delivery in October 2007"). The nearest sentence wins, earlier ones first.
/// </summary>
internal static class SameEvent
{
    private const int Reach = 8;
    private const int ShortestStem = 3;

    public static TimeExpression? Elsewhere(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> times, int index, EventSentence sentence, int head)
    {
        if (sentence.IsVerb(head))
            return null;
        var stem = Stem(sentence.Word(head)).ToString();
        if (stem.Length < ShortestStem)
            return null;
        for (var distance = 1; distance <= Reach; distance++)
        {
            if (InSentence(text, sentences, times, index - distance, stem) is { } before)
                return before;
            if (InSentence(text, sentences, times, index + distance, stem) is { } after)
                return after;
        }

        return null;
    }

    private static TimeExpression? InSentence(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> times, int index, string stem)
    {
        if (index < 0 || index >= sentences.Count)
            return null;
        var span = sentences[index].Span;
        if (!span.Of(text).Contains(stem, StringComparison.OrdinalIgnoreCase) || !times.Any(t => span.Contains(t.Span)))
            return null;
        var sentence = new EventSentence(text, span, times);
        for (var i = 0; i < sentence.Tokens.Count; i++)
            if (Stem(sentence.Word(i)).Equals(stem, StringComparison.OrdinalIgnoreCase) && EventAttachment.Find(sentence, i) is { Time.Interval: { Start: not null, End: not null } } use)
                return use.Time;
        return null;
    }

    /// <summary>A word without the ending of plurals and verb forms.</summary>
    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word) =>
        word.EndsWith("ies") ? word[..^3] : word.EndsWith("ing") || word.EndsWith("ery") ? word[..^3] : word.EndsWith("ed") || word.EndsWith("es") ? word[..^2] : word.EndsWith("s") || word.EndsWith("e") || word.EndsWith("y") ? word[..^1] : word;
}
