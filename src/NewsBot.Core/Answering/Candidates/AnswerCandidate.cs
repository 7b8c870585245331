using NewsBot.Core.Articles;
using NewsBot.Core.Dates;

namespace NewsBot.Core.Answering.Candidates;

/// <summary>Words of a sentence that could be the short answer.</summary>
/// <param name="Text">As it would be shown.</param>
/// <param name="Key">The same for candidates that mean the same.</param>
/// <param name="Span">Where it stands in the article.</param>
internal sealed record AnswerCandidate(string Text, string Key, TextSpan Span)
{
    /// <summary>Of a date: how it was understood.</summary>
    public EventDate? Date { get; init; }

    /// <summary>Whether the build of its sentence makes it the answer, and not only its kind (<see cref="Readings.ShortReadings"/>).</summary>
    public bool IsRead { get; init; }
}
