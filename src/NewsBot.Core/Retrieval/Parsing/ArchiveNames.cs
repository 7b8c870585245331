using NewsBot.Core.Corpus;

namespace NewsBot.Core.Retrieval.Parsing;

/// <summary>What the parser has to know of the archive: its outlets, under the names that a question may call them.</summary>
public sealed class ArchiveNames
{
    public static readonly ArchiveNames None = new([]);

    private const int ShortestBareName = 6;

    private ArchiveNames(IReadOnlyList<OutletName> outlets) => Outlets = outlets;

    /// <summary>Longest alias first, so that "The Independent - Sports" is found before "The Independent".</summary>
    public IReadOnlyList<OutletName> Outlets { get; }

    public static async Task<ArchiveNames> ReadAsync(ICorpusSnapshot snapshot, CancellationToken cancellationToken)
    {
        var sources = await snapshot.SourcesAsync(cancellationToken).ConfigureAwait(false);
        return Of(sources.Select(source => source.Source));
    }

    public static ArchiveNames Of(IEnumerable<string> outlets) => new(
    [
        .. outlets.Where(outlet => outlet.Length > 0)
            .SelectMany(outlet => Aliases(outlet).Select(alias => new OutletName(alias, outlet)))
            .OrderByDescending(name => name.Alias.Length)
            .ThenBy(name => name.Alias, StringComparer.Ordinal),
    ]);

    /// <summary>
    /// "CNBC | World Business", "BBC News - Arts", "Live Science: Articles" go by their first part as well, "Sports.com"
    /// without its ending, and "The Guardian" without its article where a word long enough to be a name is left.
    /// </summary>
    private static HashSet<string> Aliases(string outlet)
    {
        var aliases = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { outlet };
        foreach (var mark in (string[])[" - ", " | ", ": ", " – "])
            if (outlet.IndexOf(mark, StringComparison.Ordinal) is > 1 and var at)
                aliases.Add(outlet[..at]);
        foreach (var alias in aliases.ToList())
            if (alias.LastIndexOf('.') is > 2 and var dot && dot >= alias.Length - 4)
                aliases.Add(alias[..dot]);
        foreach (var alias in aliases.ToList())
            if (alias.StartsWith("The ", StringComparison.OrdinalIgnoreCase) && (alias.Length - 4 >= ShortestBareName || alias.AsSpan(4).Contains(' ')))
                aliases.Add(alias[4..]);
        return aliases;
    }
}

/// <param name="Alias">A name that a question may use.</param>
/// <param name="Outlet">The outlet as the archive writes it.</param>
public readonly record struct OutletName(string Alias, string Outlet);
