using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>
/// Whether some words say what another word says: the word itself in any form, one of its family
/// (<see cref="WordFamilies"/>), a country for its people or the other way round, or a word that begins alike to all but
/// its ending ("Orvania" and "Orvanian", "elect" and "electoral").
/// </summary>
internal static class WordKinship
{
    private const int LeastShared = 5;

    /// <summary>Two words of one root part at their endings; this much of the shorter one may be ending.</summary>
    private const int MostEnding = 1;

    public static bool Says(IReadOnlySet<string> terms, string term) => Match(terms, term) is not null;

    /// <returns>The term that says it, the term itself before others; null where none does.</returns>
    public static string? Match(IReadOnlySet<string> terms, string term)
    {
        if (terms.Contains(term))
            return term;
        foreach (var other in WordFamilies.Of(term))
            if (terms.Contains(other) && !StopWords.Contains(other))
                return other;
        if (char.IsDigit(term[0]))
            return null;
        foreach (var other in terms)
            if (IsCognate(term, other))
                return other;
        return null;
    }

    /// <summary>Whether some words say a word or one that can mean the same (<see cref="Thesaurus"/>): enough to rank by, not to answer by.</summary>
    public static bool SaysAlike(IReadOnlySet<string> terms, string term)
    {
        if (Says(terms, term))
            return true;
        foreach (var other in Thesaurus.Of(term))
            if (terms.Contains(other))
                return true;
        return false;
    }

    /// <summary>Whether two terms are forms of one root or a nation and its adjective.</summary>
    public static bool IsCognate(string a, string b)
    {
        if (a == b)
            return true;
        var shorter = Math.Min(a.Length, b.Length);
        if (a.AsSpan().CommonPrefixLength(b) >= Math.Max(LeastShared, shorter - MostEnding))
            return true;
        return Nationalities.IsOne(a) && Nationalities.IsOne(b) && Nationalities.Fold(a) == Nationalities.Fold(b);
    }
}
