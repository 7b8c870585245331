using NewsBot.Discord.Model;

namespace NewsBot.Discord.Events;

/// <summary>Remembers the last ids, so that a repetition is noticed. For several threads.</summary>
internal sealed class RecentIds(int capacity)
{
    private readonly Lock _sync = new();
    private readonly HashSet<Snowflake> _known = [];
    private readonly Queue<Snowflake> _order = new();

    /// <summary>Whether the id is new; it is known from now on.</summary>
    public bool Add(Snowflake id)
    {
        lock (_sync)
        {
            if (!_known.Add(id))
                return false;
            _order.Enqueue(id);
            if (_order.Count > capacity)
                _known.Remove(_order.Dequeue());
            return true;
        }
    }
}
