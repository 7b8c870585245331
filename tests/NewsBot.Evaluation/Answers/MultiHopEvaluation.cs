using NewsBot.Core.Answering;
using NewsBot.Core.Answering.Extractive;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;

namespace NewsBot.Evaluation.Answers;

/// <summary>
/// Questions that need several facts (MultiHop-RAG, Tang and Yang 2024), over the evidence facts as articles of one
/// sentence. Measures the ranking of the facts (<see cref="RankingScore"/>) over the questions that have an answer, the
/// share of unanswerable questions that is declined, and the share of the answerable that is.
/// </summary>
internal sealed class MultiHopEvaluation : IEvaluation
{
    private static readonly DateTimeOffset Now = new(2024, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public string Name => "multihop";

    public async Task<EvaluationReport> RunAsync(string data, CancellationToken cancellationToken)
    {
        var articles = new List<AnalyzedArticle>();
        await foreach (var fact in EvaluationLines.ReadAsync(Path.Combine(data, "facts.jsonl"), cancellationToken))
            articles.Add(EvaluationCorpus.Article(fact.Text("id"), fact.Text("title"), fact.Text("fact"), fact.Text("source"), fact.Text("url"), EvaluationCorpus.Day(fact.Text("published"))));
        using var built = await EvaluationCorpus.BuildAsync(articles, cancellationToken);
        var corpus = built.Snapshot;
        var archive = await ArchiveNames.ReadAsync(corpus, cancellationToken);

        var ranking = new RankingScore();
        var declines = new Dictionary<bool, (int Declined, int Asked)> { [true] = (0, 0), [false] = (0, 0) };
        var misses = new List<string>();
        var number = 0;
        foreach (var file in Directory.GetFiles(data, "queries.*.jsonl").Order(StringComparer.Ordinal))
            await foreach (var query in EvaluationLines.ReadAsync(file, cancellationToken))
            {
                var gold = query.Texts("evidence");
                var question = QuestionParser.Parse(query.Text("question"), Now, ArticleFilter.All, archive);
                var found = await Retriever.FindAsync(question, corpus, Retriever.DefaultCount, cancellationToken);
                var draft = await new ExtractiveWriter().WriteAsync(new AnswerRequest(question, found.Evidence, corpus) { Copies = found.Copies }, cancellationToken);
                var answerable = query.Text("type") != "null_query";
                var declined = draft.Statements.Count == 0;
                declines[answerable] = (declines[answerable].Declined + (declined ? 1 : 0), declines[answerable].Asked + 1);
                var ranked = found.Evidence.Select(item => item.Article.Article.Id.Value).ToList();
                if (answerable)
                    ranking.Add(ranked, gold.ToHashSet());
                var shown = number++ % 2 == 0;
                if (shown && declined == answerable)
                    misses.Add($"{(answerable ? "declined" : "answered")} {query.Text("id")}: {query.Text("question")} {Parts(question)} {draft.Decline}");
                else if (shown && answerable && gold.Except(ranked.Take(10)).Any())
                    misses.Add($"ranking {query.Text("id")}: {gold.Except(ranked.Take(10)).Count()} of {gold.Count} not found: {query.Text("question")} {Parts(question)}");
            }

        return new EvaluationReport("MultiHop-RAG facts", [.. ranking.Scores(), Share("unanswerable declined", declines[false], 0.95), Share("answerable declined", declines[true], 0.08)], misses);
    }

    private static Score Share(string name, (int Declined, int Asked) counts, double bar) =>
        new(name, counts.Asked == 0 ? 0 : (double)counts.Declined / counts.Asked, bar, $"{counts.Declined} of {counts.Asked}");

    private static string Parts(Question question) =>
        $"[{question.Kind}; names {string.Join(", ", question.Names.Select(name => name.Text))}; outlets {string.Join(", ", question.Outlets)}; unknown {string.Join(", ", question.UnknownOutlets)}; terms {string.Join(' ', question.Terms)}]";
}
