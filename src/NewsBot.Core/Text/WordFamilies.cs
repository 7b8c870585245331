using System.Collections.Frozen;

namespace NewsBot.Core.Text;

/// <summary>
/// Words of news that ask and tell of the same thing without sharing a stem: who asks how many "died" is answered by
/// "killed 14". Used to find and to see whether something is told, never to put one word for another.
/// </summary>
public static class WordFamilies
{
    private static readonly FrozenDictionary<string, string[]> Families = Build(
        "die death dead kill killed casualty fatality",
        "hurt injure injured injury wound wounded",
        "win winner victory beat defeat triumph champion",
        "lose loss defeat beaten",
        "rise increase grow growth climb gain up higher jump",
        "fall drop decline decrease sink lower down shrink cut reduce reduction",
        "begin start open opening launch onset",
        "end finish close conclude over stop halt",
        "lead leader head chief chair chairwoman chairman chairperson run",
        "discover find found spot detect first seen",
        "cost price pay paid spend worth bill expense money crowns dollars euros pounds",
        "buy purchase acquire acquisition takeover",
        "sell sale sold",
        "arrest detain detention custody seize",
        "resign resignation quit step leave",
        "appoint appointment name named choose",
        "elect election vote poll ballot turnout",
        "speak speech address tell told talk spoke",
        "spokesman spokeswoman spokesperson",
        "say state statement announce announcement declare",
        "admit concede acknowledge confess confirm",
        "deny denial reject rejection refuse refusal",
        "come visit arrive arrival travel trip",
        "leave depart departure exit",
        "build construct construction builder erect",
        "destroy destruction demolish ruin",
        "attack strike raid assault bomb",
        "population inhabitant people resident live",
        "share part percent percentage proportion third half quarter fifth",
        "author write writer wrote written",
        "marry marriage wed wife husband spouse",
        "ban prohibit forbid forbidden outlaw",
        "allow permit approve approval",
        "help aid assist support",
        "agree agreement deal treaty accord pact",
        "fire blaze burn",
        "steal theft thief rob robbery stolen",
        "convict guilty sentence prison jail",
        "child son daughter kid",
        "old age aged year",
        "far distance kilometre kilometer mile metre meter",
        "danger dangerous risk threat",
        "reason because cause why due",
        "film movie",
        "company firm",
        "car vehicle",
        "job employee worker workforce",
        "evacuate displace",
        "study survey research",
        "lawsuit sue suit",
        "protest demonstrate rally",
        "sick ill illness disease",
        "cryptocurrency crypto",
        "fraud fraudulent");

    /// <summary>The other words of a term's families; none for a word without one.</summary>
    public static IReadOnlyList<string> Of(string term) => Families.TryGetValue(term, out var others) ? others : [];

    private static FrozenDictionary<string, string[]> Build(params string[] families) => families
        .Select(family => family.Split(' ').Select(word => Tokenizer.TermOf(word)).Distinct(StringComparer.Ordinal).ToArray())
        .SelectMany(family => family.Select(term => (Term: term, Others: family.Where(other => other != term))))
        .GroupBy(entry => entry.Term, entry => entry.Others, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.SelectMany(others => others).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
}
