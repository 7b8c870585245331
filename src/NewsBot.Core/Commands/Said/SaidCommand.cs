using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Coverage;
using NewsBot.Core.Answering.Voices;
using NewsBot.Core.Dates;

namespace NewsBot.Core.Commands.Said;

/// <summary>
/// <c>/said PERSON [about TOPIC]</c>: what somebody said, verbatim, newest article first; time words bound the articles'
/// publication. Several people or roles may be asked for at once.
/// </summary>
internal sealed class SaidCommand : ICommand
{
    public CommandDefinition Definition { get; } = new("said", "What somebody said, newest first", "PERSON [about TOPIC]", "Lukashenko about China");

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var time = QuestionTime.Of(context.Text, context.Anchor);
        var filter = context.Filter;
        if (time.Interval is { } asked && filter.Published == default)
            filter = filter with { Published = asked };
        var query = VoicesQuery.Parse(time.Strip(context.Text));
        var draft = await SpokenAnswer.OfAsync(context.Snapshot, query, filter, time.Phrase, cancellationToken).ConfigureAwait(false);
        return draft.Statements.Count == 0 && await CoverageAnswer.OfOutletAsync(query.Speakers, query.Topic, context.Snapshot, filter, cancellationToken).ConfigureAwait(false) is { } reported
            ? reported
            : draft;
    }
}
