
namespace NewsBot.Core.Answering.Gate;

/// <summary>
/// The rules that a statement must keep. In order: it names evidence that exists; links are the store's; what stands in
/// quotation marks is verbatim; an extract is verbatim but for bracketed explanations; and in the bot's own words every
/// number and name is found in the evidence, nothing is negated that the evidence does not negate, and most content
/// words are supported.
/// </summary>
internal static class StatementCheck
{
    /// <returns>Why the statement may not go out; null when it may.</returns>
    public static string? Rejection(DraftStatement statement)
    {
        if (string.IsNullOrWhiteSpace(statement.Text))
            return "empty";
        if (statement.Evidence.Count == 0)
            return "no evidence";
        foreach (var evidence in statement.Evidence)
            if (evidence.Span.IsEmpty || evidence.Span.Start < 0 || evidence.Span.End > evidence.Article.Article.Text.Length)
                return "evidence outside the article";

        var ground = new Ground(statement.Evidence);
        return LinkCheck.Rejection(statement.Text, ground)
            ?? QuotationCheck.Rejection(statement, ground)
            ?? (statement.Kind == StatementKind.Extract ? ExtractCheck.Rejection(statement.Text, ground) : null)
            ?? (statement.Kind != StatementKind.Extract ? WordingCheck.Rejection(statement.Text, ground) : null);
    }
}
