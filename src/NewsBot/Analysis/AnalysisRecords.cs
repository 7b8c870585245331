using System.Text.Json.Serialization;
using NewsBot.Batch;

namespace NewsBot.Analysis;

/// <summary>One line of the output of <c>analyze</c>. All offsets point into the text that was given.</summary>
internal sealed record AnalysisRecord
{
    public string? Id { get; init; }

    public IReadOnlyList<SpanRecord> Sentences { get; init; } = [];

    public IReadOnlyList<SpanRecord> Passages { get; init; } = [];

    public IReadOnlyList<QuoteRecord> Quotes { get; init; } = [];

    public IReadOnlyList<TimeRecord> Times { get; init; } = [];
}

internal sealed record SpanRecord(int Start, int End);

/// <summary>A quote. Stance is given where it is not the usual one, that the speaker asserts the content.</summary>
internal sealed record QuoteRecord(string Kind, IReadOnlyList<SpanRecord> Content, SpanRecord? Cue, SpeakerRecord Speaker, string? Stance);

internal sealed record SpeakerRecord(
    string Text, string? Name, string? Title, string? Kind, int? Start, int? End, IReadOnlyList<string>? Ambiguous, string? Channel);

internal sealed record TimeRecord(string Text, int Start, int End, string Type, string Value, string? Mod, string Precision, string? From, string? To);

[JsonSerializable(typeof(AnalysisRecord))]
internal sealed partial class AnalysisJson : JsonSerializerContext
{
    public static readonly AnalysisJson Readable = new(ReadableJson.NewOptions());
}
