using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;

namespace NewsBot.Core.Retrieval;

/// <summary>
/// A user's question, parsed once by <see cref="Parsing.QuestionParser"/>. Terms are those of <see cref="Text.Tokenizer"/>.
/// </summary>
public sealed record Question
{
    /// <summary>As the user wrote it.</summary>
    public required string Text { get; init; }

    /// <summary>The asker's now, with the offset of the asker's zone.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Hard limits from the options source, from and to.</summary>
    public ArticleFilter Filter { get; init; } = ArticleFilter.All;

    /// <summary>Distinct content terms in their order: without stop words, question boilerplate, outlets and relative times.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>People, places and organisations asked about.</summary>
    public IReadOnlyList<QuestionName> Names { get; init; } = [];

    /// <summary>Terms of each passage in quotation marks, of two words and more.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Phrases { get; init; } = [];

    /// <summary>Outlets of the archive that are asked for, as the archive writes them.</summary>
    public IReadOnlyList<string> Outlets { get; init; } = [];

    /// <summary>Outlets that are asked for and of which the archive has nothing.</summary>
    public IReadOnlyList<string> UnknownOutlets { get; init; } = [];

    /// <summary>The question's parts, one for each outlet that is named; empty unless there are two or more.</summary>
    public IReadOnlyList<QuestionClause> Clauses { get; init; } = [];

    /// <summary>The days asked about; null when none are named.</summary>
    public DateInterval? Period { get; init; }

    /// <summary>The same in words, where the question names them relative to now ("last week"), to show how that was understood.</summary>
    public string? PeriodText { get; init; }

    /// <summary>Whether the newest is asked for: "latest", "most recent".</summary>
    public bool WantsLatest { get; init; }

    /// <summary>Explicit publication days that are named ("the report of 7 October 2023"), one interval each.</summary>
    public IReadOnlyList<DateInterval> Days { get; init; } = [];

    public AnswerKind Kind { get; init; }

    /// <summary>Terms of the noun that is asked for: "state" of "which state", "year" of "how many years".</summary>
    public IReadOnlyList<string> Focus { get; init; } = [];
}

/// <param name="Text">As the question writes it.</param>
/// <param name="Terms">Its terms, without titles.</param>
public sealed record QuestionName(string Text, IReadOnlyList<string> Terms);

/// <summary>What a question asks of one outlet.</summary>
/// <param name="Outlet">The outlet, as the archive writes it.</param>
/// <param name="Terms">Content terms of this part.</param>
public sealed record QuestionClause(string Outlet, IReadOnlyList<string> Terms);
