using NewsBot.Core.Answering;
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

    public Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var time = QuestionTime.Of(context.Text, context.Anchor);
        var filter = context.Filter;
        if (time.Interval is { } asked && filter.Published == default)
            filter = filter with { Published = asked };
        return SpokenAnswer.OfAsync(context.Snapshot, VoicesQuery.Parse(time.Strip(context.Text)), filter, time.Phrase, cancellationToken);
    }
}
