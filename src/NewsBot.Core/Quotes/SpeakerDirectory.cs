namespace NewsBot.Core.Quotes;

/// <summary>One spelling of a speaker's name as articles resolve it.</summary>
/// <param name="Name">As in <see cref="Speaker.Name"/>.</param>
/// <param name="Count">How many quotes have it.</param>
public sealed record SpeakerName(string Name, int Count);

/// <summary>One speaker across all articles.</summary>
/// <param name="Name">The fullest of the frequent spellings.</param>
/// <param name="Count">How many quotes are theirs.</param>
/// <param name="Spellings">All spellings, most frequent first.</param>
public sealed record SpeakerEntry(string Name, int Count, IReadOnlyList<string> Spellings);

/// <summary>
/// The speakers of a corpus. Spellings of one person's name are one entry ("Aleksandr" and "Alexander", "Bill" and
/// "William", an initial, a name with or without diacritics); a bare last name joins a full name when it is the only
/// one with that last name; people who share a last name stay apart. Immutable; building it takes time linear in the
/// number of names but for those that share a last name.
/// </summary>
public sealed class SpeakerDirectory
{
    private readonly IReadOnlyList<(SpeakerEntry Entry, List<PersonName> Names)> _clusters;
    private readonly Dictionary<string, List<SpeakerEntry>> _bySpelling = new(StringComparer.OrdinalIgnoreCase);

    private SpeakerDirectory(IReadOnlyList<(SpeakerEntry, List<PersonName>)> clusters)
    {
        _clusters = clusters;
        foreach (var (entry, _) in _clusters)
            foreach (var spelling in entry.Spellings)
            {
                if (!_bySpelling.TryGetValue(spelling, out var entries))
                    _bySpelling[spelling] = entries = [];
                entries.Add(entry);
            }
    }

    /// <summary>All speakers, those with the most quotes first.</summary>
    public IEnumerable<SpeakerEntry> Entries => _clusters.Select(c => c.Entry);

    public static SpeakerDirectory Build(IEnumerable<SpeakerName> names)
    {
        var clusters = new List<(SpeakerEntry, List<PersonName>)>();
        var counts = names.GroupBy(n => n.Name.Trim(), StringComparer.Ordinal).Where(g => g.Key.Length > 0)
            .Select(g => (Name: PersonName.Read(g.Key), Count: g.Sum(n => n.Count)))
            .Where(n => n.Name is not null).Select(n => (Name: n.Name!, n.Count));
        foreach (var group in counts.GroupBy(n => n.Name.LastKey, StringComparer.Ordinal))
            foreach (var cluster in Cluster(group.OrderByDescending(n => n.Name.Words.Count > 1).ThenByDescending(n => n.Name.Words[0].Length > 1).ThenByDescending(n => n.Count).ThenBy(n => n.Name.Original, StringComparer.Ordinal)))
                clusters.Add((Entry(cluster), cluster.ConvertAll(n => n.Name)));
        clusters.Sort(static (a, b) => a.Item1.Count != b.Item1.Count ? b.Item1.Count.CompareTo(a.Item1.Count) : string.CompareOrdinal(a.Item1.Name, b.Item1.Name));
        return new SpeakerDirectory(clusters);
    }

    /// <summary>
    /// Whom a name can mean, the most quoted first: an entry with this very spelling, else those whose name agrees with it,
    /// else, for a single word, those who have it as last or first name. Several mean that the name is ambiguous.
    /// </summary>
    public IReadOnlyList<SpeakerEntry> Find(string name)
    {
        var asked = PersonName.Read(name);
        if (asked is null)
            return [];
        if (!asked.IsSingle && _bySpelling.TryGetValue(name.Trim(), out var exact))
            return exact;
        if (!asked.IsSingle)
            return Where(n => n.CanBe(asked));
        var sound = asked.LastKey;
        var byLast = Where(n => n.LastKey == sound);
        return byLast.Count > 0 ? byLast : Where(n => PersonName.Sound(n.Words[0]) == sound || n.FirstKey == asked.FirstKey);
    }

    /// <summary>Speakers a word of whose name starts with what is typed so far, the most quoted first.</summary>
    public IEnumerable<SpeakerEntry> Starting(string typed, int limit)
    {
        var folded = string.Join(' ', typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PersonName.Fold));
        return _clusters.Where(c => c.Names.Exists(n => Starts(n, folded))).Select(c => c.Entry).Take(limit);
    }

    private static bool Starts(PersonName name, string typed)
    {
        for (var i = 0; i < name.Words.Count; i++)
            if (string.Join(' ', name.Words.Skip(i)).StartsWith(typed, StringComparison.Ordinal))
                return true;
        return false;
    }

    private List<SpeakerEntry> Where(Func<PersonName, bool> fits) =>
        _clusters.Where(c => c.Names.Exists(n => fits(n))).Select(c => c.Entry).ToList();

    /// <summary>Puts names, full ones first, to the cluster that they agree with; a name that agrees with several stands alone.</summary>
    private static List<List<(PersonName Name, int Count)>> Cluster(IEnumerable<(PersonName Name, int Count)> names)
    {
        var clusters = new List<List<(PersonName Name, int Count)>>();
        foreach (var name in names)
        {
            var fitting = name.Name.IsSingle ? clusters : clusters.FindAll(c => c.TrueForAll(n => n.Name.CanBe(name.Name)));
            if (fitting.Count == 1)
                fitting[0].Add(name);
            else
                clusters.Add([name]);
        }

        return clusters;
    }

    private static SpeakerEntry Entry(List<(PersonName Name, int Count)> cluster)
    {
        var spellings = cluster.OrderByDescending(n => n.Count).ThenByDescending(n => n.Name.Words.Count).ThenBy(n => n.Name.Original, StringComparer.Ordinal).ToList();
        var fullest = spellings.Find(n => !n.Name.IsSingle && n.Name.Words[0].Length > 1);
        var name = (fullest.Name ?? spellings[0].Name).Original;
        return new SpeakerEntry(name, cluster.Sum(n => n.Count), spellings.ConvertAll(n => n.Name.Original));
    }
}
