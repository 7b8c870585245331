using System.Collections.Frozen;
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
/// subject's place, as where a pronoun stands for it. Where the deed is told by a verb that only fills it
/// (<see cref="TellingWords"/>), the same sentence must say before it who did it, in the question's words, and whom it is about.
/// </summary>
internal sealed partial class DeedTie
{
    private readonly AskedDeed _deed;
    private readonly TellingWords _words;
    private readonly QuestionName? _subject;
    private readonly HashSet<string> _asked;

    /// <summary>The name right behind "about" or "of" behind the deed; null without one.</summary>
    private readonly QuestionName? _topic;

    /// <summary>The words of the question before its deed, names or not.</summary>
    private readonly HashSet<string> _doers;

    public DeedTie(Question question, AskedDeed deed, TellingWords words)
    {
        _deed = deed;
        _words = words;
        _topic = question.Names.FirstOrDefault(name => question.Text.IndexOf(name.Text, StringComparison.Ordinal) is var at && at > deed.At && About().IsMatch(question.Text[deed.At..at]));
        _doers = [.. Tokenizer.Tokenize(question.Text).Where(token => token.Span.End < deed.At && !QuestionWords.CarriesNoTopic(token.Term)).Select(token => token.Term)];
        _asked = question.Names.SelectMany(name => name.Terms).ToHashSet(StringComparer.Ordinal);
        _subject = question.Names.LastOrDefault(name => question.Text.IndexOf(name.Text, StringComparison.Ordinal) is >= 0 and var at && at < deed.At);
    }

    [GeneratedRegex(@"(?:\b(?:and|but|while|whereas)\b|;)\s", RegexOptions.IgnoreCase)]
    private static partial Regex ClauseBreak();

    [GeneratedRegex(@"\b(?:about|of|against|with) (?:the )?$", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    public bool Holds(Surroundings around)
    {
        var (article, index) = (around.Sentence.Article, around.Sentence.Index);
        var sentences = article.Analysis.Sentences;
        var last = TellingWords.IsFrame(_deed.Term) ? index : Math.Min(sentences.Count - 1, index + 1);
        for (var i = Math.Max(0, index - 1); i <= last; i++)
            if (IsTied(article.Article.Text, article.WithoutDateline(sentences[i].Span)))
                return true;
        return IsTied(article.Article.Title, new TextSpan(0, article.Article.Title.Length));
    }

    private bool IsTied(string text, TextSpan unit)
    {
        var tokens = Tokenizer.Tokenize(text, unit);
        if (_words.Match(tokens.Select(token => token.Term).ToHashSet(StringComparer.Ordinal), _deed.Term) is not { } said)
            return false;
        var deed = tokens.FindIndex(token => token.Term == said);
        if (TellingWords.Fills(said, _deed.Term) && !IsWhole(tokens, deed))
            return false;
        if (_subject is null)
            return true;
        var subject = tokens.Index().FirstOrDefault(token => IsSubject(text, tokens, token.Index), (-1, default)).Item1;
        if (subject >= 0 && subject < deed)
            return !IsDoneByRival(text, unit, tokens, deed);
        if (subject > deed && _deed.IsPassive)
            return !ClauseBreak().IsMatch(text[tokens[deed].Span.End..tokens[subject].Span.Start]);
        return !tokens.Take(deed).Any(token => IsRival(text, unit, token));
    }

    /// <summary>Whether a sentence with a filling verb says before it who did it, and whom it is about.</summary>
    private bool IsWhole(List<Token> tokens, int deed) =>
        tokens.Take(deed).Any(token => _doers.Contains(token.Term)) && (_topic is null || tokens.Exists(token => token.Term == _topic.Terms[^1]));

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

    /// <summary>Whether another name stands right before the deed at the opening of a clause: "an Orvanian official said Kelmar owed" tells of Kelmar.</summary>
    private bool IsDoneByRival(string text, TextSpan unit, List<Token> tokens, int deed)
    {
        var last = deed - 1;
        while (last > 0 && Helping.Contains(tokens[last].Term))
            last--;
        if (!IsRival(text, unit, tokens[last]))
            return false;
        var first = last;
        while (first > 0 && char.IsUpper(text[tokens[first - 1].Span.Start]) && tokens[first].Span.Start - tokens[first - 1].Span.End == 1)
            first--;
        return first > 0 && ClauseOpeners.Contains(tokens[first - 1].Term);
    }

    /// <summary>Another name, where the subject would stand.</summary>
    private bool IsRival(string text, TextSpan unit, Token token) =>
        char.IsUpper(text[token.Span.Start]) && !_asked.Contains(token.Term) && !StopWords.Contains(token.Term) && !TimeWords.Contains(token.Term)
        && !(token.Span.Start <= unit.Start + 1 && text.Contains(token.Span.In(text).ToLowerInvariant(), StringComparison.Ordinal));

    private static readonly FrozenSet<string> Helping = QuestionWords.Set("has have had did does do will would can could may must also then still never not was were is are been be");
    private static readonly FrozenSet<string> ClauseOpeners = QuestionWords.Set("say said says that because while when after before but if whether claim claimed");

    private static readonly HashSet<string> TimeWords =
        [.. QuestionWords.Set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December")];
}
