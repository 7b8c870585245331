using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Commands.When;

/// <summary>A sentence that tells of the event, with the date that the event has by it.</summary>
/// <param name="Found">The sentence.</param>
/// <param name="Date">The date.</param>
/// <param name="Coverage">The share of the asked words' weight that the sentence says, in the same or kindred words; for one that a headline speaks for, the headline too.</param>
internal sealed record DatedEvent(FoundSentence Found, EventDate Date, double Coverage)
{
    /// <summary>The sentence, and where the date is carried on from another one, that one too.</summary>
    public IReadOnlyList<EvidenceSpan> Evidence =>
        Date.Expression is { } time && !Found.Sentence.Span.Contains(time.Span)
            ? [Found.Evidence, new EvidenceSpan(Found.Article, time.Span)]
            : [Found.Evidence];
}
