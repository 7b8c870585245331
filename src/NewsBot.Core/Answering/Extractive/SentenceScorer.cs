using NewsBot.Core.Answering.Candidates;
using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// Scores sentences as evidence for a question. With <c>share(X)</c> the part of the question's idf weight that X has:
/// <code>
/// score = 0.5 share(sentence) + 0.15 share(sentence, headline, neighbours) + 0.15 score(passage) / best passage score
///       + 0.15 if it holds an answer of the kind asked for that is not a repetition of the question
///       + 0.15 date fit (0.25 where a time or the latest is asked) + 0.05 if it is among the first two + 0.3 if the person asked about says it
///       - 0.3 for a fragment - 0.2 for a question - 0.1 for what is only asked or supposed
/// </code>
/// Which of them are shown is decided by <see cref="ScoredSentence.Worth"/>, which adds 0.2 times their <see cref="Agreement"/>; short
/// answers have votes of their own. Date fit is 1 for an article of the asked days, or where none are asked falls with the age at the asker's now,
/// <c>exp(-days / 30)</c>.
/// </summary>
internal static class SentenceScorer
{
    private const double CoverageWeight = 0.5;
    private const double ContextWeight = 0.15;
    private const double PassageWeight = 0.15;
    private const double KindBonus = 0.15;
    private const double DateWeight = 0.15;
    private const double AskedDateWeight = 0.25;
    private const double LeadBonus = 0.05;
    private const double SpeakerBonus = 0.3;
    private const double FragmentPenalty = 0.3;
    private const double QuestionPenalty = 0.2;
    private const double UnassertedPenalty = 0.1;
    private const double TellingBonus = 0.2;
    private const double FreshDays = 30;
    private const int FewestWords = 6;

    /// <returns>Every sentence of the passages once, best first.</returns>
    public static List<ScoredSentence> Score(Question question, IReadOnlyList<Evidence> evidence, QuestionWeights weights)
    {
        var best = evidence.Count == 0 ? 1 : Math.Max(1e-9, evidence.Max(item => item.Score));
        var scored = new List<ScoredSentence>();
        var seen = new HashSet<(ArticleId, int)>();
        foreach (var group in evidence.GroupBy(item => item.Article.Article.Id))
        {
            var article = group.First().Article;
            var terms = new SentenceTerms(article);
            var dateFit = (question.WantsLatest || question.Period is not null ? AskedDateWeight : DateWeight) * DateFit(question, article.Article);
            foreach (var item in group)
                foreach (var index in IndexesIn(article, item.Passage.Span))
                    if (seen.Add((article.Article.Id, index)))
                        scored.Add(Score(question, article, terms, index, (PassageWeight * item.Score / best) + dateFit, weights));
        }

        scored.Sort(BestFirst);
        var agreement = new Agreement(scored, weights);
        return scored.ConvertAll(sentence => sentence with { Agreement = agreement.Of(sentence) });
    }

    /// <summary>The sentences in the order in which they are worth showing.</summary>
    public static List<ScoredSentence> ByWorth(IReadOnlyList<ScoredSentence> sentences) => [.. sentences.OrderByDescending(sentence => sentence.Worth)];

    /// <summary>Puts the sentences that tell what is asked before others about as good.</summary>
    public static List<ScoredSentence> Prefer(IReadOnlyList<ScoredSentence> sentences, IReadOnlyCollection<ScoredSentence> telling)
    {
        var chosen = telling.ToHashSet();
        var preferred = sentences.Select(sentence => chosen.Contains(sentence) ? sentence with { Score = sentence.Score + TellingBonus } : sentence).ToList();
        preferred.Sort(BestFirst);
        return preferred;
    }

    private static int BestFirst(ScoredSentence a, ScoredSentence b)
    {
        var order = b.Score.CompareTo(a.Score);
        if (order == 0)
            order = b.Article.Article.Published.Instant.CompareTo(a.Article.Article.Published.Instant);
        if (order == 0)
            order = string.CompareOrdinal(a.Article.Article.Id.Value, b.Article.Article.Id.Value);
        return order == 0 ? a.Index.CompareTo(b.Index) : order;
    }

    private static ScoredSentence Score(Question question, AnalyzedArticle article, SentenceTerms terms, int index, double basis, QuestionWeights weights)
    {
        var own = terms[index];
        var before = index > 0 ? terms[index - 1] : SentenceTerms.None;
        var after = index + 1 < article.Analysis.Sentences.Count ? terms[index + 1] : SentenceTerms.None;
        var coverage = weights.Share(term => QuestionWeights.Credit(own, term));
        var context = weights.Share(term => QuestionWeights.Says(own, term) || QuestionWeights.Says(terms.Title, term) || QuestionWeights.Says(before, term) || QuestionWeights.Says(after, term) ? 1 : 0);
        var span = article.Analysis.Sentences[index].Span;
        var score = basis + (CoverageWeight * coverage) + (ContextWeight * context) + (index < 2 ? LeadBonus : 0);
        if (coverage + context > 0 && AnswerCandidates.Any(question, article, index, weights))
            score += KindBonus;
        score += Voice(question, article, span);
        score -= Form(article.Article.Text, span);
        return new ScoredSentence(article, index, own, coverage, context, score);
    }

    private static double Form(string text, TextSpan span)
    {
        var words = PassageChunker.CountWords(span.Of(text));
        var last = text[span.End - 1];
        var penalty = last == '?' ? QuestionPenalty : 0;
        if (words < FewestWords || !(Punctuation.IsTerminator(last) || Punctuation.IsCloser(last)))
            penalty += FragmentPenalty;
        return penalty;
    }

    /// <summary>Whose words: a reward for those of the person asked about, a penalty for what nobody asserts.</summary>
    private static double Voice(Question question, AnalyzedArticle article, TextSpan span)
    {
        var score = 0.0;
        foreach (var quote in article.Analysis.Quotes)
        {
            if (!quote.Content.Any(content => content.Overlaps(span)))
                continue;
            if (quote.Stance != QuoteStance.Asserted)
                score = Math.Min(score, -UnassertedPenalty);
            else if (question.Kind == AnswerKind.Statement && quote.Speaker.Name is { } name && question.Names.Any(asked => IsCalled(name, asked)))
                return SpeakerBonus;
        }

        return score;
    }

    private static bool IsCalled(string name, QuestionName asked) => Tokenizer.Tokenize(name).Any(token => token.Term == asked.Terms[^1]);

    private static double DateFit(Question question, Article article)
    {
        if (question.Days.Count > 0)
            return question.Days.Any(day => day.Contains(article.Published.Day)) ? 1 : 0;
        if (question.Period is { } period && period.Contains(article.Published.Day))
            return 1;
        var age = (question.Now.Date - article.Published.Day.ToDateTime(TimeOnly.MinValue)).TotalDays;
        return Math.Exp(-Math.Max(0, age) / FreshDays);
    }

    private static IEnumerable<int> IndexesIn(AnalyzedArticle article, TextSpan passage)
    {
        var sentences = article.Analysis.Sentences;
        for (var i = 0; i < sentences.Count; i++)
            if (passage.Contains(sentences[i].Span))
                yield return i;
    }
}
