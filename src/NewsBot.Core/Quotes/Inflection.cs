namespace NewsBot.Core.Quotes;

/// <summary>
/// Inflects English verbs for the lexicon. An entry is <c>base</c> or <c>base:past</c> or <c>base:past:participle</c>;
/// a <c>*</c> behind the base doubles its last consonant (<c>admit*</c>: admitted, admitting).
/// </summary>
internal static class Inflection
{
    public static IEnumerable<(string Form, VerbForms Forms)> Of(string entry)
    {
        var parts = entry.Split(':');
        var doubled = parts[0].EndsWith('*');
        var lemma = parts[0].TrimEnd('*');
        var stem = doubled ? lemma + lemma[^1] : lemma;
        yield return (lemma, VerbForms.Base);
        yield return (Third(lemma), VerbForms.Third);
        yield return (Gerund(stem), VerbForms.Gerund);
        var past = parts.Length > 1 ? parts[1] : Past(stem);
        yield return (past, VerbForms.Past);
        yield return (parts.Length > 2 ? parts[2] : past, VerbForms.Participle);
    }

    public static string Lemma(string entry) => entry.Split(':')[0].TrimEnd('*');

    private static string Third(string lemma)
    {
        if (lemma.EndsWith('y') && !IsVowel(lemma[^2]))
            return lemma[..^1] + "ies";
        return lemma[^1] is 's' or 'x' or 'z' || lemma.EndsWith("ch", StringComparison.Ordinal) || lemma.EndsWith("sh", StringComparison.Ordinal) || lemma[^1] == 'o'
            ? lemma + "es"
            : lemma + "s";
    }

    private static string Past(string stem)
    {
        if (stem.EndsWith('e'))
            return stem + "d";
        return stem.EndsWith('y') && !IsVowel(stem[^2]) ? stem[..^1] + "ied" : stem + "ed";
    }

    private static string Gerund(string stem)
    {
        if (stem.EndsWith("ie", StringComparison.Ordinal))
            return stem[..^2] + "ying";
        return stem.EndsWith('e') && !stem.EndsWith("ee", StringComparison.Ordinal) && stem.Length > 2 ? stem[..^1] + "ing" : stem + "ing";
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
