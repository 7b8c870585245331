using System.Text.Json.Serialization;

namespace NewsBot.Batch;

/// <summary>One line of the input of <c>batch</c>.</summary>
/// <param name="Id">Given back with the answer.</param>
/// <param name="Command">A command's name; null or empty routes the text by what it asks.</param>
/// <param name="Text">The question or what follows the command.</param>
/// <param name="Now">The asker's now: a day or an instant; the clock's without it.</param>
/// <param name="Source">Only this outlet.</param>
/// <param name="From">Only articles published on this day or later.</param>
/// <param name="To">Only articles published on this day or before.</param>
internal sealed record BatchRequest(string? Id, string? Command, string? Text, string? Now, string? Source, string? From, string? To);

/// <summary>One line of the output of <c>batch</c>. Parts that do not apply are left out.</summary>
internal sealed record BatchReply
{
    public string? Id { get; init; }

    public required string Status { get; init; }

    public IReadOnlyList<BatchStatement> Statements { get; init; } = [];

    public IReadOnlyList<BatchCitation> Citations { get; init; } = [];

    public string? ShortAnswer { get; init; }

    public string? Speaker { get; init; }

    public string? SpeakerTitle { get; init; }

    public IReadOnlyList<string>? SpeakerCandidates { get; init; }

    public BatchDate? Date { get; init; }

    public IReadOnlyList<string>? Notes { get; init; }

    public string? Message { get; init; }

    public IReadOnlyList<BatchArticle>? Nearest { get; init; }

    /// <summary>For an input line that could not be read: its number, from 1.</summary>
    public int? Line { get; init; }

    public double ElapsedMs { get; init; }
}

internal sealed record BatchStatement(string Text, string Kind, IReadOnlyList<int> Citations);

/// <param name="N">The citation's number.</param>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Title">Headline.</param>
/// <param name="Source">Outlet.</param>
/// <param name="Published">Day, or instant where it is known.</param>
/// <param name="Url">Address as stored.</param>
/// <param name="Passage">The cited sentences as they stand in the article.</param>
/// <param name="Start">Offset of their first character in the stored text.</param>
/// <param name="End">Offset behind their last character.</param>
internal sealed record BatchCitation(int N, string ArticleId, string Title, string Source, string Published, string? Url, string Passage, int Start, int End);

internal sealed record BatchDate(string Text, string Value, string Precision, long? Epoch);

internal sealed record BatchArticle(string ArticleId, string Title, string Source, string Published, string? Url);

[JsonSerializable(typeof(BatchReply))]
internal sealed partial class BatchJson : JsonSerializerContext
{
    public static readonly BatchJson Readable = new(ReadableJson.NewOptions());
}
