using NewsBot.Core.Answering;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval;

namespace NewsBot.Evaluation.Gate.Fuzzing;

/// <summary>Drafts as a careless or hostile writer could make them: true sentences, changed ones, invented quotes, addresses and numbers, evidence that is not there.</summary>
internal sealed class RandomDrafts(IReadOnlyList<AnalyzedArticle> articles, Random random)
{
    private static readonly string[] Invented =
        ["https://invented.example/x", "[click](https://invented.example)", "www.invented.example", "[7]", "[99]", "“We give up”", "\"never again\"", "«jamais»", "**bold**", "@everyone", "HTTPS://INVENTED.EXAMPLE", "“", "\"", "](https://invented.example)", "「終わり」", "not", "12", "\u202E", "ftp://invented.example/a"];

    public AnswerDraft Next()
    {
        if (random.Next(25) == 0)
            return AnswerDraft.DeclineWith("I found nothing.", [.. articles.Take(random.Next(1, 4)).Select(article => ArticleHeader.Of(article.Article))]);
        var statements = Enumerable.Range(0, random.Next(1, 9)).Select(_ => Statement()).ToList();
        return new AnswerDraft
        {
            Statements = statements,
            ShortAnswer = random.Next(4) == 0 ? Words(statements[0].Text, 3) : null,
            Headline = random.Next(8) == 0 ? "Verbatim: the article has these words." : null,
            Notes = random.Next(4) == 0 ? ["As of 3 May 2024, the newest article of the archive."] : [],
        };
    }

    private DraftStatement Statement()
    {
        var article = articles[random.Next(articles.Count)];
        var sentences = article.Analysis.Sentences;
        var span = sentences[random.Next(sentences.Count)].Span;
        var told = span.In(article.Article.Text);
        var text = random.Next(9) switch
        {
            0 => told,
            1 => $"{Words(told, 6)} {Any()} {Words(told, 4)}",
            2 => $"{told} {Any()}",
            3 => $"{Any()} {told}",
            4 => $"“{Words(told, 5)}”, {Words(told, 3)}",
            5 => $"Odile Crane (3 May 2024): “{Words(told, 8)}”",
            6 => $"**{Words(told, 2)}**",
            7 => string.Join(' ', told.Split(' ').OrderBy(_ => random.Next())),
            _ => $"\"{Words(told, 4)} {Any()}\" {told}",
        };
        var evidence = random.Next(12) switch
        {
            0 => [],
            1 => [new EvidenceSpan(article, new TextSpan(span.Start, article.Article.Text.Length + random.Next(1, 50)))],
            2 => [new EvidenceSpan(articles[random.Next(articles.Count)], span)],
            3 => [new EvidenceSpan(article, new TextSpan(span.End, span.Start))],
            4 => [new EvidenceSpan(article, span), new EvidenceSpan(article, sentences[random.Next(sentences.Count)].Span)],
            5 => [new EvidenceSpan(article, new TextSpan(-1, span.End))],
            _ => (List<EvidenceSpan>)[new EvidenceSpan(article, span)],
        };
        return new DraftStatement(text, (StatementKind)random.Next(3), evidence);
    }

    private string Any() => Invented[random.Next(Invented.Length)];

    private string Words(string text, int count)
    {
        var words = text.Split(' ');
        var from = random.Next(words.Length);
        return string.Join(' ', words.Skip(from).Take(count));
    }
}
