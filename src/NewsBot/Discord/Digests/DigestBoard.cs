using Dapper;
using NewsBot.Core.Commands.Digest;
using NewsBot.Discord.Model;
using NewsBot.Discord.Places;
using NewsBot.Discord.State;

namespace NewsBot.Discord.Digests;

/// <summary>A channel's digest.</summary>
/// <param name="Place">The channel.</param>
/// <param name="Asker">The admin who wanted it.</param>
/// <param name="Schedule">When it comes.</param>
/// <param name="Covered">What arrived up to then has been told, or was there before.</param>
internal sealed record ChannelDigest(ChannelKey Place, Snowflake Asker, DigestSchedule Schedule, DateTimeOffset Covered);

/// <summary>Which channels have a digest. A period that has been dealt with is over for good, also when the clock goes back.</summary>
internal sealed class DigestBoard(DiscordStore store)
{
    /// <summary>Those of servers that the bot is in.</summary>
    public IReadOnlyList<ChannelDigest> All() =>
        Query("WHERE server NOT IN (SELECT id FROM left_server)", null);

    public ChannelDigest? Of(Snowflake channel) => Query("WHERE channel = @channel", new { channel = (long)channel.Value }).SingleOrDefault();

    /// <summary>Sets a channel's digest, in the place of an earlier one.</summary>
    public void Set(ChannelDigest digest) => store.Write(
        """
        INSERT INTO digest (channel, server, asker, schedule, covered) VALUES (@channel, @server, @asker, @schedule, @covered)
        ON CONFLICT (channel) DO UPDATE SET server = @server, asker = @asker, schedule = @schedule, covered = @covered
        """,
        new
        {
            channel = (long)digest.Place.Channel.Value,
            server = (long)digest.Place.Server.Value,
            asker = (long)digest.Asker.Value,
            schedule = digest.Schedule.ToString(),
            covered = digest.Covered.ToUnixTimeSeconds(),
        });

    /// <returns>False when the channel has none.</returns>
    public bool Remove(Snowflake channel) => store.Write("DELETE FROM digest WHERE channel = @channel", new { channel = (long)channel.Value }) == 1;

    /// <summary>A period is over: its digest is posted, or there was nothing to post.</summary>
    public void Cover(ChannelDigest digest, DateTimeOffset until) => store.Write(
        "UPDATE digest SET covered = @until WHERE channel = @channel AND schedule = @schedule AND covered < @until",
        new { channel = (long)digest.Place.Channel.Value, schedule = digest.Schedule.ToString(), until = until.ToUnixTimeSeconds() });

    private IReadOnlyList<ChannelDigest> Query(string where, object? parameters) => store.Read(connection => connection.Query<(long Channel, long Server, long Asker, string Schedule, long Covered)>(
            $"SELECT channel, server, asker, schedule, covered FROM digest {where}", parameters))
        .Select(row => (Row: row, DigestSchedule.Parse(row.Schedule, TimeZoneInfo.Utc).Schedule))
        .Where(pair => pair.Schedule is not null)
        .Select(pair => new ChannelDigest(
            new ChannelKey(new Snowflake((ulong)pair.Row.Server), new Snowflake((ulong)pair.Row.Channel)),
            new Snowflake((ulong)pair.Row.Asker),
            pair.Schedule!,
            DateTimeOffset.FromUnixTimeSeconds(pair.Row.Covered)))
        .ToList();
}
