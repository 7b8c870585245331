using System.Collections.Frozen;

namespace NewsBot.Core.Quotes;

/// <summary>
/// Tells from the whole article which names that look like people's are not: one with an article before it elsewhere
/// ("the Green List"), one behind "in" or "near" ("in Tolna"), and one whose adjective stands before a role or a body
/// ("the Tolnan government"). Known given names, and words that are part of a fuller name of a person, stay people's.
/// </summary>
internal static class PlaceNames
{
    private static readonly string[] AdjectiveEndings = ["i", "n", "an", "ian", "ish", "ese"];

    /// <summary>Words behind which "in" leads to a person: "confidence in Lee".</summary>
    private static readonly FrozenSet<string> Trust =
        "confidence faith trust trusts trusted believe believes believed belief interest interested disappointed disappointment change hope hopes found find finds see sees saw invested fact".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static void Exclude(List<NameMention>[] mentions)
    {
        var all = mentions.SelectMany(m => m).ToList();
        var partOfPerson = all.Where(m => m.IsPerson && m.Words.Count > 1 && (m.Title.Length > 0 || FirstNames.IsKnown(m.Words[0]))).SelectMany(m => m.Words).ToHashSet(StringComparer.Ordinal);
        var adjectives = Adjectives(all);
        var excluded = all.Where(m => m.Title.Length == 0 && (HasArticle(m) || IsWhere(m) || m.Words.Count == 1 && AdjectiveEndings.Any(e => adjectives.Contains(Adjective(m.Words[0], e)))))
            .Select(Key).ToHashSet(StringComparer.Ordinal);
        foreach (var mention in all)
            if (mention.IsPerson && mention.Title.Length == 0 && excluded.Contains(Key(mention)) && !partOfPerson.Contains(mention.Words[0]) && !FirstNames.IsKnown(mention.Words[0]))
                mention.IsPerson = false;
    }

    /// <summary>Whether a capitalised word has an ending of nations' adjectives: "Tolnan", "Tolnese".</summary>
    public static bool IsAdjective(string word) =>
        word.Length > 4 && char.IsUpper(word[0]) && AdjectiveEndings.Any(e => e != "n" && word.EndsWith(e, StringComparison.Ordinal)) && word is not ("Republican" or "American");

    private static string Key(NameMention mention) => string.Join(' ', mention.Words);

    private static bool HasArticle(NameMention mention) => mention.Words.Count > 1 && mention.Unit.IsWord(mention.Name.First - 1, "the");

    private static bool IsWhere(NameMention mention)
    {
        var before = mention.Name.First - 1;
        if (!mention.Unit.IsWord(before, "in") && !mention.Unit.IsWord(before, "near") && !mention.Unit.IsWord(before, "into"))
            return false;
        return before == 0 || !mention.Unit.Tokens[before - 1].IsWord || !Trust.Contains(mention.Unit.Word(before - 1).ToString());
    }

    /// <summary>Capitalised words within two words before a role, a title or a body: "the Tolnan foreign minister".</summary>
    private static HashSet<string> Adjectives(List<NameMention> mentions)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in mentions.Select(m => m.Unit).Distinct())
            for (var i = 0; i + 1 < unit.Tokens.Length; i++)
                if (unit.Is(i, WordClass.Capital) && !unit.Is(i, WordClass.Function) && (IsOfRole(unit, i + 1) || IsOfRole(unit, i + 2) && unit.Tokens[i + 1].IsWord))
                    found.Add(unit.Word(i).ToString());
        return found;
    }

    private static bool IsOfRole(TextUnit unit, int index) => unit.Is(index, WordClass.Role | WordClass.Collective | WordClass.Title);

    /// <summary>"Tolna" and "n" give "Tolnan"; "Tolnia" and "ese" give "Tolnese".</summary>
    private static string Adjective(string name, string ending) => ending switch
    {
        "n" => name[^1] is 'a' ? name + ending : "",
        "ese" or "ish" => name.TrimEnd('a', 'i', 'e', 'o') + ending,
        _ => name + ending,
    };
}
