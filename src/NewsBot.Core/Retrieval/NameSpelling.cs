using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval;

/// <summary>
/// Understands names that are spelled in another way than the articles spell them: "Lukashenka", "Quarow". A word of a
/// question of at least <see cref="ShortestWord"/> letters that is nowhere in the articles stands for the one name in them
/// that begins alike and is one letter away, or for a word of <see cref="LongWord"/> letters and more two. A name is
/// what the articles write with a capital inside their sentences. Where several names are as close, none is taken.
/// </summary>
public static class NameSpelling
{
    private const int ShortestWord = 5;
    private const int LongWord = 8;
    private const int MostWords = 3;
    private const int MostClose = 12;
    private const int Looked = 3;

    /// <returns>The question with the names as the articles write them; null where none is meant.</returns>
    public static async Task<RespelledQuestion?> FindAsync(string question, ICorpusSnapshot snapshot, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var names = new List<(string Typed, string Name)>();
        var respelled = question;
        foreach (var token in Tokenizer.Tokenize(question).Where(token => IsUnknown(question, token, snapshot)).Take(MostWords).Reverse())
        {
            var typed = Bare(question, token.Span);
            if (await NameAsync(token.Term, typed.Length, snapshot, filter, cancellationToken).ConfigureAwait(false) is not { } name)
                continue;
            respelled = respelled[..token.Span.Start] + name + respelled[(token.Span.Start + typed.Length)..];
            names.Insert(0, (typed, name));
        }

        return names.Count == 0 ? null : new RespelledQuestion(respelled, names);
    }

    private static bool IsUnknown(string question, Token token, ICorpusSnapshot snapshot) =>
        Bare(question, token.Span) is { Length: >= ShortestWord } word && word.All(char.IsLetter) && !StopWords.Contains(token.Term) && snapshot.PassageFrequency(token.Term) == 0;

    private static async Task<string?> NameAsync(string term, int length, ICorpusSnapshot snapshot, ArticleFilter filter, CancellationToken cancellationToken)
    {
        for (var edits = 1; edits <= (length >= LongWord ? 2 : 1); edits++)
        {
            var names = new List<string>();
            foreach (var close in snapshot.CloseTerms(term, edits, MostClose))
                if (await WrittenAsync(close, snapshot, filter, cancellationToken).ConfigureAwait(false) is { } name)
                    names.Add(name);
            if (names.Count > 0)
                return names.Count == 1 ? names[0] : null;
        }

        return null;
    }

    /// <summary>How the articles write a name; null for a word that is none.</summary>
    private static async Task<string?> WrittenAsync(string term, ICorpusSnapshot snapshot, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var hits = snapshot.SearchPassages(new PassageQuery { Terms = [new WeightedTerm(term, 1)], Filter = filter }, Looked);
        var articles = await snapshot.ArticlesAsync([.. hits.Select(hit => hit.Article).Distinct()], cancellationToken).ConfigureAwait(false);
        foreach (var article in articles)
            foreach (var run in CapitalisedRuns.In(article.Article.Text, new TextSpan(0, article.Article.Text.Length)).Where(run => !run.OpensSentence || run.Words > 1))
                if (Tokenizer.Tokenize(article.Article.Text, run.Span).Find(token => token.Term == term) is { Term: not null } token && char.IsUpper(article.Article.Text[token.Span.Start]))
                    return Bare(article.Article.Text, token.Span);
        return null;
    }

    /// <summary>Without a possessive ending.</summary>
    private static string Bare(string text, TextSpan span)
    {
        var word = span.In(text);
        return word.Length > 2 && word[^1] == 's' && word[^2] is '\'' or '’' ? word[..^2] : word;
    }
}

/// <param name="Text">The question with the names as the articles write them.</param>
/// <param name="Names">What was typed, and what is meant.</param>
public sealed record RespelledQuestion(string Text, IReadOnlyList<(string Typed, string Name)> Names)
{
    /// <summary>What was assumed, for the user.</summary>
    public string Note => string.Join(" ", Names.Select(pair => $"“{pair.Typed}” is not in the articles; I understood “{pair.Name}”."));
}
