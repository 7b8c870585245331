using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Answering.Summaries;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;

namespace NewsBot.Core.Commands.Summary;

/// <summary><c>/summary</c>: of one article, or of what the archive has on a topic or from a period.</summary>
internal sealed class SummaryCommand(IAnswerWriter writer) : ICommand
{
    private const int ArticleLength = 4;
    private const int TopicLength = 5;
    private const int Passages = 40;

    /// <summary>The least of a topic that one sentence and what stands around it must have.</summary>
    private const double LeastTopic = 0.5;
    private const int PeriodArticles = 60;

    public CommandDefinition Definition { get; } = new(
        "summary", "Summarises an article (title, id, or number from the newest) or a topic; \"in 3 sentences\" sets the length", "ARTICLE or TOPIC", "the talks in Minsk, in 3 sentences");

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var draft = await FindAsync(context, cancellationToken).ConfigureAwait(false);
        return await writer.WordAsync(context.Wording(WordingTask.Summary, draft), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<AnswerDraft> FindAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (subject, length) = SummaryRequest.Parse(context.Text);
        if (await NamedArticle.FindAsync(context.Snapshot, subject, context.Filter, cancellationToken).ConfigureAwait(false) is { } article)
            return OfArticle(article, context.Snapshot, length ?? ArticleLength);
        var time = QuestionTime.Of(subject, QuestionParser.AnchorOf(context.Now));
        var filter = time.Interval is { } period ? context.Filter with { Published = Narrower(context.Filter.Published, period) } : context.Filter;
        var question = QuestionParser.Parse(time.Strip(subject), context.Now, filter, ArchiveNames.None);
        return question.Terms.Count == 0 || question.Terms.All(term => QuestionWords.CarriesNoTopic(term))
            ? await OfPeriodAsync(question, context.Snapshot, length ?? TopicLength, cancellationToken).ConfigureAwait(false)
            : await OfTopicAsync(question, context.Snapshot, length, cancellationToken).ConfigureAwait(false);
    }

    private static AnswerDraft OfArticle(AnalyzedArticle article, ICorpusSnapshot snapshot, int length)
    {
        var statements = ArticleSummary.Of(article, snapshot, length);
        return statements.Count == 0
            ? AnswerDraft.DeclineWith("That article has no sentences that could sum it up.", [ArticleHeader.Of(article.Article)])
            : new AnswerDraft { Statements = statements, Notes = [$"Summary of “{article.Article.Title}”."] };
    }

    private static async Task<AnswerDraft> OfPeriodAsync(Question question, ICorpusSnapshot snapshot, int length, CancellationToken cancellationToken)
    {
        var headers = await snapshot.HeadersAsync(question.Filter, PeriodArticles, cancellationToken).ConfigureAwait(false);
        var articles = await snapshot.ArticlesAsync([.. headers.Select(header => header.Id)], cancellationToken).ConfigureAwait(false);
        var statements = TopicSummary.Of(articles, [], length);
        return statements.Count == 0
            ? AnswerDraft.DeclineWith("The archive has no articles from then.")
            : new AnswerDraft { Statements = statements, Notes = [articles.Count == 1 ? "From one article." : $"From {articles.Count} articles."] };
    }

    private static async Task<AnswerDraft> OfTopicAsync(Question question, ICorpusSnapshot snapshot, int? length, CancellationToken cancellationToken)
    {
        var retrieved = await Retriever.FindAsync(question, snapshot, Passages, cancellationToken).ConfigureAwait(false);
        var weights = new QuestionWeights(question, snapshot);
        var sentences = SentenceScorer.Score(question, retrieved.Evidence, weights);
        var sufficiency = Sufficiency.Of(question, sentences, weights);
        var articles = retrieved.Evidence.Select(item => item.Article).DistinctBy(article => article.Article.Id).ToList();
        if (!sufficiency.IsEnough || sufficiency.Context < LeastTopic)
            return AnswerDraft.DeclineWith("I found nothing in the articles about that.", [.. articles.Take(3).Select(article => ArticleHeader.Of(article.Article))]);
        var relevant = sentences.Where(sentence => sentence.Context >= sufficiency.NeededContext && sentence.Score >= 0.5 * sentences[0].Score).ToList();
        var about = articles.Where(article => relevant.Exists(sentence => sentence.Article == article)).ToList();
        if (about.Count == 1)
            return OfArticle(about[0], snapshot, length ?? ArticleLength);
        return new AnswerDraft
        {
            Statements = TopicSummary.Of(about, relevant, length ?? TopicLength),
            Notes = [about.Count == 1 ? "From one article." : $"From {about.Count} articles."],
        };
    }

    private static DateInterval Narrower(DateInterval option, DateInterval asked) => new(
        option.Start is { } start && !(asked.Start > start) ? start : asked.Start,
        option.End is { } end && !(asked.End < end) ? end : asked.End);
}
