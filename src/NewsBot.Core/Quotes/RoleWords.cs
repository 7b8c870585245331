using System.Collections.Frozen;

namespace NewsBot.Core.Quotes;

/// <summary>
/// Which role nouns can name one person: each noun has the set of classes that it can stand for, and two nouns can mean
/// one role when they share a class. "Chief" is loose: it can be a minister, a director or a chair.
/// </summary>
internal static class RoleWords
{
    private static readonly FrozenDictionary<string, int> Classes = Build();

    public static bool IsRole(string word) => Classes.ContainsKey(word) || WordClasses.Of(word).HasFlag(WordClass.Role);

    public static bool CanBeOne(string a, string b)
    {
        if (a.Equals(b, StringComparison.OrdinalIgnoreCase))
            return true;
        return (Classes.GetValueOrDefault(a) & Classes.GetValueOrDefault(b)) != 0;
    }

    private static FrozenDictionary<string, int> Build()
    {
        string[] classes =
        [
            "leader president premier chancellor minister king queen emperor sultan emir ruler head strongman dictator statesman governor autocrat monarch",
            "chief minister secretary director chairman chairwoman chair commissioner commander head boss ceo executive general administrator superintendent",
            "lawmaker legislator senator sen sen. representative rep rep. congressman congresswoman mp deputy parliamentarian",
            "leader speaker chairman chairwoman chair head secretary-general secretary",
            "spokesman spokeswoman spokesperson aide",
            "candidate nominee hopeful contender front-runner frontrunner challenger standard-bearer",
            "adviser advisor aide strategist consultant",
            "mogul billionaire businessman businesswoman tycoon magnate entrepreneur executive",
            "diplomat ambassador envoy minister secretary emissary",
            "lawyer attorney counsel",
            "judge justice jurist",
            "doctor dr dr. physician surgeon",
            "professor prof prof. scholar academic",
            "governor gov gov.",
            "general gen gen. commander officer",
            "pope pontiff",
            "priest pastor reverend rev rev. minister bishop cleric",
            "premier minister",
            "founder co-founder cofounder",
            "ceo executive boss",
            "author writer novelist",
            "journalist reporter correspondent columnist",
            "actor actress star",
            "singer star musician",
            "democrat",
            "republican",
        ];
        var words = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < classes.Length; i++)
            foreach (var word in classes[i].Split(' '))
                words[word] = words.GetValueOrDefault(word) | (1 << i);
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
