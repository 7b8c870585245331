using System.Text.Json;
using NewsBot.Evaluation;
using NewsBot.Evaluation.Answers;
using NewsBot.Evaluation.Dates;
using NewsBot.Evaluation.Feeds;
using NewsBot.Evaluation.Gate;
using NewsBot.Evaluation.Pages;
using NewsBot.Evaluation.Polnear;
using NewsBot.Evaluation.Stories;

// newsbot-evaluation NAME DATA [--out DIR]: runs one evaluation over one data set and writes NAME.md and NAME.json.
IEvaluation[] evaluations =
[
    new AdversarialEvaluation(),
    new EventDateEvaluation(),
    new FeedsEvaluation(),
    new HtmlBodyEvaluation(),
    new HtmlDatesEvaluation(),
    new HtmlMetadataEvaluation(),
    new FuzzEvaluation(),
    new MultiHopEvaluation(),
    new PolnearEvaluation(),
    new QagsEvaluation(),
    new RealTimeQaEvaluation(),
    new StoryEvaluation(),
    new ThresholdEvaluation(),
    new WiceEvaluation(),
    new WikiWarsEvaluation(),
];

if (args.Length < 2 || evaluations.FirstOrDefault(e => e.Name == args[0]) is not { } evaluation)
{
    Console.Error.WriteLine("usage: NewsBot.Evaluation NAME DATA [--out DIR]\nnames: " + string.Join(", ", evaluations.Select(e => e.Name)));
    return 2;
}

var report = await evaluation.RunAsync(args[1], CancellationToken.None);
var outIndex = Array.IndexOf(args, "--out");
if (outIndex > 0 && outIndex + 1 < args.Length)
{
    Directory.CreateDirectory(args[outIndex + 1]);
    await File.WriteAllTextAsync(Path.Combine(args[outIndex + 1], evaluation.Name + ".md"), report.ToMarkdown());
    await File.WriteAllTextAsync(Path.Combine(args[outIndex + 1], evaluation.Name + ".json"), JsonSerializer.Serialize(report, EvaluationReport.Json));
}

Console.WriteLine(report.ToMarkdown());
return 0;
