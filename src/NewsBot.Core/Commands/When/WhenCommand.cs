using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Commands.When;

/// <summary><c>/when EVENT</c>: when it was or will be, with the precision of the text, the sentence and the reasoning.</summary>
internal sealed class WhenCommand(IAnswerWriter writer) : ICommand
{
    private const int MostOthers = 2;

    /// <summary>Another article counts as telling of the same event when it covers nearly as much of the question.</summary>
    private const double SameEvent = 0.9;

    public CommandDefinition Definition { get; } = new("when", "When something happened or will happen", "EVENT", "agreement between the defense ministries");

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var draft = await FindAsync(context, cancellationToken).ConfigureAwait(false);
        return await writer.WordAsync(context.Wording(WordingTask.When, draft), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<AnswerDraft> FindAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var query = EventQuery.Parse(context.Text);
        var events = await EventSearch.FindAsync(context.Snapshot, query, context.Filter, cancellationToken).ConfigureAwait(false);
        if (events.Count == 0)
            return AnswerDraft.DeclineWith(
                "I found nothing in the articles that tells of this.",
                await NearestArticles.FindAsync(context.Snapshot, query.Words, context.Filter, cancellationToken).ConfigureAwait(false));

        var best = events[0];
        var phrase = best.Date.Phrase;
        var others = Others(best, events);
        var notes = new List<string> { best.Date.Explanation };
        notes.AddRange(others.Select(other => $"Another article gives another date: {other.Date.Phrase}."));
        return new AnswerDraft
        {
            Statements =
            [
                new DraftStatement($"**{phrase}**", StatementKind.Paraphrase, best.Evidence),
                .. ShownSentence.Of(new[] { best }.Concat(others).Select(dated => (dated.Found.Article, dated.Found.Sentence.Span))).Select(shown => shown.Statement),
            ],
            ShortAnswer = phrase,
            Date = new AnswerDate(phrase, best.Date.Value, best.Date.Precision, Epoch(best.Date)),
            Notes = notes,
        };
    }

    private static List<DatedEvent> Others(DatedEvent best, IReadOnlyList<DatedEvent> events)
    {
        var others = new List<DatedEvent>();
        foreach (var dated in events.Skip(1))
            if (others.Count < MostOthers
                && dated.Date.Basis == EventDateBasis.SentenceExpression
                && best.Date.Basis == EventDateBasis.SentenceExpression
                && dated.Coverage >= SameEvent * best.Coverage
                && dated.Found.Article.Article.Id != best.Found.Article.Article.Id
                && !dated.Date.Interval.Overlaps(best.Date.Interval)
                && others.TrueForAll(other => !other.Date.Interval.Overlaps(dated.Date.Interval)))
                others.Add(dated);
        return others;
    }

    /// <summary>Seconds since 1970 of the start of the day, where a day is known.</summary>
    private static long? Epoch(EventDate date) =>
        date.Precision >= DatePrecision.Day && date.Interval.Start is { } start
            ? new DateTimeOffset(start.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds()
            : null;
}
