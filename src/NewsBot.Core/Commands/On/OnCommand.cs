using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Answering.Summaries;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;

namespace NewsBot.Core.Commands.On;

/// <summary><c>/on DATE</c>: what the articles say happened then, and what was published then.</summary>
internal sealed class OnCommand : ICommand
{
    private const int MostTimes = 60;
    private const int MostEvents = 6;
    private const int MostPublished = 6;

    public CommandDefinition Definition { get; } = new("on", "What happened, and what was published, on a date", "DATE", "17 August 2023");

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var asked = QuestionTime.Of(context.Text, context.Anchor);
        if (asked is not { Interval: { } interval, Phrase: { } phrase })
            return AnswerDraft.DeclineWith($"I do not understand \"{context.Text}\" as a date. Try 17 August 2023, May 2023 or last week.");

        var statements = await HappenedAsync(context, interval, cancellationToken).ConfigureAwait(false);
        statements.AddRange(await PublishedAsync(context, interval, cancellationToken).ConfigureAwait(false));
        return statements.Count == 0
            ? AnswerDraft.DeclineWith($"The articles have nothing that happened or was published then: {phrase}.")
            : new AnswerDraft { Statements = statements, Notes = [$"Understood as {phrase}."] };
    }

    /// <summary>Sentences with a date that lies in the interval.</summary>
    private static async Task<List<DraftStatement>> HappenedAsync(CommandContext context, DateInterval interval, CancellationToken cancellationToken)
    {
        var times = await context.Snapshot.TimesInAsync(interval, context.Filter, MostTimes, cancellationToken).ConfigureAwait(false);
        var articles = await context.Snapshot.ArticlesAsync([.. times.Select(time => time.Article).Distinct()], cancellationToken).ConfigureAwait(false);
        var byId = articles.ToDictionary(article => article.Article.Id);
        var seen = new HashSet<(ArticleId, TextSpan)>();
        var statements = new List<DraftStatement>();
        foreach (var reference in times)
        {
            if (statements.Count == MostEvents || !byId.TryGetValue(reference.Article, out var article))
                continue;
            var time = article.Analysis.Times[reference.Ordinal];
            var sentence = article.Analysis.Sentences.FirstOrDefault(sentence => sentence.Span.Contains(time.Span)).Span;
            if (!interval.Contains(time.Interval!.Value) || sentence.IsEmpty || article.IsQuoted(sentence) || !seen.Add((reference.Article, sentence)) || ShownSentence.Told(article, sentence) is not { } shown)
                continue;
            statements.Add(shown.Statement with { Text = $"[{DatePhrase.Of(time.Interval.Value, time.Precision)}] {shown.Statement.Text}" });
        }

        return statements;
    }

    private static async Task<IEnumerable<DraftStatement>> PublishedAsync(CommandContext context, DateInterval interval, CancellationToken cancellationToken)
    {
        var headers = await context.Snapshot.HeadersAsync(context.Filter with { Published = interval }, MostPublished, cancellationToken).ConfigureAwait(false);
        var articles = await context.Snapshot.ArticlesAsync([.. headers.Select(header => header.Id)], cancellationToken).ConfigureAwait(false);
        return articles.Select(article => ArticleSummary.Lead(article) is { } lead ? ShownSentence.Told(article, lead)?.Statement : null).OfType<DraftStatement>().Select(statement =>
        {
            var day = DatePhrase.Of(DateInterval.OnDay(statement.Evidence[0].Article.Article.Published.Day), DatePrecision.Day);
            return statement with { Text = $"[published {day}] {statement.Text}" };
        });
    }
}
