using NewsBot.Core.Articles;

namespace NewsBot.Core.Corpus;

/// <summary>Which of the sources a reading asks; what the others have stays as it is stored. Files are always read.</summary>
public enum ReadingScope
{
    /// <summary>All of them: somebody asked for it in person.</summary>
    All,

    /// <summary>Those on the network whose interval is over.</summary>
    Due,

    /// <summary>Those on the network that have never been asked: a start should not wait for the others.</summary>
    New,
}

/// <summary>A reading of the sources.</summary>
/// <param name="Sources">Files, folders and addresses.</param>
/// <param name="Scope">Which of them are asked.</param>
/// <param name="Known">What the archive has.</param>
public sealed record Reading(IReadOnlyList<string> Sources, ReadingScope Scope, IReadOnlyDictionary<ArticleId, KnownArticle> Known);
