using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;

namespace NewsBot.Core.Answering.Extractive.Telling;

/// <summary>The words of a sentence and of what stands around it: its neighbours, the headline, and the lead, which says what the article is about. Datelines are left out, as they say where the writer was.</summary>
internal sealed class Surroundings
{
    private readonly SentenceTerms _terms;
    private readonly TellingWords _words;

    /// <param name="sentence">The sentence.</param>
    /// <param name="terms">The terms of its article.</param>
    /// <param name="words">Other words for the asked ones; null for their kin alone.</param>
    public Surroundings(ScoredSentence sentence, SentenceTerms terms, TellingWords? words = null)
    {
        _terms = terms;
        _words = words ?? TellingWords.Kin;
        Sentence = sentence;
        Own = terms.WithoutDateline(sentence.Index);
        Before = BeforeOf(sentence, terms);
        After = sentence.Index + 1 < sentence.Article.Analysis.Sentences.Count ? terms[sentence.Index + 1] : SentenceTerms.None;
        Title = terms.Title;
        Lead = terms.WithoutDateline(LeadOf(sentence.Article));
    }

    public ScoredSentence Sentence { get; }

    public IReadOnlySet<string> Own { get; }

    /// <summary>The sentence before it, and what its paragraph has before that.</summary>
    public IReadOnlySet<string> Before { get; }

    public IReadOnlySet<string> After { get; }

    public IReadOnlySet<string> Title { get; }

    public IReadOnlySet<string> Lead { get; }

    /// <summary>Whether the sentence says a word itself.</summary>
    public bool Says(string term) => _words.Say(Own, term);

    /// <summary>Whether it is said next to the sentence: before, behind or above it.</summary>
    public bool SaysNear(string term) => Says(term) || _words.Say(Before, term) || _words.Say(After, term) || _words.Say(Title, term);

    /// <summary>Whether the sentence can be about something: it is said near it, or the article is about it.</summary>
    public bool IsAbout(string term) => SaysNear(term) || _words.Say(Lead, term);

    /// <summary>Whether its article says it anywhere.</summary>
    public bool HasAnywhere(string term) => WordKinship.Says(_terms.Whole, term);

    /// <summary>Whether its article comes back to a name: has it twice or more.</summary>
    public bool IsRepeated(string term) => _terms.Count(term) > 1;

    private static IReadOnlySet<string> BeforeOf(ScoredSentence sentence, SentenceTerms terms)
    {
        var sentences = sentence.Article.Analysis.Sentences;
        if (sentence.Index == 0)
            return SentenceTerms.None;
        if (sentence.Index == 1 || sentences[sentence.Index - 2].Paragraph != sentences[sentence.Index].Paragraph)
            return terms[sentence.Index - 1];
        var before = new HashSet<string>(StringComparer.Ordinal);
        for (var i = sentence.Index - 1; i >= 0 && sentences[i].Paragraph == sentences[sentence.Index].Paragraph; i--)
            before.UnionWith(terms[i]);
        return before;
    }

    private static int LeadOf(AnalyzedArticle article)
    {
        var sentences = article.Analysis.Sentences;
        for (var i = 0; i < sentences.Count; i++)
            if (sentences[i] == article.Analysis.Lead)
                return i;
        return 0;
    }
}
