using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering;

public enum StatementKind
{
    /// <summary>Somebody's words, in quotation marks, with the speaker.</summary>
    Quote,

    /// <summary>A sentence of an article as it stands there; words in square brackets are explanations.</summary>
    Extract,

    /// <summary>The bot's own words.</summary>
    Paraphrase,
}

/// <summary>A sentence somebody wrote as an answer, with what it is said to rest on. Nothing of it is trusted yet.</summary>
public sealed record DraftStatement(string Text, StatementKind Kind, IReadOnlyList<EvidenceSpan> Evidence);

/// <summary>Whose words the answer gives.</summary>
/// <param name="Name">Full name; the words of the article where it has no name or does not decide between several.</param>
/// <param name="Title">Title or role; null where none is given.</param>
/// <param name="Candidates">Between whom the article does not decide; empty when it does.</param>
public sealed record AnswerSpeaker(string Name, string? Title, IReadOnlyList<string> Candidates);

/// <summary>The date that the answer gives.</summary>
/// <param name="Text">In words: "May 2010", "early 2023".</param>
/// <param name="Value">TIMEX3 value.</param>
/// <param name="Precision">How much of it is known.</param>
/// <param name="Epoch">Seconds since 1970 (UTC) of its first moment, where a day or better is known.</param>
public sealed record AnswerDate(string Text, string Value, DatePrecision Precision, long? Epoch = null);

/// <summary>What a writer or a command hands to the <see cref="Gate.AnswerGate"/>.</summary>
public sealed record AnswerDraft
{
    public IReadOnlyList<DraftStatement> Statements { get; init; } = [];

    /// <summary>The shortest form of the answer ("three days"), which the first statement then has in bold; null without one.</summary>
    public string? ShortAnswer { get; init; }

    /// <summary>What the answer comes to in the bot's own words ("Verbatim: ..."), about the evidence and not from it; null without one.</summary>
    public string? Headline { get; init; }

    public AnswerSpeaker? Speaker { get; init; }

    public AnswerDate? Date { get; init; }

    /// <summary>Plain sentences about the answer itself: the time range that was understood, what was not found, "as of".</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why there is no answer, when there are no statements: one clear sentence.</summary>
    public string? Decline { get; init; }

    /// <summary>Articles nearest to an unanswered question.</summary>
    public IReadOnlyList<ArticleHeader> Nearest { get; init; } = [];

    /// <summary>A reply about the bot, not about the news: help, status, sources. It needs no evidence.</summary>
    public string? Message { get; init; }

    public static AnswerDraft Say(string message) => new() { Message = message };

    public static AnswerDraft DeclineWith(string reason, IReadOnlyList<ArticleHeader>? nearest = null) =>
        new() { Decline = reason, Nearest = nearest ?? [] };
}
