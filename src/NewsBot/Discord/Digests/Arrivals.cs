using System.Text.Json;
using Dapper;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Discord.State;

namespace NewsBot.Discord.Digests;

/// <summary>
/// When articles came into the archive, for those that were news then: published within the week before. An article may come long
/// after it was published, and an outlet's dates may be wrong, so that publication does not tell what is new.
/// </summary>
internal sealed class Arrivals(DiscordStore store, TimeProvider time)
{
    private const int Most = 20_000;
    private static readonly TimeSpan News = TimeSpan.FromDays(7);

    /// <summary>Longer than <see cref="News"/>, so that nothing that is forgotten comes again.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(10);

    /// <summary>Takes note of the articles of a revision that were not there before.</summary>
    public async Task NoteAsync(ICorpusSnapshot snapshot, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var days = new DateInterval(DateOnly.FromDateTime((now - News).UtcDateTime), DateOnly.FromDateTime(now.UtcDateTime).AddDays(1));
        var headers = await snapshot.HeadersAsync(new ArticleFilter { Published = days }, Most, cancellationToken).ConfigureAwait(false);
        store.Write(
            """
            INSERT INTO arrival (article, at) SELECT value, @at FROM json_each(@articles) WHERE true ON CONFLICT DO NOTHING;
            DELETE FROM arrival WHERE at < @old;
            """,
            new
            {
                at = now.ToUnixTimeSeconds(),
                old = (now - Kept).ToUnixTimeSeconds(),
                articles = JsonSerializer.Serialize(headers.Select(header => header.Id.Value)),
            });
    }

    /// <summary>What came after one instant and up to another, oldest first.</summary>
    public IReadOnlyList<ArticleId> Between(DateTimeOffset after, DateTimeOffset until) => store.Read(connection => connection.Query<string>(
        "SELECT article FROM arrival WHERE at > @after AND at <= @until ORDER BY at, article",
        new { after = after.ToUnixTimeSeconds(), until = until.ToUnixTimeSeconds() })).Select(id => new ArticleId(id)).ToList();
}
