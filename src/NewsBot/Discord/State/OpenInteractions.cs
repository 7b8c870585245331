using Dapper;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.State;

/// <summary>
/// Interactions that were acknowledged and have no answer yet. What a crash leaves here is ended by the next start, as
/// long as Discord still takes an answer.
/// </summary>
internal sealed class OpenInteractions(DiscordStore store)
{
    public void Add(InteractionHandle handle) => store.TryWrite(
        "INSERT INTO open_interaction (id, application, token, at) VALUES (@id, @application, @token, @at) ON CONFLICT DO NOTHING",
        new { id = (long)handle.Id.Value, application = (long)handle.ApplicationId.Value, token = handle.Token, at = handle.ReceivedAt.ToUnixTimeSeconds() });

    public void Remove(InteractionHandle handle) =>
        store.TryWrite("DELETE FROM open_interaction WHERE id = @id", new { id = (long)handle.Id.Value });

    /// <summary>Takes all out.</summary>
    public IReadOnlyList<InteractionHandle> TakeAll()
    {
        var rows = store.Read(connection => connection.Query<(long Id, long Application, string Token, long At)>("SELECT id, application, token, at FROM open_interaction").AsList());
        store.Write("DELETE FROM open_interaction");
        return
        [
            .. rows.Select(row => new InteractionHandle(
                new Snowflake((ulong)row.Application), new Snowflake((ulong)row.Id), row.Token, DateTimeOffset.FromUnixTimeSeconds(row.At))),
        ];
    }
}
