using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Commands.On;

/// <summary>A sentence that tells of something on a day asked about.</summary>
/// <param name="Article">Its article.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Time">The time expression that gives the day, in this sentence or in another.</param>
/// <param name="Days">The days that it has.</param>
/// <param name="Precision">How exactly they are known.</param>
/// <param name="IsPlanned">The day lay ahead when the article was published.</param>
/// <param name="Strength">How firmly the sentence tells of it by itself.</param>
/// <param name="Terms">Its content terms, and with them those of its headline where it is the lead.</param>
internal sealed record DayEvent(AnalyzedArticle Article, Sentence Sentence, TextSpan Time, DateInterval Days, DatePrecision Precision, bool IsPlanned, double Strength, IReadOnlySet<string> Terms)
{
    public ArticleId Id => Article.Article.Id;

    public IEnumerable<EvidenceSpan> Evidence => Sentence.Span.Contains(Time)
        ? [new EvidenceSpan(Article, Sentence.Span)]
        : [new EvidenceSpan(Article, Sentence.Span), new EvidenceSpan(Article, Time)];

    public DateOnly Published => Article.Article.Published.Day;
}

/// <summary>What several sentences tell of one thing.</summary>
/// <param name="Shown">How the first is shown.</param>
/// <param name="Events">All of them, the one that tells it best first.</param>
internal sealed record DayStory(ShownSentence Shown, IReadOnlyList<DayEvent> Events);
