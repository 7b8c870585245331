using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Answering;

public enum AnswerStatus
{
    Answered,
    Declined,
    Error,
}

/// <summary>A sentence that passed the <see cref="Gate.AnswerGate"/>.</summary>
/// <param name="Text">The sentence, without citation numbers.</param>
/// <param name="Kind">Whose words these are.</param>
/// <param name="Citations">Numbers of <see cref="Answer.Citations"/>, ascending; never empty.</param>
public sealed record Statement(string Text, StatementKind Kind, IReadOnlyList<int> Citations);

/// <summary>A place in an article that a statement rests on.</summary>
/// <param name="Number">Its number in the answer: 1, 2, 3 ... without gaps.</param>
/// <param name="Article">The article.</param>
/// <param name="Title">Headline.</param>
/// <param name="Source">Outlet.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Url">Address exactly as stored; null where the article has none.</param>
/// <param name="Passage">The cited sentences as they stand in the article.</param>
/// <param name="Span">Where they stand in the stored text.</param>
public sealed record Citation(
    int Number, ArticleId Article, string Title, string Source, PublicationTime Published, string? Url, string Passage, TextSpan Span);

/// <summary>What the user gets, whoever wrote it and whatever front end shows it.</summary>
public sealed record Answer
{
    public required AnswerStatus Status { get; init; }

    public IReadOnlyList<Statement> Statements { get; init; } = [];

    public IReadOnlyList<Citation> Citations { get; init; } = [];

    public string? ShortAnswer { get; init; }

    /// <summary>What the statements come to, about the evidence and not from it: "Altered: ..."; null without one.</summary>
    public string? Headline { get; init; }

    public AnswerSpeaker? Speaker { get; init; }

    public AnswerDate? Date { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The question in full words, where it was completed by what was asked before; null where it stood for itself.</summary>
    public string? UnderstoodAs { get; init; }

    /// <summary>The reply where there are no statements: why not, what went wrong, or something about the bot itself.</summary>
    public string? Message { get; init; }

    /// <summary>For a decline: the nearest articles, in date order.</summary>
    public IReadOnlyList<ArticleHeader> Nearest { get; init; } = [];

    /// <summary>For a decline: how far the archive reaches.</summary>
    public CorpusReach? Reach { get; init; }

    /// <summary>The revision it was made from.</summary>
    public long Revision { get; init; }
}
