namespace NewsBot.FakeDiscord.Gateway;

/// <summary>How many sessions may still be started, and how soon.</summary>
internal sealed class IdentifyBudget(FakeDiscordOptions options)
{
    private readonly Dictionary<int, DateTimeOffset> lastByKey = [];
    private DateTimeOffset? resetAt;
    private int used;

    public int Remaining
    {
        get
        {
            Roll();
            return Math.Max(0, options.IdentifyLimit - used);
        }
    }

    /// <summary>Until the budget is whole again.</summary>
    public TimeSpan ResetAfter
    {
        get
        {
            Roll();
            return resetAt is { } at ? at - options.Time.GetUtcNow() : options.IdentifyReset;
        }
    }

    /// <summary>Takes one identify: false when the budget is spent.</summary>
    public bool Take()
    {
        Roll();
        resetAt ??= options.Time.GetUtcNow() + options.IdentifyReset;
        used++;
        return used <= options.IdentifyLimit;
    }

    /// <summary>False when the last identify of the shard's key lies less than the window back.</summary>
    public bool InTime(int shard)
    {
        var key = shard % options.MaxConcurrency;
        var now = options.Time.GetUtcNow();
        var early = lastByKey.TryGetValue(key, out var last) && now - last < options.IdentifyWindow;
        if (!early)
            lastByKey[key] = now;
        return !early;
    }

    /// <summary>A new client may identify at once.</summary>
    public void ForgetSpacing() => lastByKey.Clear();

    /// <summary>As after a day: for tests that go on with a spent budget.</summary>
    public void Spend(int remaining)
    {
        Roll();
        resetAt ??= options.Time.GetUtcNow() + options.IdentifyReset;
        used = Math.Max(0, options.IdentifyLimit - remaining);
    }

    private void Roll()
    {
        if (resetAt is not { } at || options.Time.GetUtcNow() < at)
            return;
        resetAt = null;
        used = 0;
    }
}
