namespace NewsBot.Core.Answering;

/// <summary>Names in a row, as a sentence has them: "A", "A and B", "A, B and C".</summary>
internal static class Series
{
    public static string Of(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
}
