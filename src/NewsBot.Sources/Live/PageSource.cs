using NewsBot.Sources.Configuration;
using NewsBot.Sources.Feeds;

namespace NewsBot.Sources.Live;

/// <summary>Reads one page with one article.</summary>
internal sealed class PageSource(SourceSettings source, LiveReading reading, SourceState before, Give give)
{
    public async Task<SourceEnd> ReadAsync(CancellationToken cancellationToken)
    {
        var stories = new StoryReader(source, reading, source.Name);
        var known = before.Entries.GetValueOrDefault(source.Place);
        var outcome = known is { IsWithdrawn: false } && stories.IsStored(known)
            ? await stories.LookAgainAsync(source.Place, known, cancellationToken).ConfigureAwait(false)
            : await stories.ReadAsync(source.Place, new FeedEntry { Link = source.Place }, known is { Article.Length: > 0, IsWithdrawn: false } ? known : null, cancellationToken).ConfigureAwait(false);
        if (outcome.Item is { } item)
            await give(item, cancellationToken).ConfigureAwait(false);
        var state = before with { Entries = outcome.State is { } entry ? new() { [source.Place] = entry } : [] };
        return new SourceEnd(state, outcome.Item?.Withdrawal is null ? outcome.Problem : null);
    }
}
