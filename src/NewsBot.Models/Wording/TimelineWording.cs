using NewsBot.Core.Answering;
using NewsBot.Models.Evidence;

namespace NewsBot.Models.Wording;

/// <summary>
/// Events of a timeline: each keeps its place and its date, which code found; only its sentence may be worded anew. An
/// event that the model leaves out, or words wrongly, keeps the article's sentence.
/// </summary>
internal static class TimelineWording
{
    public static void Add(NumberedEvidence evidence, AnswerDraft draft)
    {
        foreach (var statement in draft.Statements)
            foreach (var cited in statement.Evidence)
                evidence.TryAdd(cited.Article, cited.Span, _ => false, LabelOf(statement).Trim().Trim('[', ']'));
    }

    /// <summary>The date of the event that a statement tells of.</summary>
    public static string Label(AnswerDraft draft, NumberedEvidence evidence, WrittenStatement written) =>
        draft.Statements.FirstOrDefault(statement => IsOf(statement, evidence, written.Evidence)) is { } told ? LabelOf(told) : "";

    public static AnswerDraft Apply(AnswerDraft draft, NumberedEvidence evidence, IReadOnlyList<(DraftStatement Statement, IReadOnlyList<int> Numbers)> kept) => draft with
    {
        Statements =
        [
            .. draft.Statements.Select(statement => kept.FirstOrDefault(written => IsOf(statement, evidence, written.Numbers)).Statement is { } worded
                ? worded with { Evidence = statement.Evidence }
                : statement),
        ],
    };

    private static bool IsOf(DraftStatement statement, NumberedEvidence evidence, IReadOnlyList<int> numbers) =>
        statement.Evidence.Count > 0 && numbers.Count > 0 && evidence.NumberAt(statement.Evidence[0].Article, statement.Evidence[0].Span) == numbers[0];

    /// <summary>"[early 2023] " of "[early 2023] He recalled ...".</summary>
    private static string LabelOf(DraftStatement statement) =>
        statement.Text.StartsWith('[') && statement.Text.IndexOf("] ", StringComparison.Ordinal) is > 0 and var end ? statement.Text[..(end + 2)] : "";
}
