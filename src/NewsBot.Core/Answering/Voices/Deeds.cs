using System.Collections.Frozen;
using NewsBot.Core.Quotes;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Voices;

/// <summary>What somebody does by speaking, by the verbs that attribute words: who "criticised" something also "condemned" or "slammed" it.</summary>
internal static class Deeds
{
    private static readonly string[] Groups =
    [
        "criticise criticize condemn denounce blast slam lambaste decry rebuke attack assail excoriate blame bemoan deplore complain",
        "deny dispute refute contradict",
        "warn caution",
        "welcome praise hail applaud commend laud celebrate",
        "support back endorse defend champion",
        "oppose reject object protest",
        "accuse blame",
        "demand urge call",
    ];

    /// <summary>Lemmas by the terms of the verbs that ask for them.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByTerm = Groups
        .Select(group => group.Split(' '))
        .SelectMany(group => group.Take(Asking(group)).Select(verb => (Term: Tokenizer.TermOf(verb), Lemmas: group.ToFrozenSet(StringComparer.OrdinalIgnoreCase))))
        .DistinctBy(pair => pair.Term)
        .ToFrozenDictionary(pair => pair.Term, pair => pair.Lemmas, StringComparer.Ordinal);

    /// <returns>The lemmas of the verbs that do what a verb of a question asks for; null for a verb that is none of these.</returns>
    public static IReadOnlySet<string>? Of(string verb) => ByTerm.GetValueOrDefault(Tokenizer.TermOf(verb));

    /// <summary>Whether a quote is attributed by one of some verbs.</summary>
    public static bool IsDone(SpokenQuote quote, IReadOnlySet<string> lemmas) =>
        quote.Quote.Cue is { } cue && Tokenizer.Tokenize(quote.Article.Article.Text, cue).Any(token => CueLexicon.Verb(token.Span.Of(quote.Article.Article.Text))?.Verb.Lemma is { } lemma && lemmas.Contains(lemma));

    /// <summary>"Attack" and "blame" do not only ask for words: they answer a question, but do not make one.</summary>
    private static int Asking(string[] group) => group[0] == "criticise" ? Array.IndexOf(group, "attack") : group.Length;
}
