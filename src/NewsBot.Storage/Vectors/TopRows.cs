namespace NewsBot.Storage.Vectors;

/// <summary>The rows with the highest scores of those that are allowed.</summary>
internal sealed class TopRows(int count, Func<int, bool> allowed)
{
    private readonly PriorityQueue<int, float> _kept = new(); // The worst is dequeued first.

    /// <summary>A row needs a higher score to be kept.</summary>
    public float Bar { get; private set; } = float.NegativeInfinity;

    public void Offer(int row, float score)
    {
        if (!allowed(row))
            return;
        if (_kept.Count < count)
            _kept.Enqueue(row, score);
        else
            _kept.EnqueueDequeue(row, score);
        if (_kept.Count == count && _kept.TryPeek(out _, out var worst))
            Bar = worst;
    }

    /// <summary>In no order.</summary>
    public IEnumerable<int> Rows => _kept.UnorderedItems.Select(item => item.Element);
}
