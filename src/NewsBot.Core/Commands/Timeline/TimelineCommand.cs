using NewsBot.Core.Answering;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Commands.Timeline;

/// <summary><c>/timeline TOPIC</c>: events in order, a sentence each with date and citation; what several articles tell counts once.</summary>
internal sealed class TimelineCommand(IAnswerWriter writer) : ICommand
{
    private const int Passages = 60;
    private const double LeastCoverage = 0.3;
    private const double LeastContext = 0.6;

    public CommandDefinition Definition { get; } = new("timeline", "What happened, in order", "TOPIC", "Lake Vessen treaty");

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var draft = await FindAsync(context, cancellationToken).ConfigureAwait(false);
        return await writer.WordAsync(context.Wording(WordingTask.Timeline, draft), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<AnswerDraft> FindAsync(CommandContext context, CancellationToken cancellationToken)
    {
        // From and to bound the events, not the articles that tell of them.
        var filter = context.Filter with { Published = default };
        var time = QuestionTime.Of(context.Text, context.Anchor);
        var range = context.Call.Published != default ? context.Call.Published : time.Interval ?? default;
        var topic = time.Strip(context.Text);
        var sentences = await SentenceSearch.FindAsync(context.Snapshot, topic, filter, Passages, cancellationToken).ConfigureAwait(false);
        var events = TimelineEvents.Of([.. sentences.Where(sentence => sentence.Coverage >= LeastCoverage && sentence.Context >= LeastContext)], topic, range);
        if (events.Count == 0)
            return AnswerDraft.DeclineWith(
                "I found no events of this in the articles.",
                await NearestArticles.FindAsync(context.Snapshot, context.Text, context.Filter, cancellationToken).ConfigureAwait(false));
        return new AnswerDraft
        {
            Notes = time.Phrase is { } asked ? [$"Events in the time asked about: {asked}."] : [],
            Statements = [.. events.Select(Statement)],
        };
    }

    private static DraftStatement Statement(TimelineEvent one)
    {
        var date = one.Event.Date;
        var planned = date.IsPlanned ? ", planned" : "";
        return one.Shown.Statement with
        {
            Text = $"[{date.Phrase}{planned}] {one.Shown.Statement.Text}",
            Evidence = [.. one.Shown.Statement.Evidence, .. one.Event.Evidence.Skip(1)],
        };
    }
}
