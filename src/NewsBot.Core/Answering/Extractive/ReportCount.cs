using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>Counts the independent reports on what is asked about: copies of one story count once.</summary>
internal static class ReportCount
{
    private const double LeastShare = 0.6;

    public static string Of(AnswerRequest request, Sufficiency sufficiency)
    {
        var weights = new QuestionWeights(request.Question, request.Snapshot);
        var stories = request.Evidence
            .Select(item => item.Article.Article)
            .DistinctBy(article => article.Id)
            .ExceptBy(request.Copies.Values.SelectMany(carried => carried).Select(copy => copy.Id), article => article.Id)
            .Where(article =>
            {
                var terms = Tokenizer.Tokenize(article.Title + "\n" + article.Text).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
                return weights.Share(term => QuestionWeights.Says(terms, term) ? 1 : 0) >= Math.Max(LeastShare, sufficiency.NeededContext);
            })
            .ToList();
        var copies = stories.Sum(article => request.Copies.TryGetValue(article.Id, out var carried) ? carried.Count : 0);
        var reports = stories.Count == 1 ? "one independent report" : $"{stories.Count} independent reports";
        return copies == 0 ? $"I count {reports}." : $"I count {reports}; {(copies == 1 ? "one more is a copy" : $"{copies} more are copies")}.";
    }
}
