namespace NewsBot.Evaluation.Gate;

/// <summary>
/// The support score over WiCE (Kamoi et al. 2023): claims of Wikipedia against cited web pages, "supported" against
/// "partially supported" and "not supported", with the gold sentences as evidence. A claim that nothing supports has none;
/// a second score gives those the ten sentences of the page that share most words with them.
/// </summary>
internal sealed class WiceEvaluation : IEvaluation
{
    private const int Retrieved = 10;

    public string Name => "wice";

    public async Task<EvaluationReport> RunAsync(string data, CancellationToken cancellationToken)
    {
        var items = await GateData.ReadAsync<WiceItem>(data, "claims.", cancellationToken);
        var claims = items.ConvertAll(item => Claim(item, withRetrieval: true));
        var features = Environment.GetEnvironmentVariable("NEWSBOT_FEATURES");
        if (features is not null)
            await File.WriteAllLinesAsync(features, ClaimScores.Features(claims), cancellationToken);
        var report = ClaimScores.Report("Support over WiCE, gold evidence; unsupported claims with the nearest sentences", claims, 0.80);
        var empty = ClaimScores.Report("", items.ConvertAll(item => Claim(item, withRetrieval: false)), 0.80);
        var partial = ClaimScores.Report("", [.. items.Where(item => item.Label != "not_supported").Select(item => Claim(item, false))], 0.80);
        return report with
        {
            Scores =
            [
                .. report.Scores,
                .. empty.Scores.Take(2).Select(score => score with { Name = "unsupported claims without evidence: " + score.Name }),
                .. partial.Scores.Take(1).Select(score => score with { Name = "supported against partially supported: " + score.Name, Bar = null }),
            ],
        };
    }

    private static LabelledClaim Claim(WiceItem item, bool withRetrieval)
    {
        var sets = item.Supporting_Sentences.Where(set => set.Count > 0).Select(set => (IReadOnlyList<string>)[.. set.Select(index => item.Evidence[index])]).ToList();
        if (sets.Count == 0 && withRetrieval)
            sets.Add([.. item.Evidence.Select((sentence, at) => (sentence, at, Shared: NearestSentences.Shared(item.Claim, sentence))).OrderByDescending(pair => pair.Shared).Take(Retrieved).OrderBy(pair => pair.at).Select(pair => pair.sentence)]);
        if (sets.Count == 0)
            sets.Add([]);
        return new LabelledClaim(item.Id, "all", item.Claim, sets, item.Label == "supported");
    }

    private sealed record WiceItem(string Id, string Claim, string Label, IReadOnlyList<IReadOnlyList<int>> Supporting_Sentences, IReadOnlyList<string> Evidence);
}
