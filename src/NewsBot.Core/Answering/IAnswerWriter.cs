using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering;

/// <summary>Writes an answer to a question from evidence. What it writes is checked by the <see cref="Gate.AnswerGate"/>.</summary>
public interface IAnswerWriter
{
    /// <returns>A draft; one without statements when the evidence does not answer the question.</returns>
    Task<AnswerDraft> WriteAsync(AnswerRequest request, CancellationToken cancellationToken);
}

/// <param name="Question">The parsed question.</param>
/// <param name="Evidence">Passages, best first.</param>
/// <param name="Snapshot">The revision that they come from.</param>
public sealed record AnswerRequest(Question Question, IReadOnlyList<Evidence> Evidence, ICorpusSnapshot Snapshot)
{
    /// <summary>Of articles that other outlets carried too: the copies.</summary>
    public IReadOnlyDictionary<ArticleId, IReadOnlyList<ArticleHeader>> Copies { get; init; } = new Dictionary<ArticleId, IReadOnlyList<ArticleHeader>>();
}
