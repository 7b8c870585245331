using System.Text;
using System.Text.Json;

namespace NewsBot.Evaluation;

/// <summary>Measures the quality of one part of the bot over one data set.</summary>
internal interface IEvaluation
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <param name="data">The folder of the data set.</param>
    Task<EvaluationReport> RunAsync(string data, CancellationToken cancellationToken);
}

/// <param name="Name">The measure, as in the table of bars.</param>
/// <param name="Value">Its value.</param>
/// <param name="Bar">What it should reach; null where no bar is set.</param>
/// <param name="Note">Counts behind it, or how it is defined.</param>
internal sealed record Score(string Name, double Value, double? Bar = null, string? Note = null);

/// <summary>Scores, and samples of what went wrong with their causes.</summary>
internal sealed record EvaluationReport(string Title, IReadOnlyList<Score> Scores, IReadOnlyList<string> Misses)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string ToMarkdown()
    {
        var markdown = new StringBuilder().Append("# ").AppendLine(Title).AppendLine()
            .AppendLine("| measure | value | bar | note |").AppendLine("|---|---|---|---|");
        foreach (var score in Scores)
            markdown.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"| {score.Name} | {score.Value:0.###} | {score.Bar:0.##} | {score.Note} |");
        if (Misses.Count > 0)
            markdown.AppendLine().AppendLine("## Misses").AppendLine();
        foreach (var miss in Misses)
            markdown.Append("- ").AppendLine(miss);
        return markdown.ToString();
    }
}
