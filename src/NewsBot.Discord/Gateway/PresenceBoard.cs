namespace NewsBot.Discord.Gateway;

/// <summary>The presence that is wanted; only the latest matters.</summary>
internal sealed class PresenceBoard(Presence first)
{
    private volatile Presence _wanted = first;
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Presence Wanted => _wanted;

    /// <summary>Completes at the next change.</summary>
    public Task Changed => _changed.Task;

    public void Set(Presence presence)
    {
        _wanted = presence;
        var changed = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.TrySetResult();
    }
}
