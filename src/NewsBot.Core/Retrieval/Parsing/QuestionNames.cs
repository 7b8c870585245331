using NewsBot.Core.Articles;
using NewsBot.Core.Text;

namespace NewsBot.Core.Retrieval.Parsing;

/// <summary>Finds the names that a question asks about: capitalised runs, without titles, outlets, times and the word that opens the question.</summary>
internal static class QuestionNames
{
    /// <param name="question">The question.</param>
    /// <param name="taken">Spans that are something else: outlets, time expressions.</param>
    public static IReadOnlyList<QuestionName> In(string question, IReadOnlyCollection<TextSpan> taken)
    {
        var names = new List<QuestionName>();
        foreach (var run in CapitalisedRuns.In(question, new TextSpan(0, question.Length)))
        {
            if (taken.Any(span => span.Overlaps(run.Span)))
                continue;
            var tokens = Tokenizer.Tokenize(question, run.Span).Where(token => !StopWords.Contains(token.Term)).ToList();
            var first = 0;
            while (first < tokens.Count - 1 && QuestionWords.IsTitle(tokens[first].Term))
                first++;
            if (first == tokens.Count || (run.Words == 1 && IsNoName(question, run, tokens[first].Term)))
                continue;
            var terms = tokens.Skip(first).Select(token => token.Term).ToList();
            if (!names.Any(name => name.Terms.SequenceEqual(terms)))
                names.Add(new QuestionName(WithoutPossessive(question[tokens[first].Span.Start..run.Span.End]), terms));
        }

        return names;
    }

    /// <summary>A lone word is no name when it is a title, boilerplate, or opens a sentence, where every word has a capital.</summary>
    private static bool IsNoName(string question, CapitalisedRun run, string term) =>
        QuestionWords.IsTitle(term) || QuestionWords.IsBoilerplate(term) || (run.OpensSentence && !IsAcronym(question, run.Span) && question[run.Span.End - 2] is not ('\'' or '’'));

    private static string WithoutPossessive(string name) =>
        name.Length > 2 && name[^1] == 's' && name[^2] is '\'' or '’' ? name[..^2] : name;

    private static bool IsAcronym(string text, TextSpan span) => span.Of(text).IndexOfAnyInRange('a', 'z') < 0;
}
