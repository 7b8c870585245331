using NewsBot.Discord.Model;

namespace NewsBot.Discord.State;

/// <summary>Which servers the bot was removed from, and when what is kept of them goes.</summary>
internal sealed class Servers(DiscordStore store, DiscordSettings settings, TimeProvider time)
{
    public void Left(Snowflake server) => store.Write(
        "INSERT INTO left_server (id, at) VALUES (@id, @at) ON CONFLICT DO NOTHING", new { id = (long)server.Value, at = time.GetUtcNow().ToUnixTimeSeconds() });

    /// <summary>The bot is there (again): nothing of it is deleted.</summary>
    public void Present(Snowflake server) => store.Write("DELETE FROM left_server WHERE id = @id", new { id = (long)server.Value });

    /// <summary>Deletes what is older than it is kept, and all of servers that were left that long ago.</summary>
    public void DeleteOutdated()
    {
        var before = (time.GetUtcNow() - TimeSpan.FromDays(settings.KeepDays)).ToUnixTimeSeconds();
        store.Write(
            """
            DELETE FROM answer WHERE at <= @before OR server IN (SELECT id FROM left_server WHERE at <= @before);
            DELETE FROM digest WHERE server IN (SELECT id FROM left_server WHERE at <= @before);
            DELETE FROM cited WHERE answer NOT IN (SELECT id FROM answer);
            DELETE FROM left_server WHERE at <= @before;
            DELETE FROM vote WHERE answer NOT IN (SELECT id FROM answer);
            DELETE FROM notice WHERE at <= @before;
            DELETE FROM taken WHERE at <= @yesterday;
            """,
            new { before, yesterday = (time.GetUtcNow() - TimeSpan.FromDays(1)).ToUnixTimeSeconds() });
    }
}
