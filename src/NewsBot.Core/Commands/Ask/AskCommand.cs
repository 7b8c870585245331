using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Coverage;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Retrieval.Parsing.Parts;

namespace NewsBot.Core.Commands.Ask;

/// <summary>
/// <c>/ask</c>: answers a question from the articles, or says that they do not answer it. A question in several parts is
/// answered part by part: for each its own evidence is found, and a part that asks for another command ("when did ...") is
/// drafted by that. One that asks several outlets stays whole, as its parts have their answer in common.
/// </summary>
/// <param name="writer">Writes the answer from the evidence.</param>
/// <param name="commands">The commands that parts may ask for.</param>
internal sealed class AskCommand(IAnswerWriter writer, Func<IEnumerable<ICommand>> commands) : ICommand
{
    private CachedNames? _names;

    public CommandDefinition Definition { get; } = new("ask", "Answers a question from the articles", "QUESTION", "How long is the visit of the defense minister?");

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var names = await NamesAsync(context.Snapshot, cancellationToken).ConfigureAwait(false);
        var question = QuestionParser.Parse(context.Text, context.Now, context.Filter, names);
        var parts = question.Clauses.Count > 0 ? [] : QuestionParts.Of(context.Text);
        if (parts.Count <= 1 && await CoverageAnswer.FindAsync(question, context.Snapshot, cancellationToken).ConfigureAwait(false) is { } coverage)
            return coverage;
        var request = parts.Count > 1
            ? await PartedRequest.BuildAsync(context, question, parts, names, commands(), cancellationToken).ConfigureAwait(false)
            : await PartedRequest.FindAsync(context, question, cancellationToken).ConfigureAwait(false);
        return await writer.WriteAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The outlets change only with the revision, so those of the last one asked are kept.</summary>
    private async Task<ArchiveNames> NamesAsync(ICorpusSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (_names is { } known && known.Revision == snapshot.Revision)
            return known.Names;
        var names = await ArchiveNames.ReadAsync(snapshot, cancellationToken).ConfigureAwait(false);
        _names = new CachedNames(snapshot.Revision, names);
        return names;
    }

    private sealed record CachedNames(long Revision, ArchiveNames Names);
}
