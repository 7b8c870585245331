using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsBot.Models.Wording;

/// <summary>A sentence that a model wrote, and the numbers of the evidence it names for it. Nothing of it is trusted yet.</summary>
internal sealed record WrittenStatement(string Text, IReadOnlyList<int> Evidence);

/// <summary>
/// Reads statements from what a model wrote. Providers that know schemas send exactly the JSON that was asked for; others
/// put it into a fence, write prose around it, leave trailing commas or stop half-way. So every complete object with a text
/// and a list of numbers is taken, wherever it stands. Lengths and counts are bounded.
/// </summary>
internal static partial class StatementReader
{
    public const int MostStatements = 16;
    private const int LongestText = 700;
    private const int MostEvidence = 12;
    private const int MostDepth = 16;
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MostDepth };

    /// <summary>Numbers in brackets look like the citations that code puts in.</summary>
    [GeneratedRegex(@"\s*(?:\[\^?\d+(?:\s*[,;-]\s*\d+)*\]|【[^】]*】)")]
    private static partial Regex Citation();

    [GeneratedRegex(@"[*_`#~]{2,}|`|^\s*[-*•]\s+|\s+")]
    private static partial Regex Markup();

    public static IReadOnlyList<WrittenStatement> Read(string text)
    {
        var statements = new List<WrittenStatement>();
        foreach (var (start, end) in Objects(text))
        {
            if (statements.Count == MostStatements)
                break;
            if (Parse(text.AsMemory(start, end - start)) is { } statement)
                statements.Add(statement);
        }

        return statements;
    }

    /// <summary>Places of balanced braces without braces inside, in their order; braces in strings do not count.</summary>
    private static IEnumerable<(int Start, int End)> Objects(string text)
    {
        var open = -1;
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (inString && text[i] == '\\')
                i++;
            else if (text[i] == '"' && open >= 0)
                inString = !inString;
            else if (!inString && text[i] == '{')
                open = i;
            else if (!inString && text[i] == '}' && open >= 0)
            {
                yield return (open, i + 1);
                open = -1;
            }
        }
    }

    private static WrittenStatement? Parse(ReadOnlyMemory<char> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Tolerant);
            var root = document.RootElement;
            if (!root.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String || !root.TryGetProperty("evidence", out var evidence))
                return null;
            var words = Clean(text.GetString()!);
            return words.Length is 0 or > LongestText ? null : new WrittenStatement(words, Numbers(evidence));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A list of numbers, or one; numbers may be written as strings.</summary>
    private static IReadOnlyList<int> Numbers(JsonElement evidence)
    {
        var items = evidence.ValueKind == JsonValueKind.Array ? evidence.EnumerateArray().Take(MostEvidence) : [evidence];
        var numbers = new List<int>();
        foreach (var item in items)
            if (item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var number))
                numbers.Add(number);
            else if (item.ValueKind == JsonValueKind.String && int.TryParse(item.GetString(), out number))
                numbers.Add(number);
        return numbers;
    }

    private static string Clean(string text) => Markup().Replace(Citation().Replace(text, ""), match => string.IsNullOrWhiteSpace(match.Value) ? " " : "").Trim();
}
