using NewsBot.Core.Answering;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;

namespace NewsBot.Core.Commands.Search;

/// <summary><c>/search WORDS</c>, for programs: the passages that come nearest, as they stand, without answering anything.</summary>
internal sealed class SearchCommand : ICommand
{
    private const int MostPassages = 6;

    public CommandDefinition Definition { get; } = new("search", "The passages that come nearest to some words, as they stand", "WORDS", "flood in Quarrow", IsListed: false);

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var question = QuestionParser.Parse(context.Text, context.Now, context.Filter, ArchiveNames.None);
        var retrieved = await Retriever.FindAsync(question, context.Snapshot, MostPassages, cancellationToken).ConfigureAwait(false);
        return retrieved.Evidence.Count == 0
            ? AnswerDraft.DeclineWith("I found nothing in the articles with these words.")
            : new AnswerDraft { Statements = [.. retrieved.Evidence.Select(Statement)] };
    }

    private static DraftStatement Statement(Evidence evidence) => new(
        evidence.Passage.Span.In(evidence.Article.Article.Text), StatementKind.Extract, [new EvidenceSpan(evidence.Article, evidence.Passage.Span)]);
}
