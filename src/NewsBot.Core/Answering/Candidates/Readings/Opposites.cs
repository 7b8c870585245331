using System.Collections.Frozen;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Candidates.Readings;

/// <summary>
/// Verbs of which each rules out what the other tells: who was cleared was not convicted. Not those that may follow each
/// other: who was detained may have been released.
/// </summary>
internal static class Opposites
{
    private static readonly FrozenDictionary<string, string[]> Pairs = Build(
        ("acquit clear exonerate", "convict jail sentence imprison condemn"),
        ("convict jail imprison", "acquit clear exonerate"),
        ("win beat defeat", "lose"),
        ("lose", "win beat"),
        ("rise increase grow climb surge jump soar gain", "fall drop decline decrease shrink plunge sink tumble halve"),
        ("fall drop decline decrease shrink plunge sink tumble", "rise increase grow climb surge jump soar double"),
        ("approve ratify accept adopt pass back", "reject refuse block veto oppose"),
        ("reject refuse block veto", "approve ratify accept adopt pass"),
        ("survive", "die perish"),
        ("die", "survive"),
        ("admit confess", "deny"),
        ("deny", "admit confess"),
        ("raise increase", "cut lower reduce"),
        ("cut lower reduce", "raise increase"),
        ("support back welcome praise", "oppose condemn reject criticise criticize"));

    /// <summary>The terms that rule a verb out; none where no verb is known to.</summary>
    public static IReadOnlyList<string> Of(string verb) => Pairs.GetValueOrDefault(verb, []);

    private static FrozenDictionary<string, string[]> Build(params (string Verbs, string Opposite)[] rows) => rows
        .SelectMany(row => Terms(row.Verbs).Select(verb => (verb, row.Opposite)))
        .GroupBy(pair => pair.verb, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.SelectMany(pair => Terms(pair.Opposite)).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    private static IEnumerable<string> Terms(string words) => words.Split(' ').Select(word => Tokenizer.TermOf(word)).Distinct(StringComparer.Ordinal);
}
