using System.Globalization;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Answering.Summaries;
using NewsBot.Core.Answering.Voices;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;

namespace NewsBot.Core.Answering.Coverage;

/// <summary>
/// Answers questions about who reported something and who said something from the archive itself: outlets in the order
/// of publication with a sentence each, counts, the first, differences between reports, statements of different speakers.
/// </summary>
internal static class CoverageAnswer
{
    private const int MostShown = 8;
    private const int MostCopiesNamed = 4;
    private const int LongestTopic = 7;

    /// <returns>Null where it is no such question, or nothing is found for a form that other answers may know.</returns>
    public static async Task<AnswerDraft?> FindAsync(Question question, ICorpusSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (question.Outlets.Count + question.UnknownOutlets.Count > 1)
            return null; // Compares outlets.
        var time = QuestionTime.Of(question.Text, QuestionParser.AnchorOf(question.Now));
        var isBounded = question.PeriodText is not null && question.Filter.Published == default && question.Period is not null;
        if (CoverageQuestion.Read(isBounded ? time.Strip(question.Text) : question.Text) is not { } asked)
            return null;
        var filter = isBounded ? question.Filter with { Published = question.Period!.Value } : question.Filter;
        var draft = asked.Ask switch
        {
            CoverageAsk.Voices => await VoicesAsync(asked, snapshot, filter, cancellationToken).ConfigureAwait(false),
            CoverageAsk.Deed when AskedTopic.Whole(snapshot, asked.Topic) is { } topic => await OpenVoices.OfAsync(snapshot, topic, Deeds.Of(asked.Deed), filter, cancellationToken).ConfigureAwait(false),
            CoverageAsk.Deed => null,
            _ => await ReportedAsync(asked, question, snapshot, filter, cancellationToken).ConfigureAwait(false),
        };
        return draft is not null && isBounded ? draft with { Notes = [$"I understood the time as {question.PeriodText}.", .. draft.Notes] } : draft;
    }

    private static async Task<AnswerDraft?> VoicesAsync(CoverageQuestion asked, ICorpusSnapshot snapshot, ArticleFilter filter, CancellationToken cancellationToken)
    {
        if (asked.Who.Length > 0)
        {
            var spoken = await SpokenAnswer.OfAsync(snapshot, new VoicesQuery(asked.Who, asked.Topic), filter, null, cancellationToken).ConfigureAwait(false);
            return spoken.Statements.Count > 0 ? spoken : null;
        }

        return AskedTopic.Whole(snapshot, asked.Topic) is { } topic && await OpenVoices.OfAsync(snapshot, topic, null, filter, cancellationToken).ConfigureAwait(false) is { } voices
            ? voices
            : AnswerDraft.DeclineWith($"The articles quote nobody about \"{asked.Topic}\".", await NearestArticles.FindAsync(snapshot, asked.Topic, filter, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<AnswerDraft?> ReportedAsync(CoverageQuestion asked, Question question, ICorpusSnapshot snapshot, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var outlet = asked.Ask == CoverageAsk.DidReport ? await OutletAsync(asked.Who, snapshot, cancellationToken).ConfigureAwait(false) : null;
        if ((asked.Ask == CoverageAsk.DidReport && outlet is null) || AskedTopic.Whole(snapshot, asked.Topic) is not { } topic)
            return null;
        var found = await TopicReports.FindAsync(snapshot, topic, filter, cancellationToken).ConfigureAwait(false);
        if (asked.Ask == CoverageAsk.Differences && found.Reports.Count < 2 && asked.Event is { } matter && AskedTopic.Whole(snapshot, matter) is { } wider)
            found = await TopicReports.FindAsync(snapshot, wider, filter, cancellationToken).ConfigureAwait(false);
        if (found.Reports.Count == 0 && topic.Parts[0].Words.Count > LongestTopic)
            return null; // Asks for more than a topic.
        if (found.Reports.Count == 0)
            return AnswerDraft.DeclineWith($"The archive has no report on \"{asked.Topic}\".", await NearestArticles.FindAsync(snapshot, asked.Topic, filter, cancellationToken).ConfigureAwait(false));
        return asked.Ask switch
        {
            CoverageAsk.First => First(found, snapshot),
            CoverageAsk.DidReport => await DidAsync(outlet!, asked, found, snapshot, cancellationToken).ConfigureAwait(false),
            CoverageAsk.Differences => Differences.Of(found, topic, asked),
            _ => List(found, asked.Ask, snapshot),
        };
    }

    private static AnswerDraft List(TopicReports found, CoverageAsk ask, ICorpusSnapshot snapshot)
    {
        var outlets = Outlets(found.Reports.SelectMany(report => report.Headers));
        var copies = found.Reports.Sum(report => report.Copies.Count);
        var least = found.IsCut ? "at least " : "";
        var reports = $"{least}{Number(found.Reports.Count, "independent report", "independent reports")}{(copies == 0 ? "" : $" and {Number(copies, "copy", "copies")}")}";
        return new AnswerDraft
        {
            Headline = Capital(ask == CoverageAsk.ReportCount
                ? $"{reports}, from {Number(outlets.Count, "outlet", "outlets")}."
                : $"{least}{Number(outlets.Count, "outlet", "outlets")}: {Series.Of(outlets)} ({reports})."),
            Statements = [.. found.Reports.Take(MostShown).SelectMany(report => Statement(report.Article))],
            Notes = [.. found.Reports.Count > MostShown ? [$"The earliest {MostShown} are shown."] : Array.Empty<string>(), .. found.Reports.Take(MostShown).SelectMany(Carried), InThisArchive(snapshot)],
        };
    }

    /// <summary>The earliest independent report; where others of its day cannot be told apart by hour, all of them.</summary>
    private static AnswerDraft First(TopicReports found, ICorpusSnapshot snapshot)
    {
        var first = found.Reports[0];
        var published = first.Article.Article.Published;
        var tied = found.Reports.Skip(1)
            .Where(report => report.Article.Article.Published is var other && other.Day == published.Day && (published.Precision < DatePrecision.Hour || other.Precision < DatePrecision.Hour))
            .ToList();
        var name = first.Article.Article.Source;
        var isSure = tied.TrueForAll(report => report.Article.Article.Source == name) && name.Length > 0;
        return new AnswerDraft
        {
            ShortAnswer = isSure ? name : null,
            Statements = [.. Statement(first.Article, isSure ? name : null), .. tied.Take(MostShown - 1).SelectMany(report => Statement(report.Article))],
            Notes = [.. isSure ? Array.Empty<string>() : ["These are of the same day, and not all say the hour: which was first cannot be told."], .. Carried(first), InThisArchive(snapshot)],
        };
    }

    private static async Task<AnswerDraft> DidAsync(string outlet, CoverageQuestion asked, TopicReports found, ICorpusSnapshot snapshot, CancellationToken cancellationToken)
    {
        var headers = found.Reports.SelectMany(report => report.Headers.Where(header => IsOf(header, outlet))).Take(MostShown).ToList();
        if (headers.Count == 0)
            return AnswerDraft.DeclineWith(
                $"The archive has no report of {outlet} on \"{asked.Topic}\"; others reported on it.",
                [.. found.Reports.Take(3).Select(report => ArticleHeader.Of(report.Article.Article))]);
        var articles = await snapshot.ArticlesAsync([.. headers.Select(header => header.Id)], cancellationToken).ConfigureAwait(false);
        var copied = found.Reports.Where(report => report.Copies.Any(copy => copy.Id == headers[0].Id)).Select(report => report.Article.Article).FirstOrDefault();
        return new AnswerDraft
        {
            ShortAnswer = "Yes",
            Statements = [.. Yes(articles[0]), .. articles.Skip(1).SelectMany(article => Statement(article))],
            Notes = copied is null ? [] : [$"It is the text of {copied.Source}, which published it first, on {Day(copied.Published)}."],
        };
    }

    /// <summary>What an outlet of the archive reported on a topic.</summary>
    /// <returns>Null where it is no outlet of the archive, or reported nothing on that.</returns>
    public static async Task<AnswerDraft?> OfOutletAsync(string asked, string? about, ICorpusSnapshot snapshot, ArticleFilter filter, CancellationToken cancellationToken)
    {
        if (about is null || AskedTopic.Whole(snapshot, about) is not { } topic || await OutletAsync(asked, snapshot, cancellationToken).ConfigureAwait(false) is not { } outlet)
            return null;
        var found = await TopicReports.FindAsync(snapshot, topic, filter with { Source = outlet }, cancellationToken).ConfigureAwait(false);
        return found.Reports.Count == 0 ? null : new AnswerDraft
        {
            Statements = [.. found.Reports.Take(MostShown).SelectMany(report => Statement(report.Article))],
            Notes = [$"{outlet} is an outlet: this is what it reported."],
        };
    }

    /// <summary>An outlet of the archive by its name, or by words of it that no other has: "the Daily Courier" for the Daily Example Courier.</summary>
    private static async Task<string?> OutletAsync(string asked, ICorpusSnapshot snapshot, CancellationToken cancellationToken)
    {
        var words = Words(asked);
        if (words.Count == 0 || !asked.Any(char.IsUpper))
            return null;
        var sources = (await snapshot.SourcesAsync(cancellationToken).ConfigureAwait(false)).Select(source => source.Source).Where(source => source.Length > 0).ToList();
        var same = sources.FindAll(source => Words(source).SequenceEqual(words) || Letters(source) == Letters(asked));
        var having = same.Count > 0 ? same : sources.FindAll(source => words.TrueForAll(Words(source).Contains));
        return having is [var only] ? only : null;

        static List<string> Words(string name) =>
            [.. name.ToUpperInvariant().Split([' ', '.', '-', '|', ':'], StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("THE" or "WWW" or "COM" or "CO" or "UK" or "ORG" or "NET"))];

        // "USA Today" is usatoday.com.
        static string Letters(string name) => string.Concat(Words(name)) is var letters && letters.StartsWith("THE", StringComparison.Ordinal) ? letters[3..] : letters;
    }

    private static bool IsOf(ArticleHeader header, string outlet) => header.Source.Equals(outlet, StringComparison.OrdinalIgnoreCase);

    /// <summary>The report's lead behind its outlet and day; nothing for an article without a sentence that can stand so.</summary>
    private static IEnumerable<DraftStatement> Statement(AnalyzedArticle article, string? bold = null) =>
        Lead(article) is { } lead ? [Behind(article, lead, bold)] : [];

    /// <summary>A sentence behind the outlet, in bold where it is the answer, and the day of its article.</summary>
    internal static DraftStatement Behind(AnalyzedArticle article, ShownSentence shown, string? bold = null)
    {
        var prefix = OutletPrefix.Of(article.Article);
        return shown.Statement with { Text = $"{(bold is null ? prefix : $"**{bold}**{prefix[bold.Length..]}")}: {shown.Statement.Text}", Kind = StatementKind.Paraphrase };
    }

    private static IEnumerable<DraftStatement> Yes(AnalyzedArticle article) =>
        Lead(article) is { } lead ? [lead.Statement with { Text = $"**Yes**: {lead.Statement.Text}", Kind = StatementKind.Paraphrase }] : [];

    private static ShownSentence? Lead(AnalyzedArticle article)
    {
        var first = (ArticleSummary.Lead(article) ?? article.Analysis.Lead.Span).Start;
        return article.Analysis.Sentences.Where(sentence => sentence.Span.Start >= first).Select(sentence => ShownSentence.Told(article, sentence.Span)).FirstOrDefault(shown => shown is not null);
    }

    private static IEnumerable<string> Carried(TopicReport report)
    {
        var elsewhere = report.Copies.Where(copy => !IsOf(copy, report.Article.Article.Source)).ToList();
        if (elsewhere.Count == 0)
            yield break;
        var copies = elsewhere.Take(MostCopiesNamed).Select(copy => $"{(copy.Source.Length > 0 ? copy.Source : "an unnamed outlet")} ({Day(copy.Published)})").ToList();
        var more = elsewhere.Count > MostCopiesNamed ? $" and {elsewhere.Count - MostCopiesNamed} more" : "";
        yield return $"“{report.Article.Article.Title}” was also carried by {(more.Length > 0 ? string.Join(", ", copies) + more : Series.Of(copies))}.";
    }

    private static string InThisArchive(ICorpusSnapshot snapshot) => snapshot.Reach is { Earliest: { } from, Latest: { } to }
        ? string.Create(CultureInfo.InvariantCulture, $"Of this archive, which has articles from {from:d MMMM yyyy} to {to:d MMMM yyyy}.")
        : "Of this archive.";

    private static List<string> Outlets(IEnumerable<ArticleHeader> headers) =>
        [.. headers.OrderBy(header => header.Published.Instant).Select(header => header.Source).Where(source => source.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string Day(PublicationTime published) => published.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Number(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
