using System.Text.RegularExpressions;
using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Gate;
using NewsBot.Core.Text;
using NewsBot.Models.Evidence;

namespace NewsBot.Models.Wording;

/// <summary>Statements of a model that the gate lets through.</summary>
/// <param name="Kept">What it lets through, each with the numbers it rests on.</param>
/// <param name="Written">How many there were.</param>
internal sealed partial record CheckedStatements(IReadOnlyList<(DraftStatement Statement, IReadOnlyList<int> Numbers)> Kept, int Written)
{
    [GeneratedRegex(@"[a-z][a-z0-9+.-]*://|\bwww\.|\]\(|\b[a-z0-9-]+\.(?:com|org|net|io|info|example|ru|cn|de|uk)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    /// <summary>Whether so much of what was written holds that the rest can be trusted to make sense.</summary>
    public bool IsEnough => Kept.Count > 0 && Kept.Count * 2 >= Written;

    /// <param name="written">What the model wrote.</param>
    /// <param name="evidence">What it was given.</param>
    /// <param name="prefix">What each statement begins with besides: for an event its date.</param>
    /// <param name="gate">The gate that the whole answer passes again.</param>
    public static CheckedStatements Of(
        IReadOnlyList<WrittenStatement> written, NumberedEvidence evidence, Func<WrittenStatement, string>? prefix, AnswerGate gate)
    {
        var drafts = written
            .Where(statement => !Address().IsMatch(statement.Text)) // A model is never shown an address, so any it writes is made up.
            .Select(statement => (Statement: Draft(statement, evidence, prefix?.Invoke(statement) ?? ""), Numbers: statement.Evidence))
            .Where(draft => draft.Statement.Evidence.Count > 0)
            .DistinctBy(draft => draft.Statement.Text)
            .ToList();
        var passed = gate.Passing([.. drafts.Select(draft => draft.Statement)]).ToHashSet(ReferenceEqualityComparer.Instance);
        return new CheckedStatements([.. drafts.Where(draft => passed.Contains(draft.Statement))], written.Count);
    }

    /// <summary>What stands in the article as a whole sentence is an extract; all else are the model's words.</summary>
    private static DraftStatement Draft(WrittenStatement written, NumberedEvidence evidence, string prefix)
    {
        var spans = evidence.Resolve(written.Evidence);
        var folded = Typography.Fold(written.Text);
        var isExtract = prefix.Length == 0 && spans.Any(span => span.Article.Analysis.Sentences.Any(
            sentence => span.Span.Contains(sentence.Span) && Typography.Fold(span.Article.WithoutDateline(sentence.Span).Of(span.Article.Article.Text)) == folded));
        return new DraftStatement(prefix + written.Text, isExtract ? StatementKind.Extract : StatementKind.Paraphrase, spans);
    }
}
