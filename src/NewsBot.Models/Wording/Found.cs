using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Core.Answering;
using NewsBot.Models.Evidence;

namespace NewsBot.Models.Wording;

/// <summary>What code found out and the model has to keep to, as JSON for the prompt.</summary>
internal static class Found
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static string Of(AnswerDraft draft) => JsonSerializer.Serialize(
        new Facts(
            draft.ShortAnswer is { } brief ? SafeWords.Of(brief) : null,
            draft.Speaker is { } speaker ? SafeWords.Of(speaker.Name) : null,
            draft.Date?.Text,
            draft.Notes.Count > 0 ? [.. draft.Notes.Select(SafeWords.Of)] : null),
        Json);

    public static string Day(DateTimeOffset now) => now.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);

    private sealed record Facts(string? ShortAnswer, string? Speaker, string? Date, IReadOnlyList<string>? Notes);
}
