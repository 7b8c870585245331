using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Answering.Gate;
using NewsBot.Evaluation.Answers;
using NewsBot.Evaluation.Gate.Fuzzing;

namespace NewsBot.Evaluation.Gate;

/// <summary>
/// Random drafts over hostile articles, through the gate and all renderers: no citation that does not resolve, no quote that is not
/// verbatim, no address that the store does not have. The data folder may hold anything; its articles are not used.
/// </summary>
internal sealed class FuzzEvaluation : IEvaluation
{
    private const int Drafts = 10_000;
    private const int Articles = 60;

    public string Name => "gate-fuzz";

    public async Task<EvaluationReport> RunAsync(string data, CancellationToken cancellationToken)
    {
        var random = new Random(7);
        var articles = HostileArticles.Make(random, Articles);
        using var corpus = await EvaluationCorpus.BuildAsync(articles, cancellationToken);
        var gate = new AnswerGate(NullLogger<AnswerGate>.Instance);
        var drafts = new RandomDrafts(articles, random);
        var check = new RenderingCheck(articles);
        var (offered, answered) = (0, 0);
        for (var i = 0; i < Drafts; i++)
        {
            var draft = drafts.Next();
            var answer = gate.Check(draft, corpus.Snapshot);
            offered += draft.Statements.Count;
            answered += answer.Statements.Count > 0 ? 1 : 0;
            check.Look(answer);
        }

        return new EvaluationReport(
            "Random drafts over hostile articles, as all front ends show them",
            [
                new Score("citations that do not resolve", check.Dangling, 0),
                new Score("quotes that are not verbatim", check.NotVerbatim, 0),
                new Score("addresses that the store does not have", check.ForeignLinks, 0),
                new Score("drafts", Drafts, 10_000, $"{answered} with statements left"),
                new Score("statements that went out", check.Statements, null, $"of {offered}"),
                new Score("renderings", check.Renderings, null, "console, and pages for Discord"),
            ],
            [.. check.Samples.Take(40)]);
    }
}
