namespace NewsBot.Storage.Sql;

/// <summary>Sets that grow together (union-find with path halving); an item that was never joined is a set of its own.</summary>
internal sealed class DisjointSets
{
    private readonly Dictionary<long, long> _parents = [];

    public void Add(long item) => _parents.TryAdd(item, item);

    public void Join(long a, long b) => _parents[Find(a)] = Find(b);

    public bool AreJoined(long a, long b) => Find(a) == Find(b);

    /// <summary>The sets, each with its items in ascending order.</summary>
    public IEnumerable<IReadOnlyList<long>> Sets() =>
        _parents.Keys.Order().ToList().GroupBy(Find).Select(set => (IReadOnlyList<long>)[.. set]);

    private long Find(long item)
    {
        Add(item);
        while (_parents[item] != item)
            item = _parents[item] = _parents[_parents[item]];
        return item;
    }
}
