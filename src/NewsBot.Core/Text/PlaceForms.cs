namespace NewsBot.Core.Text;

/// <summary>
/// Brings a place and the adjective made from it to shared terms: "Orvania" and "Orvanian", "Tarsk" and "Tarskan". By form
/// alone, so only to see whether two words may mean one place.
/// </summary>
internal static class PlaceForms
{
    private const int ShortestStem = 4;
    private static readonly string[] Endings = ["ians", "ian", "ans", "an", "ese", "ish", "is", "i", "ns", "n", "ia", "a"];

    /// <returns>The terms that a capitalised word shares with its other forms; none for other words.</returns>
    public static IEnumerable<string> Of(string word)
    {
        if (word.Length <= ShortestStem || !char.IsUpper(word[0]))
            yield break;
        foreach (var ending in Endings)
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
                yield return "place:" + word[..^ending.Length].ToLowerInvariant();
        yield return "place:" + word.ToLowerInvariant();
    }
}
