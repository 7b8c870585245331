using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using NewsBot.Core.Articles;
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
        """
        INSERT INTO answer (id, asker, server, channel, question, content, at) VALUES (@id, @asker, @server, @channel, @question, @content, @at) ON CONFLICT DO NOTHING;
        INSERT INTO cited (answer, article, hash) SELECT @id, value ->> 'article', value ->> 'hash' FROM json_each(@cited) WHERE true ON CONFLICT DO NOTHING;
        """,
        new
        {
            id = answer.Id,
            channel = (long?)answer.Channel?.Value,
            cited = JsonSerializer.Serialize(answer.Cited.Select(article => new { article = article.Article.Value, hash = article.Hash }), Json),
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

    /// <summary>The answer that a message of the bot shows; null where it is none, or no longer kept.</summary>
    public GivenAnswer? ShownIn(Snowflake message) => Parse(store.Read(connection => connection.QueryFirstOrDefault<string>(
        "SELECT content FROM answer WHERE message = @message ORDER BY at DESC, rowid DESC LIMIT 1", new { message = (long)message.Value })));

    /// <summary>The latest answer to a message, and the message that shows it.</summary>
    public (GivenAnswer Answer, Snowflake Message)? ToQuestion(Snowflake question)
    {
        var row = store.Read(connection => connection.QueryFirstOrDefault<(string Content, long Message)?>(
            "SELECT content, message FROM answer WHERE question = @question AND message IS NOT NULL ORDER BY at DESC, rowid DESC LIMIT 1", new { question = (long)question.Value }));
        return row is { } found && Parse(found.Content) is { } answer ? (answer, new Snowflake((ulong)found.Message)) : null;
    }

    /// <summary>Answers in messages since an instant that do not say yet that a source has changed, with what they cite.</summary>
    public ILookup<string, CitedArticle> Unmarked(DateTimeOffset since) => store.Read(connection => connection.Query<(string Answer, string Article, string Hash)>(
        """
        SELECT cited.answer, cited.article, cited.hash FROM answer JOIN cited ON cited.answer = answer.id
        WHERE answer.at > @since AND answer.marked = 0 AND answer.message IS NOT NULL AND answer.channel IS NOT NULL
        """,
        new { since = since.ToUnixTimeSeconds() })).ToLookup(row => row.Answer, row => new CitedArticle(new ArticleId(row.Article), row.Hash));

    /// <summary>Keeps what of an answer's sources has changed; once for each answer.</summary>
    /// <returns>The message to edit; null when it was marked before, or is gone.</returns>
    public Snowflake? Mark(GivenAnswer answer)
    {
        var isFirst = store.Write(
            "UPDATE answer SET marked = 1, content = @content WHERE id = @id AND marked = 0 AND message IS NOT NULL",
            new { id = answer.Id, content = JsonSerializer.Serialize(answer, Json) }) == 1;
        return isFirst
            ? new Snowflake((ulong)store.Read(connection => connection.QuerySingle<long>("SELECT message FROM answer WHERE id = @id", new { id = answer.Id })))
            : null;
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
