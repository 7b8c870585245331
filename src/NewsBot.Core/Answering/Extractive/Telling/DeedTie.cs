using System.Text.RegularExpressions;
using NewsBot.Core.Articles;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Text;
using Token = NewsBot.Core.Text.Token;

namespace NewsBot.Core.Answering.Extractive.Telling;

/// <summary>
/// Whether a deed that a question asks about is told of the one whom it names: "Why did the Green List win?" is no question
/// for "The Harbour Party wins". The deed must be said by the sentence, a neighbour or the headline, with the subject before
/// it in the same sentence (behind it where it is done to the subject, in the same clause), or without another name in the
/// subject's place, as where a pronoun stands for it.
/// </summary>
internal sealed partial class DeedTie
{
    private readonly AskedDeed _deed;
    private readonly QuestionName? _subject;
    private readonly HashSet<string> _asked;

    public DeedTie(Question question, AskedDeed deed)
    {
        _deed = deed;
        _asked = question.Names.SelectMany(name => name.Terms).ToHashSet(StringComparer.Ordinal);
        _subject = question.Names.LastOrDefault(name => question.Text.IndexOf(name.Text, StringComparison.Ordinal) is >= 0 and var at && at < deed.At);
    }

    [GeneratedRegex(@"(?:\b(?:and|but|while|whereas)\b|;)\s", RegexOptions.IgnoreCase)]
    private static partial Regex ClauseBreak();

    public bool Holds(Surroundings around)
    {
        var (article, index) = (around.Sentence.Article, around.Sentence.Index);
        var sentences = article.Analysis.Sentences;
        for (var i = Math.Max(0, index - 1); i <= Math.Min(sentences.Count - 1, index + 1); i++)
            if (IsTied(article.Article.Text, article.WithoutDateline(sentences[i].Span)))
                return true;
        return IsTied(article.Article.Title, new TextSpan(0, article.Article.Title.Length));
    }

    private bool IsTied(string text, TextSpan unit)
    {
        var tokens = Tokenizer.Tokenize(text, unit);
        if (WordKinship.Match(tokens.Select(token => token.Term).ToHashSet(StringComparer.Ordinal), _deed.Term) is not { } said)
            return false;
        if (_subject is null)
            return true;
        var deed = tokens.FindIndex(token => token.Term == said);
        var subject = tokens.Index().FirstOrDefault(token => IsSubject(text, tokens, token.Index), (-1, default)).Item1;
        if (subject >= 0 && subject < deed)
            return true;
        if (subject > deed && _deed.IsPassive)
            return !ClauseBreak().IsMatch(text[tokens[deed].Span.End..tokens[subject].Span.Start]);
        return !tokens.Take(deed).Any(token => IsRival(text, unit, token));
    }

    /// <summary>The subject's last word, but not behind another's first name; or its first word alone.</summary>
    private bool IsSubject(string text, List<Token> tokens, int at)
    {
        if (_subject!.Terms.Count > 1 && tokens[at].Term == _subject.Terms[0])
            return true;
        if (!WordKinship.IsCognate(tokens[at].Term, _subject.Terms[^1]))
            return false;
        return at == 0 || _subject.Terms.Count == 1 || !char.IsUpper(text[tokens[at - 1].Span.Start]) || _subject.Terms.Contains(tokens[at - 1].Term) || QuestionWords.IsTitle(tokens[at - 1].Term)
            || tokens[at].Span.Start - tokens[at - 1].Span.End > 1;
    }

    /// <summary>Another name, where the subject would stand.</summary>
    private bool IsRival(string text, TextSpan unit, Token token) =>
        char.IsUpper(text[token.Span.Start]) && !_asked.Contains(token.Term) && !StopWords.Contains(token.Term) && !TimeWords.Contains(token.Term)
        && !(token.Span.Start <= unit.Start + 1 && text.Contains(token.Span.In(text).ToLowerInvariant(), StringComparison.Ordinal));

    private static readonly HashSet<string> TimeWords =
        [.. QuestionWords.Set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December")];
}
