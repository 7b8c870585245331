using NewsBot.Core.Answering.Candidates.Readings;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Extractive;

/// <summary>
/// Answers a yes-or-no question only where a sentence plainly says so or the opposite: of the sentences that tell what is
/// asked, those decide whose verb with its subject says or rules it out (<see cref="AskedClause"/>), and which have much of the question; where they differ, those of
/// the newest article. No question counts, nor what somebody denies or supposes; and what several outlets say is never
/// answered in a word. That a sentence has all the words was measured to be too little: a loser is named beside the winner.
/// </summary>
internal static class YesOrNo
{
    private const double LeastCoverage = 0.4;

    /// <returns>The word and the sentence that bears it out; null where none does.</returns>
    public static (string Word, ScoredSentence Sentence)? Decide(Question question, IReadOnlyList<ScoredSentence> telling)
    {
        if (question.Kind != AnswerKind.YesNo || question.Outlets.Count > 1)
            return null;
        return AskedClause.Of(question) is { } clause ? Read(question, clause, telling) : null;
    }

    private static (string, ScoredSentence)? Read(Question question, AskedClause clause, IReadOnlyList<ScoredSentence> telling)
    {
        var told = new List<(bool Says, ScoredSentence Sentence)>();
        foreach (var sentence in telling)
            if (sentence.Coverage >= LeastCoverage && !IsDoubted(sentence) && OwnSubject.IsIn(question, sentence, "") && clause.Told(new ReadSentence(sentence.Article, sentence.Article.Analysis.Sentences[sentence.Index])) is { } says)
                told.Add((says, sentence));
        if (told.Count == 0)
            return null;
        var newest = told.Max(entry => entry.Sentence.Article.Article.Published.Instant);
        var deciding = told.TrueForAll(entry => entry.Says == told[0].Says) ? told : told.FindAll(entry => entry.Sentence.Article.Article.Published.Instant == newest);
        return deciding.TrueForAll(entry => entry.Says == deciding[0].Says) ? (deciding[0].Says ? "Yes" : "No", deciding[0].Sentence) : null;
    }

    private static bool IsDoubted(ScoredSentence sentence) => sentence.Text.EndsWith('?')
        || sentence.Article.Analysis.Quotes.Any(quote => quote.Stance != QuoteStance.Asserted && quote.Content.Any(content => content.Overlaps(sentence.Span)));
}
