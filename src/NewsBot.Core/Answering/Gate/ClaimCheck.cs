using NewsBot.Core.Answering.Gate.Support;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Gate;

/// <summary>What the gate makes of a claim.</summary>
/// <param name="Score"><see cref="SupportScore"/> of the claim, in [0, 1].</param>
/// <param name="Rejection">The first rule that it breaks; null where it may go out.</param>
public sealed record ClaimVerdict(double Score, Rejection? Rejection);

/// <summary>Checks any claim against any sentences, as the gate checks a statement in the bot's own words against the places that it cites.</summary>
public static class ClaimCheck
{
    /// <param name="claim">One or a few sentences.</param>
    /// <param name="evidence">The sentences that are to bear it out; they are read as one text, one paragraph for each.</param>
    /// <param name="published">The day that relative dates of both are resolved against.</param>
    public static ClaimVerdict Check(string claim, IReadOnlyList<string> evidence, DateOnly published)
    {
        var told = evidence.Where(sentence => !string.IsNullOrWhiteSpace(sentence)).ToList();
        var score = SupportScore.Of(claim, told);
        if (told.Count == 0)
            return new ClaimVerdict(0, new Rejection(RejectionReason.NoEvidence, "no evidence"));
        var text = string.Join("\n\n", told);
        var article = ArticleAnalyzer.Analyze(new Article
        {
            Id = new ArticleId("claim"),
            Title = "",
            Text = text,
            Source = "",
            Published = PublicationTime.OnDay(published),
            Origin = "claim",
            ContentHash = "",
        });
        var statement = new DraftStatement(claim, StatementKind.Paraphrase, [new EvidenceSpan(article, new TextSpan(0, text.Length))]);
        return new ClaimVerdict(score, StatementCheck.Rejection(statement));
    }
}
