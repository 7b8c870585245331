using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;

namespace NewsBot.Core.Commands.On;

/// <summary><c>/on DATE</c>: what the articles say happened then, what was planned for then, and what was published then.</summary>
internal sealed class OnCommand : ICommand
{
    private const int MostEvents = 6;
    private const int MostPublished = 6;
    private const int LookedPublished = 4 * MostPublished;
    private const int MostSources = 3;

    public CommandDefinition Definition { get; } = new("on", "What happened, and what was published, on a date", "DATE", "17 August 2023");

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var asked = QuestionTime.Of(context.Text, context.Anchor);
        if (asked is not { Interval: { } interval, Phrase: { } phrase })
            return AnswerDraft.DeclineWith($"I do not understand \"{context.Text}\" as a date. Try 17 August 2023, May 2023 or last week.");

        var stories = await DayEvents.FindAsync(context.Snapshot, interval, context.Filter, MostEvents, cancellationToken).ConfigureAwait(false);
        var told = stories.SelectMany(story => story.Events).Select(one => one.Id).ToHashSet();
        var statements = stories.Select(Statement).ToList();
        statements.AddRange(await PublishedAsync(context, interval, told, cancellationToken).ConfigureAwait(false));
        return statements.Count == 0
            ? AnswerDraft.DeclineWith($"The articles have nothing that happened or was published then: {phrase}.")
            : new AnswerDraft { Statements = statements, Notes = [$"Understood as {phrase}."] };
    }

    /// <summary>What was planned says as of when.</summary>
    private static DraftStatement Statement(DayStory story)
    {
        var found = story.Events[0];
        var planned = found.IsPlanned ? $", planned as of {Day(found.Published)}" : "";
        var others = story.Events.Skip(1).Where(other => other.Id != found.Id && other.IsPlanned == found.IsPlanned).DistinctBy(other => other.Id).Take(MostSources - 1);
        return story.Shown.Statement with
        {
            Text = $"[{DatePhrase.Of(found.Days, found.Precision)}{planned}] {story.Shown.Statement.Text}",
            Evidence = [.. story.Shown.Statement.Evidence, .. found.Evidence.Skip(1), .. others.SelectMany(other => other.Evidence)],
        };
    }

    /// <summary>What was published then and is not told already, a story once.</summary>
    private static async Task<IEnumerable<DraftStatement>> PublishedAsync(
        CommandContext context, DateInterval interval, HashSet<ArticleId> told, CancellationToken cancellationToken)
    {
        var headers = await context.Snapshot.HeadersAsync(context.Filter with { Published = interval }, LookedPublished, cancellationToken).ConfigureAwait(false);
        var ids = headers.Select(header => header.Id).Where(id => !told.Contains(id)).ToList();
        var stories = await context.Snapshot.StoriesAsync(ids, cancellationToken).ConfigureAwait(false);
        var copies = stories.SelectMany(story => story.Articles.Select(article => article.Id).Where(ids.Contains).Skip(1)).ToHashSet();
        var articles = await context.Snapshot.ArticlesAsync([.. ids.Where(id => !copies.Contains(id)).Take(MostPublished)], cancellationToken).ConfigureAwait(false);
        return articles.Where(article => article.Analysis.Sentences.Count > 0)
            .Select(article => ShownSentence.Told(article, PageFurniture.LeadOf(article).Span)?.Statement)
            .OfType<DraftStatement>()
            .Select(statement => statement with { Text = $"[published {Day(statement.Evidence[0].Article.Article.Published.Day)}] {statement.Text}" });
    }

    private static string Day(DateOnly day) => DatePhrase.Of(DateInterval.OnDay(day), DatePrecision.Day);
}
