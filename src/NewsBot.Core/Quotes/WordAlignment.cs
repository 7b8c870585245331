namespace NewsBot.Core.Quotes;

/// <summary>
/// Aligns all asked words with the stretch of said words that they differ least from (semi-global alignment after Sellers
/// 1980): words before and behind the stretch cost nothing, every word changed, added or dropped costs 1.
/// Takes time and memory in proportion to the product of both lengths.
/// </summary>
internal static class WordAlignment
{
    /// <summary>A pair of aligned words; -1 on one side means that the other has no partner.</summary>
    internal readonly record struct Step(int Asked, int Said);

    public static (int Cost, List<Step> Steps) Align(IReadOnlyList<FoldedWord> asked, IReadOnlyList<FoldedWord> said)
    {
        int rows = asked.Count, columns = said.Count;
        var costs = new int[rows + 1, columns + 1];
        for (var row = 1; row <= rows; row++)
        {
            costs[row, 0] = row;
            for (var column = 1; column <= columns; column++)
            {
                var change = costs[row - 1, column - 1] + (AreOne(asked[row - 1].Text, said[column - 1].Text) ? 0 : 1);
                costs[row, column] = Math.Min(change, Math.Min(costs[row - 1, column], costs[row, column - 1]) + 1);
            }
        }

        // Of equal ends the first that pairs the last word is taken, so that a changed last word is not read as an added one.
        var end = 0;
        for (var column = 1; column <= columns; column++)
            if (costs[rows, column] < costs[rows, end] || (costs[rows, column] == costs[rows, end] && Pairs(column) && !Pairs(end)))
                end = column;
        bool Pairs(int column) => rows > 0 && column > 0 && costs[rows, column] == costs[rows - 1, column - 1] + (AreOne(asked[rows - 1].Text, said[column - 1].Text) ? 0 : 1);
        return (costs[rows, end], Trace(asked, said, costs, end));
    }

    public static bool AreOne(string a, string b) => a.Equals(b, StringComparison.Ordinal) || TypingSlip.IsOne(a, b);

    private static List<Step> Trace(IReadOnlyList<FoldedWord> asked, IReadOnlyList<FoldedWord> said, int[,] costs, int end)
    {
        var steps = new List<Step>();
        int row = asked.Count, column = end;
        while (row > 0)
        {
            if (column > 0 && costs[row, column] == costs[row - 1, column - 1] + (AreOne(asked[row - 1].Text, said[column - 1].Text) ? 0 : 1))
                steps.Add(new Step(--row, --column));
            else if (costs[row, column] == costs[row - 1, column] + 1)
                steps.Add(new Step(--row, -1));
            else
                steps.Add(new Step(-1, --column));
        }

        steps.Reverse();
        return steps;
    }
}
