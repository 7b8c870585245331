using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.EndToEnd.Tests.Support;

namespace NewsBot.EndToEnd.Tests.Golden;

/// <summary>A question about the shipped articles whose right answer is known.</summary>
public sealed record GoldenQuestion
{
    public required string Id { get; init; }

    /// <summary>What kind of answer is asked for; for unanswerable ones, why there is none.</summary>
    public required string Type { get; init; }

    /// <summary>The command that it is put to.</summary>
    public required string Command { get; init; }

    public required string Text { get; init; }

    /// <summary>When it is asked; null for the time of the run.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Whether the shipped articles have the answer. An unanswerable question must be declined.</summary>
    public required bool Answerable { get; init; }

    /// <summary>The reply must have one of these, word for word.</summary>
    public required IReadOnlyList<string> Contains { get; init; }

    /// <summary>Of a question in several parts what the further ones must have: one of each.</summary>
    public IReadOnlyList<IReadOnlyList<string>> AlsoContains { get; init; } = [];

    /// <summary>Parts that the articles do not answer: a note must name them in these words.</summary>
    public IReadOnlyList<string> NotFound { get; init; } = [];

    /// <summary>What the short answer must have; null where none is required.</summary>
    [JsonPropertyName("short")]
    public string? ShortAnswer { get; init; }

    /// <summary>The TIMEX3 value that a date in the reply must have; null where none is asked for.</summary>
    public string? Date { get; init; }

    /// <summary>The reply must cite one of these files.</summary>
    public required IReadOnlyList<string> Articles { get; init; }

    public static IReadOnlyList<GoldenQuestion> All { get; } =
        [.. File.ReadLines(Path.Combine(SeededBot.Seeds, "../tests/NewsBot.EndToEnd.Tests/Golden/questions.jsonl"))
            .Select(line => JsonSerializer.Deserialize<GoldenQuestion>(line, Options)!)];

    private static JsonSerializerOptions Options => new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    public override string ToString() => $"{Id} /{Command} {Text}";
}
