using NewsBot.Core.Corpus;

namespace NewsBot.Core.Answering.Extractive.Parts;

/// <param name="Part">What was asked.</param>
/// <param name="Draft">Its answer; without statements where it has none.</param>
internal sealed record AnsweredPart(AnswerRequestPart Part, AnswerDraft Draft)
{
    public bool IsAnswered => Draft.Statements.Count > 0;
}

/// <summary>
/// Puts the answers to the parts of a question together, in the order in which they were asked. Each part has its short
/// answer in bold before the sentence that has it ("**12**: The correct number is 12."), so that the reader sees which answer
/// belongs to which part, or else its best sentence, and where there is room another: at most <see cref="Most"/> statements in all. A sentence that two parts rest on stands once. Parts that no statement tells (<see cref="PartTelling"/>) are named in a note; where
/// none has an answer, the whole is declined.
/// </summary>
internal static class PartsDraft
{
    public const int Most = 5;
    private const int MostNearest = 3;

    public static AnswerDraft Of(IReadOnlyList<AnsweredPart> parts)
    {
        var answered = parts.Where(part => part.IsAnswered).Select(part => part.Draft).ToList();
        if (answered.Count == 0)
            return AnswerDraft.DeclineWith(Reason(parts), Nearest(parts));
        var statements = Statements(answered);
        return new AnswerDraft
        {
            Statements = statements,
            ShortAnswer = answered[0].ShortAnswer,
            Date = answered.Select(draft => draft.Date).FirstOrDefault(date => date is not null),
            Speaker = answered.Select(draft => draft.Speaker).FirstOrDefault(speaker => speaker is not null),
            Notes = [.. answered.SelectMany(draft => draft.Notes).Distinct(StringComparer.Ordinal), .. NotFound(parts, statements)],
        };
    }

    private static List<DraftStatement> Statements(IReadOnlyList<AnswerDraft> answered)
    {
        var shown = new List<string>();
        var chosen = answered.Select(_ => new List<DraftStatement>()).ToList();
        var left = answered.Select(draft => new Queue<DraftStatement>(ShortForm.WithSentence(draft.Statements))).ToList();
        for (var round = 0; round < 2; round++)
            for (var part = 0; part < answered.Count && chosen.Sum(statements => statements.Count) < Most; part++)
                if ((round == 0 || answered[part].ShortAnswer is null) && Next(left[part], shown) is { } statement)
                    chosen[part].Add(statement);
        return [.. chosen.SelectMany(statements => statements)];
    }

    /// <summary>The next that says anything new; of a short answer whose sentence stands there already the short answer alone.</summary>
    private static DraftStatement? Next(Queue<DraftStatement> left, List<string> shown)
    {
        while (left.TryDequeue(out var statement))
        {
            var brief = ShortForm.Of(statement);
            if (IsNew(brief is null ? statement.Text : ShortForm.SentenceOf(statement), shown))
                return statement;
            if (brief is not null && IsNew(brief.Text, shown))
                return brief;
        }

        return null;
    }

    /// <summary>A sentence with its dateline is no other than the one without.</summary>
    private static bool IsNew(string text, List<string> shown)
    {
        if (shown.Exists(other => other.Contains(text, StringComparison.Ordinal) || text.Contains(other, StringComparison.Ordinal)))
            return false;
        shown.Add(text);
        return true;
    }

    private static IEnumerable<string> NotFound(IReadOnlyList<AnsweredPart> parts, List<DraftStatement> shown)
    {
        var missing = parts.Where(part => !part.IsAnswered && !PartTelling.IsToldBy(part.Part, shown)).ToList();
        if (missing.Count > 0)
            yield return $"Not found in the articles: {string.Join("; ", missing.Select(part => part.Part.Words))}.";
    }

    private static string Reason(IReadOnlyList<AnsweredPart> parts)
    {
        var reasons = parts.Select(part => part.Draft.Decline).Distinct(StringComparer.Ordinal).ToList();
        return reasons is [{ } same] ? same : "I found nothing in the articles that answers this.";
    }

    /// <summary>The nearest articles of all parts, the first of each before the second of any.</summary>
    private static List<ArticleHeader> Nearest(IReadOnlyList<AnsweredPart> parts) =>
    [
        .. parts.SelectMany(part => part.Draft.Nearest.Index())
            .OrderBy(entry => entry.Index)
            .Select(entry => entry.Item)
            .DistinctBy(header => header.Id)
            .Take(MostNearest),
    ];
}
