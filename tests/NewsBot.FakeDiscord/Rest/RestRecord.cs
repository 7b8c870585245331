using System.Text.Json.Nodes;

namespace NewsBot.FakeDiscord.Rest;

/// <summary>A request and its answer.</summary>
/// <param name="Route">The route, such as "POST channels/{channel}/messages"; the bare path if none matched.</param>
/// <param name="Path">The path below the version.</param>
/// <param name="Body">The JSON body.</param>
/// <param name="Status">The status that was answered; 0 when the line was cut.</param>
/// <param name="Code">The error code of the body, 0 for none.</param>
/// <param name="At">When it came.</param>
public sealed record RestRecord(string Route, string Path, JsonNode? Body, int Status, int Code, DateTimeOffset At);
