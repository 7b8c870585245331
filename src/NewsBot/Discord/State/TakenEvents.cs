using NewsBot.Discord.Model;

namespace NewsBot.Discord.State;

/// <summary>Remembers interactions and messages for longer than Discord delivers them again, also over a restart.</summary>
internal sealed class TakenEvents(DiscordStore store, TimeProvider time)
{
    /// <summary>Whether this is the first time that the event comes; it is remembered from now on. What cannot be remembered is taken.</summary>
    public bool Take(Snowflake id) =>
        store.TryWrite("INSERT INTO taken (id, at) VALUES (@id, @at) ON CONFLICT DO NOTHING", new { id = (long)id.Value, at = time.GetUtcNow().ToUnixTimeSeconds() }) is 1 or null;
}
