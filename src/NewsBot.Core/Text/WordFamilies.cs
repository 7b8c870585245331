using System.Collections.Frozen;

namespace NewsBot.Core.Text;

/// <summary>
/// Words of news that say nearly the same but share no stem: "died" and "killed", "stolen" and "theft". A question in one
/// word is then answered by a sentence in another. Each line is one family; a word stands in one only.
/// </summary>
public static class WordFamilies
{
    private static readonly string[] Families =
    [
        "die dead death kill fatal casualty",
        "injure hurt wound",
        "steal theft thief rob robbery heist",
        "buy purchase acquire acquisition",
        "win winner victory won",
        "lose defeat beaten loss",
        "begin start commence began begun",
        "end finish conclude",
        "rise increase grow climb rose grew risen grown",
        "fall drop decline decrease plunge fell fallen",
        "resign quit",
        "arrest detain",
        "evacuate displace",
        "build construct built",
        "find discover found",
        "travel trip visit journey",
        "fire blaze wildfire",
        "film movie",
        "company firm",
        "child kid children",
        "car vehicle",
        "job employee worker workforce",
        "spend spent cost price",
        "leave left depart",
        "pact treaty accord",
        "prison jail imprison",
        "choose chose chosen elect",
        "marry wed wife husband spouse",
        "sick ill illness disease",
        "teach teacher taught",
        "speak spoke speech address",
        "lead leader led",
        "close shut closure",
        "ban prohibit forbid bar",
        "protest demonstrate rally",
        "attack assault strike",
        "money fund",
        "study survey research",
        "lawsuit sue suit",
        "cryptocurrency crypto",
        "fraudulent fraud",
    ];

    private static readonly FrozenDictionary<string, string[]> ByTerm = Families
        .Select(family => family.Split(' ').Select(word => Tokenizer.TermOf(word)).Distinct(StringComparer.Ordinal).ToArray())
        .SelectMany(terms => terms.Select(term => (Term: term, Others: terms.Where(other => other != term).ToArray())))
        .DistinctBy(entry => entry.Term)
        .ToFrozenDictionary(entry => entry.Term, entry => entry.Others, StringComparer.Ordinal);

    /// <returns>The other terms of the family; none for a word of no family.</returns>
    public static IReadOnlyList<string> Of(string term) => ByTerm.GetValueOrDefault(term, []);
}
