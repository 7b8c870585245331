using System.Collections.Frozen;

namespace NewsBot.Core.Text;

/// <summary>
/// Words of general English that can mean the same in one of their three commonest senses, and words derived from one
/// another, from WordNet (Fellbaum 1998): "likened" and "compared", "grew" and "growth". Which sense is meant is not known,
/// so this is only to find and to rank with, never to put one word for another. Read at its first use.
/// </summary>
public static class Thesaurus
{
    private static readonly Lazy<FrozenDictionary<string, string[]>> Groups = new(Read);

    /// <summary>Other terms that can mean the same as a term of <see cref="Tokenizer"/>.</summary>
    public static IReadOnlyList<string> Of(string term) => Groups.Value.TryGetValue(term, out var others) ? others : [];

    private static FrozenDictionary<string, string[]> Read()
    {
        using var stream = typeof(Thesaurus).Assembly.GetManifestResourceStream("synonyms.txt")!;
        using var reader = new StreamReader(stream);
        var others = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var group = line.Split(' ').Select(word => Tokenizer.TermOf(word)).Distinct(StringComparer.Ordinal).ToList();
            foreach (var term in group)
            {
                if (!others.TryGetValue(term, out var known))
                    others[term] = known = new HashSet<string>(StringComparer.Ordinal);
                known.UnionWith(group.Where(other => other != term));
            }
        }

        return others.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToArray(), StringComparer.Ordinal);
    }
}
