using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval.Stories;

/// <summary>
/// Gives each story one place among the evidence. Of the articles that carry it one speaks for all: of those that pass the
/// question's limits one of an outlet that the question names, else the earliest. What a copy added stays its own.
/// </summary>
internal static class StoryPlaces
{
    /// <summary>The share of a sentence's content terms that the original must have; else the copy added it.</summary>
    private const double LeastShared = 0.7;

    /// <summary>Keeps one article of each story, at the place of its best passage, and tells the copies.</summary>
    public static async Task<Retrieved> AssignAsync(
        IReadOnlyList<Evidence> evidence, Question question, ICorpusSnapshot snapshot, CancellationToken cancellationToken)
    {
        var ids = evidence.Select(item => item.Article.Article.Id).Distinct().ToList();
        var stories = await snapshot.StoriesAsync(ids, cancellationToken).ConfigureAwait(false);
        var speakers = new Dictionary<ArticleId, ArticleId>();
        var copies = new Dictionary<ArticleId, IReadOnlyList<ArticleHeader>>();
        foreach (var story in stories)
        {
            var speaker = SpeakerOf(story, question);
            copies[speaker] = [.. story.Articles.Where(article => article.Id != speaker)];
            foreach (var article in story.Articles)
                speakers[article.Id] = speaker;
        }

        if (speakers.Count == 0)
            return new Retrieved(evidence, copies);
        var spoken = await snapshot.ArticlesAsync([.. speakers.Values.Distinct()], cancellationToken).ConfigureAwait(false);
        return new Retrieved(Places(evidence, speakers, spoken.ToDictionary(article => article.Article.Id)), copies);
    }

    private static ArticleId SpeakerOf(Story story, Question question)
    {
        var passing = story.Articles.Where(question.Filter.Passes).ToList();
        return (passing.Find(article => question.Outlets.Contains(article.Source, StringComparer.OrdinalIgnoreCase)) ?? passing.FirstOrDefault() ?? story.Articles[0]).Id;
    }

    private static List<Evidence> Places(
        IReadOnlyList<Evidence> evidence, Dictionary<ArticleId, ArticleId> speakers, Dictionary<ArticleId, AnalyzedArticle> articles)
    {
        var kept = new List<Evidence>(evidence.Count);
        var seen = new HashSet<(ArticleId, TextSpan)>();
        var said = new Dictionary<ArticleId, HashSet<string>>();
        foreach (var item in evidence)
        {
            var id = item.Article.Article.Id;
            var stands = speakers.TryGetValue(id, out var speaker) && speaker != id && articles.TryGetValue(speaker, out var original)
                ? Counterparts(item, original, said.TryGetValue(speaker, out var known) ? known : said[speaker] = Terms(original, new TextSpan(0, original.Article.Text.Length)))
                : [item];
            kept.AddRange(stands.Where(stand => seen.Add((stand.Article.Article.Id, stand.Passage.Span))));
        }

        return kept;
    }

    /// <summary>The passage of the original that says most of what a copy's says, and the parts of the copy's that it added.</summary>
    private static IEnumerable<Evidence> Counterparts(Evidence copy, AnalyzedArticle original, HashSet<string> said)
    {
        var wanted = Terms(copy.Article, copy.Passage.Span);
        var added = AddedRuns(copy, said).ToList();
        if (added.Sum(run => run.Length) < copy.Passage.Span.Length / 2)
            yield return new Evidence(original, original.Analysis.Passages.MaxBy(passage => Terms(original, passage.Span).Count(wanted.Contains)), copy.Score);
        foreach (var run in added)
            yield return copy with { Passage = copy.Passage with { Span = run } };
    }

    /// <summary>Runs of sentences whose words the original does not have.</summary>
    private static IEnumerable<TextSpan> AddedRuns(Evidence copy, HashSet<string> said)
    {
        TextSpan? run = null;
        foreach (var sentence in copy.Sentences)
        {
            var terms = Terms(copy.Article, sentence.Span);
            if (terms.Count(said.Contains) < LeastShared * terms.Count)
            {
                run = new TextSpan(run?.Start ?? sentence.Span.Start, sentence.Span.End);
                continue;
            }

            if (run is { } ended)
                yield return ended;
            run = null;
        }

        if (run is { } last)
            yield return last;
    }

    private static HashSet<string> Terms(AnalyzedArticle article, TextSpan span) =>
        [.. Tokenizer.Tokenize(article.Article.Text, span).Select(token => token.Term).Where(term => !StopWords.Contains(term))];
}
