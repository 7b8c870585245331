using System.Text.RegularExpressions;

namespace NewsBot.Core.Answering;

/// <summary>Reads and writes short answers in bold: "**12**" alone, or before the sentence that has it: "**12**: The correct number is 12."</summary>
public static partial class ShortForm
{
    [GeneratedRegex(@"^\*\*(?<brief>[^*\n]+)\*\*(?::\s*(?<sentence>.+))?$", RegexOptions.Singleline)]
    private static partial Regex Pattern();

    /// <summary>The short answer of a statement, as a statement of its own; null where it opens with none.</summary>
    public static DraftStatement? Of(DraftStatement statement) =>
        statement.Kind == StatementKind.Paraphrase && Pattern().Match(statement.Text) is { Success: true } match
            ? statement with { Text = $"**{match.Groups["brief"].Value}**" }
            : null;

    /// <summary>The words in bold that a statement opens with; null without any.</summary>
    public static string? BriefOf(Statement statement) =>
        statement.Kind == StatementKind.Paraphrase && Pattern().Match(statement.Text) is { Success: true } match ? match.Groups["brief"].Value : null;

    /// <summary>The sentence behind the short answer; the statement itself where there is none.</summary>
    public static string SentenceOf(DraftStatement statement) =>
        Pattern().Match(statement.Text) is { Success: true } match && match.Groups["sentence"].Success ? match.Groups["sentence"].Value : statement.Text;

    /// <summary>The same statements, where a short answer stands alone before a sentence the two in one.</summary>
    public static IEnumerable<DraftStatement> WithSentence(IReadOnlyList<DraftStatement> statements)
    {
        if (statements is not [var brief, { Kind: StatementKind.Extract } sentence, ..] || Of(brief)?.Text != brief.Text)
            return statements;
        var joined = new DraftStatement($"{brief.Text}: {sentence.Text}", StatementKind.Paraphrase, [.. sentence.Evidence.Concat(brief.Evidence).Distinct()]);
        return statements.Skip(2).Prepend(joined);
    }
}
