namespace NewsBot.Discord.State;

/// <summary>Keeps a notice from being given more often than once in a while, also over a restart.</summary>
internal sealed class Notices(DiscordStore store, TimeProvider time)
{
    /// <summary>Whether the notice is due; it counts as given from now on.</summary>
    /// <param name="topic">What it is about, and to whom.</param>
    /// <param name="every">How long it then rests.</param>
    public bool IsDue(string topic, TimeSpan every)
    {
        var now = time.GetUtcNow();
        return store.Write(
            "INSERT INTO notice (topic, at) VALUES (@topic, @at) ON CONFLICT (topic) DO UPDATE SET at = @at WHERE at <= @before",
            new { topic, at = now.ToUnixTimeSeconds(), before = (now - every).ToUnixTimeSeconds() }) == 1;
    }
}
