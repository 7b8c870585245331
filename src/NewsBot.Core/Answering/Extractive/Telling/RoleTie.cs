using System.Buffers;
using System.Collections.Frozen;
using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Text;
using Token = NewsBot.Core.Text.Token;

namespace NewsBot.Core.Answering.Extractive.Telling;

/// <summary>
/// Whether a sentence speaks of the holder of an office, and not of another's. The role noun must stand there with its
/// modifiers, and what it is the role of next to it ("the Orvanian foreign minister", "minister of Orvania"), or, where
/// nothing else stands there in its place, in the sentence, the one before it, the headline or the lead.
/// </summary>
internal static class RoleTie
{
    private const int Reach = 5;
    private static readonly SearchValues<char> Marks = SearchValues.Create(",;:.()\"“”");

    public static bool Holds(AskedRole role, Surroundings around) => Heads(role, around).Any();

    /// <summary>
    /// Where the sentence names the role that is asked; with <paramref name="isClose"/> only where the country or town it is the
    /// role of stands at its side, or nowhere in the sentence: "China got it from President Lee" has no president of China.
    /// </summary>
    public static IEnumerable<TextSpan> Heads(AskedRole role, Surroundings around, bool isClose = false)
    {
        var article = around.Sentence.Article;
        var text = article.Article.Text;
        var tokens = Tokenizer.Tokenize(text, around.Sentence.Span);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!IsHead(role.Head, tokens[i], text))
                continue;
            var before = Phrase(text, tokens, i);
            if (!role.Modifiers.All(modifier => before.Exists(token => WordKinship.IsCognate(token.Term, modifier))))
                continue;
            var behind = Linked(text, tokens, i);
            if (role.Complement.All(term => Has(before, term) || Has(behind, term)))
                yield return tokens[i].Span;
            else if (!(isClose && role.OfOneName && WordKinship.Says(around.Own, role.Names[0])) && !HasRival(role, article, before, behind) && role.Names.All(Near) && role.Things.Count(Near) * 2 >= role.Things.Count - (role.Names.Count > 0 ? 1 : 0))
                yield return tokens[i].Span;
        }

        bool Near(string term) => WordKinship.Says(around.Own, term) || WordKinship.Says(around.Before, term) || WordKinship.Says(around.Title, term) || WordKinship.Says(around.Lead, term);
    }

    /// <summary>The role noun, or one that can mean it; a word that only shares its stem ("presiding") is none.</summary>
    private static bool IsHead(string head, Token token, string text)
    {
        if (token.Term != head && !WordFamilies.Of(head).Contains(token.Term, StringComparer.Ordinal))
            return false;
        var word = token.Span.In(text);
        return token.Term.Length + 3 > word.Length || RoleWords.IsRole(word);
    }

    /// <summary>The words right before the role, up to the last mark.</summary>
    private static List<Token> Phrase(string text, List<Token> tokens, int role)
    {
        var first = role;
        while (first > 0 && role - first < Reach && IsJoined(text, tokens[first - 1], tokens[first]))
            first--;
        return tokens.GetRange(first, role - first);
    }

    /// <summary>The words behind "of", "for", "at" or "in" behind the role.</summary>
    private static List<Token> Linked(string text, List<Token> tokens, int role)
    {
        var linked = new List<Token>();
        if (role + 1 >= tokens.Count || tokens[role + 1].Term is not ("of" or "for" or "at" or "in") || !IsJoined(text, tokens[role], tokens[role + 1]))
            return linked;
        for (var i = role + 2; i < tokens.Count && linked.Count < Reach && IsJoined(text, tokens[i - 1], tokens[i]); i++)
            linked.Add(tokens[i]);
        return linked;
    }

    /// <summary>Whether the role is said to be of something else: another name behind "of", or before it where a country or town is asked.</summary>
    private static bool HasRival(AskedRole role, AnalyzedArticle article, List<Token> before, List<Token> behind)
    {
        var text = article.Article.Text;
        if (behind.Exists(token => !StopWords.Contains(token.Term)) && !behind.Exists(token => Bodies.Contains(token.Term)) && !role.Complement.Any(term => Has(behind, term)))
            return true;
        if (behind.Exists(token => char.IsUpper(text[token.Span.Start])))
            return !role.Complement.Any(term => Has(behind, term));
        return role.OfOneName && before.Exists(token => char.IsUpper(text[token.Span.Start]) && !QuestionWords.IsTitle(token.Term) && !RoleWords.IsRole(token.Span.In(text))
            && !role.Modifiers.Contains(token.Term, StringComparer.Ordinal) && !text.Contains(token.Span.In(text).ToLowerInvariant(), StringComparison.Ordinal));
    }

    /// <summary>Nouns that stand for what was named before: "the mayor of the town".</summary>
    private static readonly FrozenSet<string> Bodies = QuestionWords.Set("town city village country nation state company firm club team group party body island islands region province union bank organisation organization agency ship project");

    private static bool Has(List<Token> tokens, string term) => tokens.Exists(token => WordKinship.IsCognate(token.Term, term));

    private static bool IsJoined(string text, Token left, Token right)
    {
        var between = text.AsSpan(left.Span.End, right.Span.Start - left.Span.End);
        return between.Length <= 3 && between.IndexOfAny(Marks) < 0;
    }
}
