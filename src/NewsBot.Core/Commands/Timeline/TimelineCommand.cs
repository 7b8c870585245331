using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Commands.When;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands.Timeline;

/// <summary><c>/timeline TOPIC</c>: events in order, a sentence each with date and citation; what several articles tell counts once.</summary>
internal sealed class TimelineCommand(IAnswerWriter writer) : ICommand
{
    private const int Passages = 60;
    private const int MostEvents = 12;
    private const double LeastCoverage = 0.3;
    private const double LeastContext = 0.6;

    /// <summary>Share of common words from which two sentences of overlapping dates tell of one event.</summary>
    private const double SameEvent = 0.4;

    public CommandDefinition Definition { get; } = new("timeline", "What happened, in order", "TOPIC", "Lake Vessen treaty");

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var draft = await FindAsync(context, cancellationToken).ConfigureAwait(false);
        return await writer.WordAsync(context.Wording(WordingTask.Timeline, draft), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<AnswerDraft> FindAsync(CommandContext context, CancellationToken cancellationToken)
    {
        // From and to bound the events, not the articles that tell of them.
        var filter = context.Filter with { Published = default };
        var time = QuestionTime.Of(context.Text, context.Anchor);
        var range = context.Call.Published != default ? context.Call.Published : time.Interval ?? default;
        var topic = time.Strip(context.Text);
        var sentences = await SentenceSearch.FindAsync(context.Snapshot, topic, filter, Passages, cancellationToken).ConfigureAwait(false);
        var events = new List<Entry>();
        foreach (var sentence in sentences.Where(sentence => sentence.Coverage >= LeastCoverage && sentence.Context >= LeastContext))
        {
            if (events.Count == MostEvents)
                break;
            var dated = new DatedEvent(sentence, EventSearch.Date(sentence, []), sentence.Coverage);
            if (!TellsEvent(dated) || !dated.Date.Interval.Overlaps(range) || ShownSentence.Told(sentence.Article, sentence.Sentence.Span) is not { } shown)
                continue;
            var entry = new Entry(dated, shown, [.. Tokenizer.Tokenize(sentence.Article.Article.Text, sentence.Sentence.Span).Select(token => token.Term).Where(term => !StopWords.Contains(term))]);
            if (!events.Exists(other => IsSame(entry, other)))
                events.Add(entry);
        }

        if (events.Count == 0)
            return AnswerDraft.DeclineWith(
                "I found no events of this in the articles.",
                await NearestArticles.FindAsync(context.Snapshot, context.Text, context.Filter, cancellationToken).ConfigureAwait(false));
        return new AnswerDraft
        {
            Notes = time.Phrase is { } asked ? [$"Events in the time asked about: {asked}."] : [],
            Statements = [.. events.OrderBy(entry => entry.Event.Date.Interval.Start ?? entry.Event.Date.Interval.End).ThenBy(entry => entry.Event.Found.Article.Article.Published.Instant).Select(Statement)],
        };
    }

    private static DraftStatement Statement(Entry entry)
    {
        var date = entry.Event.Date;
        var planned = date.IsPlanned ? ", planned" : "";
        return entry.Shown.Statement with
        {
            Text = $"[{date.Phrase}{planned}] {entry.Shown.Statement.Text}",
            Evidence = [.. entry.Shown.Statement.Evidence, .. entry.Event.Evidence.Skip(1)],
        };
    }

    /// <summary>
    /// A lead tells of what the article is about; any other sentence must give a month or better of its own. What
    /// somebody is quoted with is no event, and a dateline tells nothing.
    /// </summary>
    private static bool TellsEvent(DatedEvent dated)
    {
        var (article, sentence) = (dated.Found.Article, dated.Found.Sentence);
        if (article.Analysis.IsDateline(sentence) || article.IsQuoted(sentence.Span))
            return false;
        return sentence == article.Analysis.Lead || (dated.Date.Basis == EventDateBasis.SentenceExpression && dated.Date.Precision >= DatePrecision.Month);
    }

    private static bool IsSame(Entry one, Entry other)
    {
        if (!one.Event.Date.Interval.Overlaps(other.Event.Date.Interval))
            return false;
        var common = one.Terms.Count(other.Terms.Contains);
        return common >= SameEvent * Math.Min(one.Terms.Count, other.Terms.Count);
    }

    private sealed record Entry(DatedEvent Event, ShownSentence Shown, HashSet<string> Terms);
}
