using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering;

/// <summary>Writes an answer to a question from evidence. What it writes is checked by the <see cref="Gate.AnswerGate"/>.</summary>
public interface IAnswerWriter
{
    /// <returns>A draft; one without statements when the evidence does not answer the question.</returns>
    Task<AnswerDraft> WriteAsync(AnswerRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Words what a command found. What code found out stays as it is: short answer, speaker, date, order, and whether
    /// there is an answer at all.
    /// </summary>
    /// <returns>The draft itself, unless the writer has better words for it.</returns>
    Task<AnswerDraft> WordAsync(WordingRequest request, CancellationToken cancellationToken) => Task.FromResult(request.Draft);
}

/// <param name="Question">The parsed question.</param>
/// <param name="Evidence">Passages, best first.</param>
/// <param name="Snapshot">The revision that they come from.</param>
public sealed record AnswerRequest(Question Question, IReadOnlyList<Evidence> Evidence, ICorpusSnapshot Snapshot)
{
    /// <summary>Of articles that other outlets carried too: the copies.</summary>
    public IReadOnlyDictionary<ArticleId, IReadOnlyList<ArticleHeader>> Copies { get; init; } = new Dictionary<ArticleId, IReadOnlyList<ArticleHeader>>();

    public Asker Asker { get; init; } = Asker.Nobody;

    /// <summary>The questions that this one asks at once, each with what it is answered from; empty for a question of one part.</summary>
    public IReadOnlyList<AnswerRequestPart> Parts { get; init; } = [];
}

/// <summary>One of several questions that were asked at once.</summary>
/// <param name="Words">The user's own words for it, to name it where it has no answer.</param>
/// <param name="Request">What it is answered from; null where it is drafted.</param>
/// <param name="Draft">The answer of the command that it asks for, as "when did ..." does; null where a writer answers.</param>
public sealed record AnswerRequestPart(string Words, AnswerRequest? Request, AnswerDraft? Draft = null)
{
    /// <summary>Content terms that the part does not take from another; empty where it stands for itself.</summary>
    public IReadOnlyList<string> Own { get; init; } = [];
}

/// <summary>On whose behalf an answer is written.</summary>
/// <param name="Account">Who pays where an answer costs something: the server, outside of one the person.</param>
/// <param name="Progress">Told in a few words what is being done; null for nobody.</param>
/// <param name="WantsExtracts">Whether the articles' own sentences are wanted, not better words for them.</param>
public sealed record Asker(string Account, IProgress<string>? Progress, bool WantsExtracts = false)
{
    public static readonly Asker Nobody = new("", null);
}

public enum WordingTask
{
    Summary,
    WhoSaid,
    When,
    Timeline,
}

/// <param name="Task">What kind of answer it is.</param>
/// <param name="Question">What was asked for, as the user wrote it.</param>
/// <param name="Now">The asker's now.</param>
/// <param name="Draft">What the command found.</param>
/// <param name="Snapshot">The revision that it comes from.</param>
/// <param name="Asker">Who asks.</param>
public sealed record WordingRequest(WordingTask Task, string Question, DateTimeOffset Now, AnswerDraft Draft, ICorpusSnapshot Snapshot, Asker Asker);
