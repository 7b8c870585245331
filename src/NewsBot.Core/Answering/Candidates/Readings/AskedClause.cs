using System.Collections.Frozen;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Candidates.Readings;

/// <summary>
/// What a yes-or-no question asks: whether its subject does something, or has it done to it ("Was Moss acquitted?").
/// A sentence says so, or the opposite, where it has the verb (or one that rules it out) with that subject in the same place.
/// </summary>
internal sealed class AskedClause
{
    private readonly AskedDeed _deed;
    private readonly IReadOnlyList<string> _subject;
    private readonly bool _isAhead;

    private AskedClause(AskedDeed deed, IReadOnlyList<string> subject, bool isAhead)
    {
        _deed = deed;
        _subject = subject;
        _isAhead = isAhead;
    }

    /// <returns>Null where the question has no verb or subject that can be told.</returns>
    public static AskedClause? Of(Question question)
    {
        if (question.Kind != AnswerKind.YesNo || AskedDeed.Of(question.Text) is not { } deed)
            return null;
        var tokens = Tokenizer.Tokenize(question.Text);
        if (tokens.Count < 3 || !WordClasses.Of(tokens[0].Span.Of(question.Text)).HasFlag(WordClass.Be) && (WordClasses.Of(tokens[0].Span.Of(question.Text)) & WordClass.Auxiliary) == 0)
            return null;
        var named = question.Names.LastOrDefault(name => question.Text.IndexOf(name.Text, StringComparison.Ordinal) is >= 0 and var at && at < deed.At);
        IReadOnlyList<string> subject = named?.Terms ?? [.. tokens.Skip(1).TakeWhile(token => token.Span.Start < deed.At).Where(token => !StopWords.Contains(token.Term)).Select(token => token.Term)];
        return subject.Count == 0 || Gate.Negation.In(question.Text) ? null : new AskedClause(deed, subject, tokens[0].Term is "will" or "would" or "can" or "could");
    }

    /// <returns>Whether the sentence says it (true) or rules it out (false); null where it does neither plainly.</returns>
    public bool? Told(ReadSentence sentence)
    {
        var said = Told(sentence, DeedSite.In(sentence, _deed.Term), negates: false);
        var opposed = Told(sentence, Opposites.Of(_deed.Term).SelectMany(verb => DeedSite.Of(sentence, verb)), negates: true);
        return said is not null && opposed is not null && said != opposed ? null : said ?? opposed;
    }

    private bool? Told(ReadSentence sentence, IEnumerable<DeedSite> sites, bool negates)
    {
        bool? told = null;
        foreach (var site in sites)
        {
            if (site.IsOpen || (!_isAhead && site.IsAhead) || !HasSubject(sentence, site))
                continue;
            if (negates && site.IsNegated)
                return null; // "did not lose" is not yet "won".
            var says = negates == site.IsNegated;
            if (told is not null && told != says)
                return null;
            told = says;
        }

        return told;
    }

    /// <summary>What is asked about stands where the question has it: as the subject, or what it is done to.</summary>
    private bool HasSubject(ReadSentence sentence, DeedSite site)
    {
        if (_deed.IsPassive == site.IsPassive)
            return Doers.SubjectOf(sentence, site) is { } subject && Names(sentence, subject);
        return _deed.IsPassive
            ? Chunks.From(sentence, site.Head + 1) is { } done && Names(sentence, done)
            : Doers.ByPhrase(sentence, site) is { } by && Names(sentence, by);
    }

    /// <summary>Bodies that act for a country or town: "the Orvanian parliament ratified" is said of Orvania.</summary>
    private static readonly FrozenSet<string> Bodies = QuestionWords.Set("parliament assembly government senate cabinet congress council chamber lawmaker deputy mp");

    /// <summary>All words of the subject, or its first or last one with no other name at its side, as the head of the phrase.</summary>
    private bool Names(ReadSentence sentence, Phrase phrase)
    {
        var unit = sentence.Unit;
        for (var i = phrase.First; i <= phrase.Last; i++)
        {
            if (unit.Is(i, WordClass.Preposition) && !unit.IsWord(i, "of"))
                return false;
            var isLast = Retrieval.WordKinship.IsCognate(sentence.Terms[i], _subject[^1]);
            if (!isLast && sentence.Terms[i] != _subject[0])
                continue;
            var isExact = _subject.Contains(sentence.Terms[i], StringComparer.Ordinal);
            var behind = i + 1;
            while (behind <= phrase.Last && (unit.Is(behind, WordClass.Genitive) || _subject.Contains(sentence.Terms[behind], StringComparer.Ordinal)))
                behind++;
            if (unit.Is(i + 1, WordClass.Genitive) || !isExact || (behind <= phrase.Last && sentence.IsLower(behind) && !unit.Is(behind, WordClass.Function)))
            {
                if (behind <= phrase.Last && Bodies.Contains(sentence.Terms[behind]))
                    return true;
                continue;
            }

            if (_subject.Count > 1 && sentence.NameAt(i) is { } name && name.Words.Any(word => !_subject.Any(term => Retrieval.WordKinship.IsCognate(Tokenizer.TermOf(word), term))))
                continue;
            return true;
        }

        return false;
    }
}
