namespace NewsBot.Evaluation.Gate;

/// <summary>
/// The support score over the human judgements of QAGS (Wang et al. 2020): sentences of machine summaries against the whole
/// article. Pearson's r is that of the papers: the mean score of a summary's sentences with the mean of their votes.
/// </summary>
internal sealed class QagsEvaluation : IEvaluation
{
    public string Name => "qags";

    public async Task<EvaluationReport> RunAsync(string data, CancellationToken cancellationToken)
    {
        var articles = await GateData.ReadAsync<QagsArticle>(data, "articles.", cancellationToken);
        var claims = articles.SelectMany(article => article.Summary_Sentences.Select((sentence, at) =>
            new LabelledClaim($"{article.Id}.{at}", article.Corpus, sentence.Sentence, [[article.Article]], sentence.Supported))).ToList();
        var features = Environment.GetEnvironmentVariable("NEWSBOT_FEATURES");
        if (features is not null)
            await File.WriteAllLinesAsync(features, ClaimScores.Features(claims), cancellationToken);
        var report = ClaimScores.Report("Support over QAGS", claims, 0.75);
        return report with
        {
            Scores =
            [
                .. report.Scores,
                .. articles.GroupBy(article => article.Corpus).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new Score($"{group.Key}: Pearson r of summaries", Pearson([.. group]))),
            ],
        };
    }

    private static double Pearson(IReadOnlyList<QagsArticle> articles)
    {
        var points = articles.Select(article => (
            X: article.Summary_Sentences.Average(sentence => Core.Answering.Gate.Support.SupportScore.Of(sentence.Sentence, [article.Article])),
            Y: article.Summary_Sentences.Average(sentence => (double)sentence.Votes_Yes / sentence.Votes))).ToList();
        var (x, y) = (points.Average(point => point.X), points.Average(point => point.Y));
        return points.Sum(point => (point.X - x) * (point.Y - y)) / Math.Sqrt(points.Sum(point => (point.X - x) * (point.X - x)) * points.Sum(point => (point.Y - y) * (point.Y - y)));
    }

    private sealed record QagsArticle(string Id, string Corpus, string Article, IReadOnlyList<QagsSentence> Summary_Sentences);

    private sealed record QagsSentence(string Sentence, int Votes_Yes, int Votes, bool Supported);
}
