using System.Globalization;
using System.Text.Json;
using NewsBot.Core.Answering;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Dates;

namespace NewsBot.Batch;

/// <summary>Answers JSON Lines with JSON Lines, in order. A bad line gets an error with its number and the rest go on.</summary>
internal sealed class BatchRunner(CommandRouter router, TimeProvider time)
{
    public Task RunAsync(IAsyncEnumerable<InputLine> lines, TextWriter output, CancellationToken cancellationToken) =>
        OrderedPipeline.RunAsync(lines, AnswerAsync, output, cancellationToken);

    private async Task<string> AnswerAsync(InputLine line, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var request = line.Problem is { } unreadable ? new ParsedRequest(null, null, unreadable) : BatchRequestParser.Parse(line.Text);
        var reply = request.Call is { } call
            ? Reply(await router.AnswerAsync(call, cancellationToken).ConfigureAwait(false))
            : new BatchReply { Status = "error", Message = string.Create(CultureInfo.InvariantCulture, $"line {line.Number}: {request.Problem}"), Line = line.Number };
        reply = reply with { Id = request.Id, ElapsedMs = Math.Round(time.GetElapsedTime(start).TotalMilliseconds, 3) };
        return JsonSerializer.Serialize(reply, BatchJson.Readable.BatchReply);
    }

    internal static BatchReply Reply(Answer answer) => new()
    {
        Status = Lower(answer.Status),
        Statements = [.. answer.Statements.Select(statement => new BatchStatement(statement.Text, Lower(statement.Kind), statement.Citations))],
        Citations =
        [
            .. answer.Citations.Select(citation => new BatchCitation(
                citation.Number, citation.Article.Value, citation.Title, citation.Source, Published(citation.Published), citation.Url,
                citation.Passage, citation.Span.Start, citation.Span.End)),
        ],
        ShortAnswer = answer.ShortAnswer,
        Speaker = answer.Speaker?.Name,
        SpeakerTitle = answer.Speaker?.Title,
        SpeakerCandidates = answer.Speaker is { Candidates.Count: > 0 } speaker ? speaker.Candidates : null,
        Date = answer.Date is { } date ? new BatchDate(date.Text, date.Value, Dashed(date.Precision), date.Epoch) : null,
        Notes = answer.Notes.Count > 0 ? answer.Notes : null,
        Message = answer.Message ?? answer.Headline,
        Nearest = answer.Nearest.Count > 0
            ? [.. answer.Nearest.Select(header => new BatchArticle(header.Id.Value, header.Title, header.Source, Published(header.Published), header.Url))]
            : null,
    };

    /// <summary>A day, or an instant with its offset where the time is known.</summary>
    private static string Published(PublicationTime published) => published.Precision >= DatePrecision.Hour
        ? published.Instant.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)
        : published.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>"part-of-year" for PartOfYear.</summary>
    internal static string Dashed(DatePrecision precision) =>
        string.Concat(precision.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
