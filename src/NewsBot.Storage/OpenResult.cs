using System.Diagnostics.CodeAnalysis;

namespace NewsBot.Storage;

/// <summary>An opened corpus, or why it could not be opened. Exactly one of the two is set.</summary>
public sealed record OpenResult
{
    private OpenResult()
    {
    }

    public CorpusStore? Corpus { get; private init; }

    /// <summary>A sentence for the operator: "The data folder /srv/news is in use by process 4711."</summary>
    public string? Failure { get; private init; }

    public static OpenResult Opened(CorpusStore corpus) => new() { Corpus = corpus };

    public static OpenResult Failed(string failure) => new() { Failure = failure };

    public bool TryGet([NotNullWhen(true)] out CorpusStore? corpus, [NotNullWhen(false)] out string? failure)
    {
        (corpus, failure) = (Corpus, Failure);
        return corpus is not null;
    }
}
