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
        if (Wording.Match(tokens.Select(token => token.Term).ToHashSet(StringComparer.Ordinal), _deed.Term) is not { } said)
            return false;
        if (_subject is null)
            return true;
        var deed = tokens.FindIndex(token => token.Term == said);
        var subject = tokens.FindIndex(token => Wording.IsCognate(token.Term, _subject.Terms[^1]));
        if (subject >= 0 && subject < deed)
            return true;
        if (subject > deed && _deed.IsPassive)
            return !ClauseBreak().IsMatch(text[tokens[deed].Span.End..tokens[subject].Span.Start]);
        return !tokens.Take(deed).Any(token => IsRival(text, unit, token));
    }

    /// <summary>Another name, where the subject would stand.</summary>
    private bool IsRival(string text, TextSpan unit, Token token) =>
        char.IsUpper(text[token.Span.Start]) && !_asked.Contains(token.Term) && !StopWords.Contains(token.Term) && !TimeWords.Contains(token.Term)
        && !(token.Span.Start <= unit.Start + 1 && text.Contains(token.Span.In(text).ToLowerInvariant(), StringComparison.Ordinal));

    private static readonly HashSet<string> TimeWords =
        [.. QuestionWords.Set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December")];
}
