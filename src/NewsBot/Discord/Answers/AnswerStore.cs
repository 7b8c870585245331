using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using NewsBot.Discord.Model;
using NewsBot.Discord.State;

namespace NewsBot.Discord.Answers;

/// <summary>Answers that were given, and the votes on them.</summary>
internal sealed class AnswerStore(DiscordStore store, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new();

    public static string NewId() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 12);

    /// <summary>Keeps an answer; one that cannot be kept has buttons that say so.</summary>
    public void Add(GivenAnswer answer) => store.TryWrite(
        "INSERT INTO answer (id, asker, server, question, content, at) VALUES (@id, @asker, @server, @question, @content, @at)",
        new
        {
            id = answer.Id,
            asker = (long)answer.Asker.Value,
            server = (long?)answer.Server?.Value,
            question = (long?)answer.Question?.Value,
            content = JsonSerializer.Serialize(answer, Json),
            at = answer.At.ToUnixTimeSeconds(),
        });

    /// <summary>Where it is shown, once that is known.</summary>
    public void ShownAs(string id, Snowflake message) =>
        store.TryWrite("UPDATE answer SET message = @message WHERE id = @id", new { id, message = (long)message.Value });

    /// <returns>Null where it is no longer kept.</returns>
    public GivenAnswer? Find(string id) => Parse(store.Read(connection =>
        connection.QueryFirstOrDefault<string>("SELECT content FROM answer WHERE id = @id", new { id })));

    /// <summary>The latest answer to a message, and the message that shows it.</summary>
    public (GivenAnswer Answer, Snowflake Message)? ToQuestion(Snowflake question)
    {
        var row = store.Read(connection => connection.QueryFirstOrDefault<(string Content, long Message)?>(
            "SELECT content, message FROM answer WHERE question = @question AND message IS NOT NULL ORDER BY at DESC, rowid DESC LIMIT 1", new { question = (long)question.Value }));
        return row is { } found && Parse(found.Content) is { } answer ? (answer, new Snowflake((ulong)found.Message)) : null;
    }

    /// <summary>A user's vote takes the place of that user's earlier one.</summary>
    public void Vote(string answer, Snowflake voter, bool up) => store.Write(
        "INSERT INTO vote (answer, voter, up, at) VALUES (@answer, @voter, @up, @at) ON CONFLICT (answer, voter) DO UPDATE SET up = @up, at = @at",
        new { answer, voter = (long)voter.Value, up = up ? 1 : 0, at = time.GetUtcNow().ToUnixTimeSeconds() });

    /// <summary>All votes.</summary>
    public (long Up, long Down) Votes() => store.Read(connection =>
        connection.QuerySingle<(long, long)>("SELECT COALESCE(SUM(up), 0), COALESCE(SUM(1 - up), 0) FROM vote"));

    private static GivenAnswer? Parse(string? content)
    {
        if (content is null)
            return null;
        try
        {
            return JsonSerializer.Deserialize<GivenAnswer>(content, Json);
        }
        catch (JsonException)
        {
            return null; // Written by another version.
        }
    }
}
