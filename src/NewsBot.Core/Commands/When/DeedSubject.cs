using System.Collections.Frozen;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands.When;

/// <summary>
/// The name that a question has before its deed, and whether a sentence tells the deed of it: "When did Dorrin win?" is no
/// question for "Tarsk won, beating Dorrin". The name must stand before the deed, with no clause of another subject ("when
/// thousands") and no other name right before the deed; behind it, where the deed is done to it or is a noun ("the death of");
/// or in another part of an enumeration. A sentence without the name may have a pronoun for it, but no other name right
/// before the deed.
/// </summary>
internal sealed class DeedSubject(string deed, string name, bool isPassive)
{
    private const int RivalReach = 3;
    private const int ObjectReach = 8;

    private static readonly FrozenSet<string> Turns = QuestionWords.Set("when while whereas where because after before as");
    private static readonly FrozenSet<string> Times = QuestionWords.Set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December");

    public static DeedSubject? Of(string words, List<Token> tokens, string deed, List<TextSpan> names, bool isPassive)
    {
        var at = tokens.Find(token => token.Term == deed).Span.Start;
        var before = names.FindLast(name => name.End <= at);
        return before.IsEmpty ? null : new DeedSubject(deed, Tokenizer.Tokenize(words, before).Last().Term, isPassive);
    }

    public bool IsOf(string text, TextSpan span)
    {
        var tokens = Tokenizer.Tokenize(text, span);
        if (WordKinship.Match(tokens.Select(token => token.Term).ToHashSet(StringComparer.Ordinal), deed) is not { } said)
            return true;
        var verb = tokens.FindIndex(token => token.Term == said);
        var subject = tokens.FindIndex(token => WordKinship.IsCognate(token.Term, name));
        if (subject < 0)
            return !HasRival(text, tokens, verb);
        if (subject < verb)
            return !HasRival(text, tokens, verb) && !Enumerable.Range(subject + 1, verb - subject - 1).Any(i => Turns.Contains(tokens[i].Term) && i + 1 < verb);
        var between = text.AsSpan(tokens[verb].Span.End, tokens[subject].Span.Start - tokens[verb].Span.End);
        if (between.Contains(';'))
            return true;
        return (isPassive || IsNoun(tokens, verb)) && subject - verb <= ObjectReach && !tokens.GetRange(verb, subject - verb).Exists(token => Turns.Contains(token.Term) || token.Term is "that" or "who" or "which");
    }

    private static bool IsNoun(List<Token> tokens, int verb) => verb + 1 < tokens.Count && tokens[verb + 1].Term is "of" or "by";

    /// <summary>Another name right before the deed; where it is done to somebody, also one that it describes ("Roth, killed in 2011").</summary>
    private bool HasRival(string text, List<Token> tokens, int verb)
    {
        for (var i = verb - 1; i >= 0 && i >= verb - RivalReach; i--)
        {
            var between = text.AsSpan(tokens[i].Span.End, tokens[i + 1].Span.Start - tokens[i].Span.End);
            var describes = isPassive && i == verb - 1 && between is ", ";
            if (!describes && (between.IndexOfAny(',', ';', '"') >= 0 || between.IndexOfAny('”', ')', ':') >= 0))
                return false;
            if (IsName(text, tokens[i], i))
                return !IsOfName(text, tokens, i);
        }

        return false;
    }

    private static bool IsName(string text, Token token, int at) =>
        char.IsUpper(text[token.Span.Start]) && !StopWords.Contains(token.Term) && !Times.Contains(token.Term)
        && (at > 0 || !text.Contains(token.Span.In(text).ToLowerInvariant(), StringComparison.Ordinal));

    /// <summary>Whether the capitals that end at a word have the asked name: "Queen Astrid II".</summary>
    private bool IsOfName(string text, List<Token> tokens, int at)
    {
        for (var i = at; i >= 0 && char.IsUpper(text[tokens[i].Span.Start]); i--)
            if (WordKinship.IsCognate(tokens[i].Term, name))
                return true;
        return false;
    }
}
