using System.Collections.Frozen;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Text;
using Token = NewsBot.Core.Text.Token;

namespace NewsBot.Core.Answering.Extractive.Telling;

/// <summary>
/// The office that a question asks about by its holder: "the foreign minister of Brenneth", "who leads the Harbour Party".
/// </summary>
/// <param name="Head">The term of the role noun, or of the verb that stands for it.</param>
/// <param name="Modifiers">Terms that tell which role of its kind it is: "foreign" of a foreign minister.</param>
/// <param name="Names">Terms of the names of what it is the role of.</param>
/// <param name="Things">Its other words.</param>
internal sealed record AskedRole(string Head, IReadOnlyList<string> Modifiers, IReadOnlyList<string> Names, IReadOnlyList<string> Things)
{
    public IEnumerable<string> Complement => Names.Concat(Things);

    /// <summary>Whether it is the role of one name alone, as that of a country or town is.</summary>
    public bool OfOneName => Names.Count == 1 && Things.Count == 0;

    private static readonly FrozenSet<string> Holding = QuestionWords.Set("lead head chair run coach train direct command own manage govern edit");
    private static readonly FrozenSet<string> Links = QuestionWords.Set("of for at in from");

    /// <returns>Null where the question asks about no office, or does not say of what.</returns>
    public static AskedRole? Of(Question question)
    {
        if (question.Kind is not (AnswerKind.Person or AnswerKind.Statement))
            return null;
        var text = question.Text;
        var tokens = Tokenizer.Tokenize(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Span.In(text);
            if (i == 1 && question.Kind == AnswerKind.Person && Holding.Contains(tokens[i].Term) && tokens[0].Term == "who")
                return Made(text, tokens[i].Term, [], tokens.Skip(2));
            if (i == 0 || !(char.IsLower(word[0]) || IsTitleOf(tokens, i)) || !RoleWords.IsRole(word) || !IsDefinite(text, tokens, i))
                continue;
            var first = i;
            while (first > 0 && !IsOpening(tokens[first - 1].Term) && Touch(text, tokens[first - 1], tokens[first]))
                first--;
            var before = tokens.GetRange(first, i - first);
            if (i + 1 < tokens.Count && Links.Contains(tokens[i + 1].Term))
                return Made(text, tokens[i].Term, before, tokens.Skip(i + 2).TakeWhile(token => !IsPredicate(token.Term)));
            var names = before.Where(token => char.IsUpper(text[token.Span.Start])).ToList();
            if (names.Count > 0)
                return Made(text, tokens[i].Term, before.Except(names), names);
        }

        return null;
    }

    private static AskedRole? Made(string text, string head, IEnumerable<Token> modifiers, IEnumerable<Token> complement)
    {
        var of = complement.Where(token => !StopWords.Contains(token.Term)).ToList();
        return of.Count == 0
            ? null
            : new AskedRole(head, [.. modifiers.Select(token => token.Term)], Terms(of, areNames: true), Terms(of, areNames: false));

        List<string> Terms(List<Token> tokens, bool areNames) => [.. tokens.Where(token => char.IsUpper(text[token.Span.Start]) == areNames).Select(token => token.Term)];
    }

    /// <summary>Behind "the", a name or another word of the same phrase: "a minister" is no office.</summary>
    private static bool IsDefinite(string text, List<Token> tokens, int role)
    {
        for (var i = role - 1; i >= 0; i--)
        {
            if (tokens[i].Term == "the" || (char.IsUpper(text[tokens[i].Span.Start]) && i > 0))
                return true;
            if (IsOpening(tokens[i].Term))
                return false;
        }

        return false;
    }

    /// <summary>"the First Minister of the Tarsk Islands".</summary>
    private static bool IsTitleOf(List<Token> tokens, int role) => role + 1 < tokens.Count && tokens[role + 1].Term is "of" or "for";

    private static bool IsOpening(string term) => StopWords.Contains(term) && term != "first";

    private static bool IsPredicate(string term) => QuestionWords.IsBoilerplate(term) || term is "did" or "do" or "doe" or "is" or "wa" or "was" or "about";

    private static bool Touch(string text, Token left, Token right) => right.Span.Start - left.Span.End <= 3 && !text[left.Span.End..right.Span.Start].Contains(',', StringComparison.Ordinal);
}
