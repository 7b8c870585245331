using System.Text.RegularExpressions;
using NewsBot.Core.Answering;
using NewsBot.Core.Text;

namespace NewsBot.Tests.Models;

/// <summary>What holds for every answer, whoever wrote it.</summary>
internal static partial class Soundness
{
    [GeneratedRegex("[\"“](?<words>[^\"“”]+)[\"”]")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"://|www\.|\]\(|evil", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    /// <summary>Numbers dense and used, quotations verbatim, no links.</summary>
    public static void Holds(Answer answer)
    {
        Assert.NotEqual(AnswerStatus.Error, answer.Status);
        Assert.Equal(Enumerable.Range(1, answer.Citations.Count), answer.Citations.Select(citation => citation.Number));
        Assert.Equal(answer.Citations.Select(citation => citation.Number), answer.Statements.SelectMany(statement => statement.Citations).Distinct().Order());
        foreach (var statement in answer.Statements)
        {
            Assert.NotEmpty(statement.Citations);
            Assert.DoesNotMatch(Link(), statement.Text);
            Assert.DoesNotMatch(@"\[\d+\]", statement.Text);
            var cited = statement.Citations.Select(number => Typography.Fold(answer.Citations[number - 1].Passage)).ToList();
            foreach (Match quotation in Quotation().Matches(statement.Text))
            {
                var words = Typography.Fold(quotation.Groups["words"].Value).TrimEnd(',', '.', ' ');
                Assert.Contains(cited, passage => passage.Contains(words, StringComparison.Ordinal));
            }
        }
    }

    public static bool IsNoted(Answer answer) => answer.Notes.Any(note => note.Contains("language model", StringComparison.OrdinalIgnoreCase));

    public static string Words(Answer answer) => string.Join('\n', answer.Statements.Select(statement => statement.Text));
}
