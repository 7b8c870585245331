namespace NewsBot.Core.Chat.Conversations;

/// <summary>
/// Remembers the last answer of each conversation: at most <see cref="MostConversations"/>, of which the longest unused go
/// first, and none longer than <see cref="KeptFor"/>. Lost with the process. Safe for use by several threads.
/// </summary>
public sealed class ConversationMemory(TimeProvider time)
{
    public const int MostConversations = 2000;

    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();

    /// <param name="conversation">Its key; empty for a call outside of conversations, which remembers nothing.</param>
    public ConversationTurn? Last(string conversation)
    {
        if (conversation.Length == 0)
            return null;
        lock (_lock)
        {
            return _byKey.TryGetValue(conversation, out var node) && time.GetUtcNow() - node.Value.At <= KeptFor ? node.Value.Turn : null;
        }
    }

    public void Keep(string conversation, ConversationTurn turn)
    {
        if (conversation.Length == 0)
            return;
        lock (_lock)
        {
            if (_byKey.Remove(conversation, out var known))
                _byUse.Remove(known);
            _byKey[conversation] = _byUse.AddLast(new Entry(conversation, turn, time.GetUtcNow()));
            while (_byUse.First is { } oldest && (_byUse.Count > MostConversations || time.GetUtcNow() - oldest.Value.At > KeptFor))
            {
                _byUse.RemoveFirst();
                _byKey.Remove(oldest.Value.Conversation);
            }
        }
    }

    private sealed record Entry(string Conversation, ConversationTurn Turn, DateTimeOffset At);
}
