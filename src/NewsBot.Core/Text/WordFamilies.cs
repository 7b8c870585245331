using System.Collections.Frozen;

namespace NewsBot.Core.Text;

/// <summary>
/// Words of news that ask and tell of the same thing without sharing a stem: who asks how many "died" is answered by
/// "killed 14". Used to find and to see whether something is told, never to put one word for another.
/// </summary>
public static class WordFamilies
{
    private static readonly FrozenDictionary<string, string[]> Families = Build(
        "die death dead kill killed casualty fatality toll",
        "murder slay homicide assassinate kill",
        "hurt injure injured injury wound wounded",
        "win winner victory beat defeat triumph champion",
        "lose loss defeat beaten",
        "rise increase grow growth climb gain higher jump surge soar",
        "fall drop decline decrease sink lower shrink cut reduce reduction plunge tumble",
        "begin start open opening launch onset",
        "end finish close conclude stop halt",
        "close shut closure",
        "stop halt suspend pause cease",
        "cancel scrap abandon",
        "delay postpone",
        "lead leader head chief chair chairwoman chairman chairperson run",
        "direct director",
        "coach trainer",
        "own owner ownership",
        "operate operator run",
        "found founder establish create",
        "discover find found spot detect",
        "cost price pay paid spend worth bill expense money crowns dollars euros pounds",
        "earn salary wage income",
        "fund finance sponsor",
        "buy purchase acquire acquisition takeover",
        "sell sale sold",
        "arrest detain detention custody seize",
        "accuse charge allege",
        "acquit clear",
        "resign resignation quit leave",
        "dismiss sack oust fired",
        "appoint appointment name named choose",
        "swear inaugurate oath",
        "elect election vote poll ballot",
        "speak speech address tell told talk spoke",
        "spokesman spokeswoman spokesperson",
        "say state statement announce announcement declare",
        "admit concede acknowledge confess confirm",
        "deny denial",
        "reject rejection refuse refusal",
        "come visit arrive arrival travel trip",
        "leave left depart departure exit",
        "build construct construction builder erect",
        "destroy destruction demolish ruin",
        "attack strike raid assault bomb",
        "crash collide collision wreck",
        "rescue save free freed",
        "population inhabitant resident",
        "share part percent percentage proportion quarter fifth",
        "author write writer wrote written",
        "marry marriage wed wife husband spouse",
        "born birth birthday",
        "ban prohibit forbid forbidden outlaw",
        "allow permit approve approval",
        "approve ratify adopt pass",
        "help aid assist support",
        "agree agreement deal treaty accord pact",
        "fire blaze burn",
        "flood flooding deluge",
        "earthquake quake",
        "storm hurricane cyclone",
        "steal theft thief rob robbery stolen",
        "convict guilty sentence prison jail",
        "child son daughter kid",
        "old age aged",
        "far distance kilometre kilometer mile metre meter",
        "danger dangerous risk threat",
        "reason because cause why",
        "film movie",
        "company firm",
        "car vehicle",
        "plane aircraft jet airplane",
        "ship vessel boat ferry",
        "shipyard yard",
        "harbour harbor port",
        "job employee worker workforce work employment",
        "evacuate displace",
        "watch audience spectator attend attendance crowd viewer",
        "match game",
        "prize award reward",
        "praise welcome hail",
        "criticise criticize condemn blame",
        "leak spill",
        "carry transport load cargo",
        "make manufacture produce",
        "study survey research",
        "lawsuit sue suit",
        "protest demonstrate rally",
        "sick ill illness disease",
        "home house",
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
