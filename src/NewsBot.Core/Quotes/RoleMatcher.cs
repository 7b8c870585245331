namespace NewsBot.Core.Quotes;

/// <summary>
/// Finds whom a definite role phrase can mean: "the Chinese defense chief" is the one person of the article among whose
/// titles is a role noun of the same class and who has every nation and name word of the phrase. More words in common
/// win, then a title that ends with the very noun ("President Ann Lee" for "the president"), then being named nearby; several
/// people with equally many leave it open.
/// </summary>
internal static class RoleMatcher
{
    /// <summary>No article introduces more people by title than this; keeps a hostile text from costing people times roles.</summary>
    private const int MostPeople = 400;

    public static IReadOnlyList<Person> Find(TextUnit unit, Phrase core, People people, Discourse discourse)
    {
        if (!IsDefinite(unit, core))
            return [];
        var head = -1;
        for (var i = core.First; i <= core.Last; i++)
        {
            if (unit.Tokens[i].IsWord && RoleWords.IsRole(unit.Word(i).ToString()) && !unit.Is(i, WordClass.Adverb))
                head = i;
            if (unit.Is(i, WordClass.Genitive) || (unit.Is(i, WordClass.Preposition) && head >= 0))
                break;
        }

        if (head < 0)
            return [];
        var best = 0;
        List<Person> found = [];
        foreach (var person in people.All.Take(MostPeople))
        {
            var score = Score(unit, core, head, person);
            if (score == 0 || score < best)
                continue;
            if (score > best)
                found.Clear();
            best = score;
            found.Add(person);
        }

        if (found.Count < 2)
            return found;
        var role = unit.Word(head).ToString();
        var titled = found.FindAll(p => p.Titles.Exists(t => t.EndsWith(role, StringComparison.OrdinalIgnoreCase) && !t.Contains("ormer", StringComparison.Ordinal)));
        if (titled.Count == 1)
            return titled;
        var near = found.FindAll(p => discourse.IsNear(p, unit.Ordinal));
        return near.Count == 1 ? near : found;
    }

    private static bool IsDefinite(TextUnit unit, Phrase core) => unit.IsWord(core.First, "the") || unit.IsWord(core.First, "this") || unit.IsWord(core.First, "that");

    /// <summary>0 where the phrase cannot mean the person, else one more than the modifiers that they share.</summary>
    private static int Score(TextUnit unit, Phrase core, int head, Person person)
    {
        var role = unit.Word(head).ToString();
        if (!person.TitleWords.Any(t => RoleWords.CanBeOne(t, role)))
            return 0;
        var score = 1;
        for (var i = core.First + 1; i <= core.Last; i++)
        {
            if (i == head || !unit.Tokens[i].IsWord || unit.Is(i, WordClass.Function | WordClass.Time))
                continue;
            var word = unit.Word(i).ToString();
            var shared = person.TitleWords.Contains(Nationalities.Fold(word)) || person.TitleWords.Contains(word);
            if (shared)
                score++;
            else if (unit.Is(i, WordClass.Capital) || Nationalities.IsOne(word))
                return 0;
        }

        return score;
    }
}
