using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Candidates;

/// <summary>Finds names of the kind asked for among the capitalised runs of a sentence.</summary>
internal static class Names
{
    public static IEnumerable<AnswerCandidate> In(AnalyzedArticle article, TextSpan span, AnswerKind kind)
    {
        var text = article.Article.Text;
        foreach (var run in CapitalisedRuns.In(text, kind == AnswerKind.Place ? span : article.WithoutDateline(span)))
        {
            if (run.OpensSentence && run.Words == 1 && IsWrittenSmall(text, run.Span))
                continue;
            var tokens = Tokenizer.Tokenize(text, run.Span);
            var first = 0;
            for (var i = 0; i < tokens.Count - 1; i++)
                if (QuestionWords.IsTitle(tokens[i].Term) || RoleWords.IsRole(tokens[i].Span.In(text)))
                    first = i + 1;
            if (tokens.Count == 0 || (tokens.Count == 1 && QuestionWords.IsTitle(tokens[0].Term)))
                continue;
            var titled = first > 0;
            var bare = new TextSpan(tokens[first].Span.Start, WithoutPossessive(text, run.Span.End));
            if (bare.IsEmpty || article.Analysis.Times.Any(time => time.Span.Overlaps(bare)))
                continue;
            var name = bare.In(text);
            if (!NameKinds.Fits(name, kind, titled, Before(text, bare.Start)))
                continue;
            var terms = tokens.Skip(first).Select(token => token.Term).ToList();
            // People are named in full once and then by their last name.
            var key = kind == AnswerKind.Person ? terms[^1] : string.Join(' ', terms);
            yield return new AnswerCandidate(name, key, bare);
        }
    }

    private static int WithoutPossessive(string text, int end) =>
        end > 2 && text[end - 1] == 's' && text[end - 2] is '\'' or '’' ? end - 2 : end;

    private static string Before(string text, int at)
    {
        var end = at;
        while (end > 0 && text[end - 1] == ' ')
            end--;
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return text[start..end];
    }

    /// <summary>A word that only opens the sentence stands elsewhere in small letters.</summary>
    public static bool IsWrittenSmall(string text, TextSpan word)
    {
        var small = word.In(text).ToLowerInvariant();
        for (var at = text.IndexOf(small, StringComparison.Ordinal); at >= 0; at = text.IndexOf(small, at + 1, StringComparison.Ordinal))
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (at + small.Length == text.Length || !char.IsLetter(text[at + small.Length])))
                return true;
        return false;
    }
}
