using System.Globalization;
using NewsBot.Core.Answering;
using NewsBot.Core.Corpus;

namespace NewsBot.Console;

/// <summary>The paragraph that a citation stands in, with the cited sentences marked <c>&gt;&gt; like this &lt;&lt;</c>.</summary>
internal static class OpenedCitation
{
    public static async Task<IReadOnlyList<TextLine>> ShowAsync(Answer? answer, string number, ICorpus corpus, CancellationToken cancellationToken)
    {
        if (answer is null)
            return [new TextLine("There is no answer with citations yet.", LineStyle.Problem)];
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || answer.Citations.FirstOrDefault(c => c.Number == n) is not { } citation)
            return [new TextLine(string.Create(CultureInfo.InvariantCulture, $"/open takes a citation of the last answer: 1 to {answer.Citations.Count}."), LineStyle.Problem)];

        using var snapshot = corpus.Acquire();
        return await CitedParagraph.FindAsync(snapshot, citation, cancellationToken).ConfigureAwait(false) is { } paragraphs
            ? Lines(citation, paragraphs)
            : [new TextLine("That article has changed or gone since the answer. Please ask again.", LineStyle.Problem)];
    }

    private static List<TextLine> Lines(Citation citation, IReadOnlyList<CitedParagraph> paragraphs) =>
    [
        new($"{citation.Title}", LineStyle.Headline),
        new($"{citation.Source}{(citation.Source.Length > 0 ? ", " : "")}{AnswerText.Day(citation.Published)}{(citation.Url is { } url ? "  " + url : "")}", LineStyle.Source),
        .. paragraphs.Select(paragraph => new TextLine(AnswerText.Visible($"{paragraph.Before}>> {paragraph.Cited} <<{paragraph.After}"), LineStyle.Statement)),
    ];
}
