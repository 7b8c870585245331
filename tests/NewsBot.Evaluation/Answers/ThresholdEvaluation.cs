using System.Text.Json;
using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Sources.Files;

namespace NewsBot.Evaluation.Answers;

/// <summary>
/// The trade of right answers, wrong answers and declines over the strictness of <see cref="ExtractiveWriter"/>: free
/// questions with and without an answer, over the articles that they are about. The data is the repository: its golden
/// questions and <c>seeds</c>.
/// </summary>
internal sealed class ThresholdEvaluation : IEvaluation
{
    private static readonly double[] Strictness = [0, 0.5, 0.8, 0.9, 1, 1.1, 1.2, 1.3];

    public string Name => "thresholds";

    public async Task<EvaluationReport> RunAsync(string data, CancellationToken cancellationToken)
    {
        var articles = new List<AnalyzedArticle>();
        await foreach (var item in new FileSourceReader(new FileSourceOptions()).ReadAsync([Path.Combine(data, "seeds")], cancellationToken))
            if (item.Article is { } article)
                articles.Add(ArticleAnalyzer.Analyze(article));
        using var corpus = await EvaluationCorpus.BuildAsync(articles, cancellationToken);
        var archive = await ArchiveNames.ReadAsync(corpus.Snapshot, cancellationToken);
        var asked = new List<(AnswerRequest Request, bool Answerable, IReadOnlyList<string> Answers)>();
        await foreach (var line in EvaluationLines.ReadAsync(Path.Combine(data, "tests/NewsBot.EndToEnd.Tests/Golden/questions.jsonl"), cancellationToken))
            if (line.Text("command") == "ask")
                asked.Add(await RequestAsync(line, corpus.Snapshot, archive, cancellationToken));

        var scores = new List<Score>();
        foreach (var strictness in Strictness)
            scores.AddRange(await TradeAsync(strictness, asked, cancellationToken));
        return new EvaluationReport("Right answers against wrong answers against declines", scores, []);
    }

    private static async Task<(AnswerRequest, bool, IReadOnlyList<string>)> RequestAsync(JsonElement line, ICorpusSnapshot corpus, ArchiveNames archive, CancellationToken cancellationToken)
    {
        var now = line.Text("now") is { Length: > 0 } text ? DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : TimeProvider.System.GetUtcNow();
        var question = QuestionParser.Parse(line.Text("text"), now, ArticleFilter.All, archive);
        var found = await Retriever.FindAsync(question, corpus, Retriever.DefaultCount, cancellationToken);
        return (new AnswerRequest(question, found.Evidence, corpus) { Copies = found.Copies }, line.GetProperty("answerable").GetBoolean(), line.Texts("contains"));
    }

    private static async Task<IEnumerable<Score>> TradeAsync(
        double strictness, List<(AnswerRequest Request, bool Answerable, IReadOnlyList<string> Answers)> asked, CancellationToken cancellationToken)
    {
        var (right, wrong, declined, rightly, baseless) = (0, 0, 0, 0, 0);
        foreach (var (request, answerable, answers) in asked)
        {
            var draft = await new ExtractiveWriter(strictness).WriteAsync(request, cancellationToken);
            var isRight = answers.Any(answer => draft.Statements.Any(statement => statement.Text.Contains(answer, StringComparison.OrdinalIgnoreCase)));
            if (draft.Statements.Count == 0)
                (declined, rightly) = answerable ? (declined + 1, rightly) : (declined, rightly + 1);
            else if (!answerable)
                baseless++;
            else
                (right, wrong) = isRight ? (right + 1, wrong) : (right, wrong + 1);
        }

        var (with, without) = (right + wrong + declined, rightly + baseless);
        return [new($"strictness {strictness:0.0}: answerable right", (double)right / with, null, $"wrong {wrong}, declined {declined} of {with}; unanswerable declined {rightly} of {without}")];
    }
}
