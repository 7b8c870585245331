using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>A sentence found for some words.</summary>
/// <param name="Article">Its article.</param>
/// <param name="Index">Index into <see cref="ArticleAnalysis.Sentences"/>.</param>
/// <param name="Coverage">The share of the words' weight that the sentence has, from 0 to 1.</param>
/// <param name="Context">The same for the sentence and its headline and neighbours.</param>
public sealed record FoundSentence(AnalyzedArticle Article, int Index, double Coverage, double Context)
{
    public Sentence Sentence => Article.Analysis.Sentences[Index];

    public EvidenceSpan Evidence => new(Article, Sentence.Span);
}

/// <summary>
/// Finds the sentences that say most of what some words say. Passages are ranked first; of each, every sentence is scored
/// by <c>coverage = sum of idf of the words it has / sum of idf of all the words</c>, with
/// <c>idf(t) = ln(1 + (N - df + 0.5) / (df + 0.5))</c> over the N passages of the corpus. Words that no passage has weigh
/// like the rarest, so that a question about something unknown covers little.
/// </summary>
public static class SentenceSearch
{
    /// <returns>Best first: by coverage, then context, then newest article.</returns>
    public static async Task<IReadOnlyList<FoundSentence>> FindAsync(
        ICorpusSnapshot snapshot, string words, ArticleFilter filter, int passages, CancellationToken cancellationToken)
    {
        var weights = Weights(snapshot, words);
        if (weights.Count == 0)
            return [];
        var query = new PassageQuery { Terms = [.. weights.Keys.Select(term => new WeightedTerm(term, 1))], Filter = filter };
        var hits = snapshot.SearchPassages(query, passages);
        var articles = await snapshot.ArticlesAsync([.. hits.Select(hit => hit.Article).Distinct()], cancellationToken).ConfigureAwait(false);
        var byId = articles.ToDictionary(article => article.Article.Id);

        var found = new List<FoundSentence>();
        foreach (var hit in hits)
            if (byId.TryGetValue(hit.Article, out var article))
                Score(article, article.Analysis.Passages[hit.Ordinal], weights, found);
        return
        [
            .. found.OrderByDescending(sentence => sentence.Coverage)
                .ThenByDescending(sentence => sentence.Context)
                .ThenByDescending(sentence => sentence.Article.Article.Published.Instant)
                .ThenBy(sentence => sentence.Article.Article.Id.Value, StringComparer.Ordinal)
                .ThenBy(sentence => sentence.Index),
        ];
    }

    /// <summary>The distinct content words with their weights.</summary>
    public static Dictionary<string, double> Weights(ICorpusSnapshot snapshot, string words)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var token in Tokenizer.Tokenize(words))
            if (!StopWords.Contains(token.Term) && !weights.ContainsKey(token.Term))
                weights[token.Term] = InverseFrequency(snapshot, token.Term);
        return weights;
    }

    public static double InverseFrequency(ICorpusSnapshot snapshot, string term)
    {
        var frequency = snapshot.PassageFrequency(term);
        return Math.Log(1 + ((Math.Max(snapshot.Counts.Passages, frequency) - frequency + 0.5) / (frequency + 0.5)));
    }

    private static void Score(AnalyzedArticle article, Passage passage, Dictionary<string, double> weights, List<FoundSentence> found)
    {
        var text = article.Article.Text;
        var total = weights.Values.Sum();
        var sentences = article.Analysis.Sentences;
        var title = Terms(article.Article.Title, new TextSpan(0, article.Article.Title.Length));
        HashSet<string>? previous = null;
        HashSet<string>? current = null;
        HashSet<string>? next = null;
        for (var i = FirstIn(sentences, passage.Span); i < sentences.Count && passage.Span.Contains(sentences[i].Span); i++)
        {
            previous = current ?? (i > 0 ? Terms(text, sentences[i - 1].Span) : []);
            current = next ?? Terms(text, sentences[i].Span);
            next = i + 1 < sentences.Count ? Terms(text, sentences[i + 1].Span) : [];
            var coverage = Share(weights, total, term => current.Contains(term));
            if (coverage <= 0)
                continue;
            var context = Share(weights, total, term => current.Contains(term) || title.Contains(term) || previous.Contains(term) || next.Contains(term));
            found.Add(new FoundSentence(article, i, coverage, context));
        }
    }

    private static int FirstIn(IReadOnlyList<Sentence> sentences, TextSpan passage)
    {
        var low = 0;
        var high = sentences.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].Span.Start < passage.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static double Share(Dictionary<string, double> weights, double total, Func<string, bool> has)
    {
        var sum = 0.0;
        foreach (var (term, weight) in weights)
            if (has(term))
                sum += weight;
        return sum / total;
    }

    private static HashSet<string> Terms(string text, TextSpan span) =>
        [.. Tokenizer.Tokenize(text, span).Select(token => token.Term)];
}
