using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Answering.Gate;
using NewsBot.Evaluation;
using NewsBot.Evaluation.Answers;
using NewsBot.Evaluation.Gate;
using NewsBot.Evaluation.Gate.Adversarial;
using NewsBot.Evaluation.Gate.Fuzzing;

namespace NewsBot.Tests.Gate;

/// <summary>The evaluations of the gate in small, over the shipped articles. The floors hold what was reached; they only ever rise.</summary>
public sealed class AdversarialFloorTests
{
    [Fact]
    public async Task Harmful_edits_are_dropped_and_faithful_rewordings_kept()
    {
        var articles = await AdversarialArticles.ReadAsync(Path.Combine(Repository.Root, "seeds"), CancellationToken.None);
        var report = AdversarialEvaluation.Measure(articles, mostOfKind: 120);
        var harmful = Score(report, "harmful let through");
        var faithful = Score(report, "faithful dropped");
        Assert.True(harmful <= 0.01, $"{harmful:0.000} of the harmful edits were let through:\n{string.Join('\n', report.Misses)}");
        Assert.True(faithful <= 0.05, $"{faithful:0.000} of the faithful rewordings were dropped:\n{string.Join('\n', report.Misses)}");
        Assert.All(report.Scores.Where(score => score.Name.StartsWith("harmful let through: ", StringComparison.Ordinal)), score => Assert.True(score.Value <= 0.07, $"{score.Name}: {score.Note}"));
    }

    [Fact]
    public async Task What_random_drafts_leave_is_shown_with_true_citations_quotes_and_addresses()
    {
        var random = new Random(11);
        var articles = HostileArticles.Make(random, 20);
        using var corpus = await EvaluationCorpus.BuildAsync(articles, CancellationToken.None);
        var gate = new AnswerGate(NullLogger<AnswerGate>.Instance);
        var drafts = new RandomDrafts(articles, random);
        var check = new RenderingCheck(articles);
        for (var i = 0; i < 400; i++)
            check.Look(gate.Check(drafts.Next(), corpus.Snapshot));
        Assert.True(check.Statements > 100, "hardly anything went out");
        Assert.True(check is { Dangling: 0, NotVerbatim: 0, ForeignLinks: 0 }, string.Join('\n', check.Samples));
    }

    private static double Score(EvaluationReport report, string name) => report.Scores.Single(score => score.Name == name).Value;
}
