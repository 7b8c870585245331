using System.IO.Compression;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Retrieval.Stories;
using NewsBot.Evaluation.Answers;

namespace NewsBot.Evaluation.Stories;

/// <summary>
/// Whether copies of wire stories are put together, and nothing else is. The articles of a data set (<c>*.jsonl.gz</c> or
/// <c>*.jsonl</c> with title and text, or <c>*.txt</c>, in any folder below) are each taken to be written independently, and
/// copies are made of a sample of them (<see cref="WireCopies"/>). All go into one archive. Pairs of articles that were put
/// together although neither was made from the other are listed: some of them are copies indeed.
/// </summary>
internal sealed class StoryEvaluation : IEvaluation
{
    private const int MostArticles = 3000;
    private const int CopiedOfEach = 60;
    private const int LeastWords = 150;

    public string Name => "stories";

    public async Task<EvaluationReport> RunAsync(string data, CancellationToken cancellationToken)
    {
        var random = new Random(20240601);
        var originals = (await ReadAsync(data, cancellationToken)).DistinctBy(article => article.Text).Take(MostArticles)
            .Select((article, n) => EvaluationCorpus.Article($"o{n}", article.Title, article.Text, $"Outlet {n}", null, new DateOnly(2024, 1, 1))).ToList();
        var sentences = originals.Select(article => article.Analysis.Lead.Span.In(article.Article.Text)).Where(sentence => sentence.Length > 40).ToList();
        var copies = new WireCopies(random, sentences);
        var wires = originals.Where(article => article.Article.Text.Split(' ').Length >= LeastWords).OrderBy(_ => random.Next()).ToList();
        var made = new List<(string Kind, ArticleId Original, AnalyzedArticle Copy)>();
        foreach (var kind in WireCopies.Kinds)
            foreach (var wire in wires.Skip(made.Count % Math.Max(1, wires.Count)).Take(CopiedOfEach))
                made.Add((kind, wire.Article.Id, EvaluationCorpus.Article($"c{made.Count}", "A headline of its own", copies.Make(kind, wire.Article.Text), "Copying outlet", null, new DateOnly(2024, 1, 2))));
        using var corpus = await EvaluationCorpus.BuildAsync(originals.Concat(made.Select(copy => copy.Copy)), cancellationToken);

        var stories = new Dictionary<ArticleId, Story>();
        foreach (var story in await corpus.Snapshot.StoriesAsync([.. originals.Select(article => article.Article.Id), .. made.Select(copy => copy.Copy.Article.Id)], cancellationToken))
            foreach (var article in story.Articles)
                stories[article.Id] = story;
        var scores = made.GroupBy(copy => copy.Kind).Select(kind => new Score(
            $"found: {kind.Key}", kind.Average(copy => Together(stories, copy.Copy.Article.Id, copy.Original) ? 1.0 : 0), 0.9, $"{kind.Count()} copies")).ToList();
        var all = made.Average(copy => Together(stories, copy.Copy.Article.Id, copy.Original) ? 1.0 : 0);
        var wrong = WrongPairs(originals, stories).ToList();
        var right = made.Count(copy => Together(stories, copy.Copy.Article.Id, copy.Original));
        return new EvaluationReport(
            "Copies of stories",
            [new("found, all kinds", all, 0.95), .. scores, new("share of pairs put together that were made", right / (double)Math.Max(1, right + wrong.Count), 0.99, $"{wrong.Count} other pairs among {originals.Count} articles")],
            [.. wrong.Select(pair => $"{Excerpt(pair.A)} | {Excerpt(pair.B)}")]);
    }

    private static bool Together(Dictionary<ArticleId, Story> stories, ArticleId a, ArticleId b) =>
        stories.TryGetValue(a, out var story) && story.Articles.Any(article => article.Id == b);

    /// <summary>Pairs of originals that are one story by their sketches.</summary>
    private static IEnumerable<(Article A, Article B)> WrongPairs(List<AnalyzedArticle> originals, Dictionary<ArticleId, Story> stories)
    {
        var byId = originals.ToDictionary(article => article.Article.Id, article => article.Article);
        foreach (var story in stories.Values.Distinct())
        {
            var members = story.Articles.Where(article => byId.ContainsKey(article.Id)).Select(article => byId[article.Id]).ToList();
            var sketches = members.ConvertAll(article => StorySketch.Of(article.Text));
            for (var i = 0; i < members.Count; i++)
                for (var j = 0; j < i; j++)
                    if (sketches[i].IsSameStory(sketches[j]))
                        yield return (members[i], members[j]);
        }
    }

    private static string Excerpt(Article article) => string.Concat(article.Text.Take(150)).ReplaceLineEndings(" ");

    private static async Task<IReadOnlyList<(string Title, string Text)>> ReadAsync(string data, CancellationToken cancellationToken)
    {
        var articles = new List<(string, string)>();
        foreach (var file in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (file.EndsWith(".txt", StringComparison.Ordinal))
                articles.Add((Path.GetFileName(file), await File.ReadAllTextAsync(file, cancellationToken)));
            if (!file.Contains("articles", StringComparison.Ordinal) || !(file.EndsWith(".jsonl", StringComparison.Ordinal) || file.EndsWith(".jsonl.gz", StringComparison.Ordinal)))
                continue;
            await using var stream = File.OpenRead(file);
            using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
                if (System.Text.Json.Nodes.JsonNode.Parse(line) is { } json && (string?)json["text"] is { Length: > 0 } text)
                    articles.Add(((string?)json["title"] ?? "", text));
        }

        return articles;
    }
}
