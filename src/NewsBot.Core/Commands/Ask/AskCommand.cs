using NewsBot.Core.Answering;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;

namespace NewsBot.Core.Commands.Ask;

/// <summary><c>/ask</c>: answers a question from the articles, or says that they do not answer it.</summary>
internal sealed class AskCommand(IAnswerWriter writer) : ICommand
{
    private CachedNames? _names;

    public CommandDefinition Definition { get; } = new("ask", "Answers a question from the articles", "QUESTION", "How long is the visit of the defense minister?");

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var names = await NamesAsync(context.Snapshot, cancellationToken).ConfigureAwait(false);
        var question = QuestionParser.Parse(context.Text, context.Now, context.Filter, names);
        var retrieved = await Retriever.FindAsync(question, context.Snapshot, Retriever.DefaultCount, cancellationToken).ConfigureAwait(false);
        var request = new AnswerRequest(question, retrieved.Evidence, context.Snapshot) { Copies = retrieved.Copies, Asker = context.Asker };
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
