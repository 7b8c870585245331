using System.Text.Json.Serialization;
using NewsBot.Batch;

namespace NewsBot.Checking;

/// <summary>One line of the output of <c>check</c>.</summary>
/// <param name="Id">As given.</param>
/// <param name="Supported">Whether the claim would go out with this evidence.</param>
/// <param name="Score">The support score, in [0, 1].</param>
/// <param name="Reasons">The rule that the claim breaks; empty where it is supported.</param>
internal sealed record CheckRecord(string? Id, bool Supported, double Score, IReadOnlyList<string> Reasons);

[JsonSerializable(typeof(CheckRecord))]
internal sealed partial class CheckJson : JsonSerializerContext
{
    public static readonly CheckJson Readable = new(ReadableJson.NewOptions());
}
