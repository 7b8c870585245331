using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Core.Text;

namespace NewsBot.Core.Answering.Candidates.Readings;

/// <summary>
/// Reads where something is or happens: the name behind a preposition of place that follows the thing itself ("the pumps at
/// Corrow Point", "Corrow Point on Lake Vessen", "lies near Dorrin"), or the verb in its own clause ("ran aground on the Sable Reef").
/// What "in" and "at" give is the name alone; other prepositions belong to the answer.
/// </summary>
internal static class Whereabouts
{
    private const int Reach = 14;
    private static readonly HashSet<string> Places = new(StringComparer.OrdinalIgnoreCase) { "in", "at", "on", "near", "off", "outside", "inside", "behind", "beside", "along" };
    private static readonly HashSet<string> Stands = [.. new[] { "lie", "lies", "lay", "stand", "locate", "situate", "sit", "base", "hold", "keep", "store" }.Select(word => Tokenizer.TermOf(word))];

    /// <summary>Where a thing is that the question only names.</summary>
    public static IEnumerable<AnswerCandidate> Of(Question question, ReadSentence sentence)
    {
        var last = question.Terms.Where(term => !Stands.Contains(term)).TakeLast(2).ToList();
        if (last.Count == 0)
            yield break;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.Terms[i] != last[^1] || (last.Count > 1 && i > 0 && sentence.Terms[i - 1] != last[^2]))
                continue;
            var at = i + 1;
            while (at < sentence.Count && at <= i + 4 && (sentence.Unit.Is(at, WordClass.Be | WordClass.Adverb) || Stands.Contains(sentence.Terms[at])))
                at++;
            if (Place(sentence, at) is { } place)
                yield return place;
        }
    }

    /// <summary>
    /// Where a deed is done: the first place behind its verb. What is done to something is not told by who does it elsewhere,
    /// and a sentence that gives the asked name as a place tells of other places too.
    /// </summary>
    public static IEnumerable<AnswerCandidate> Behind(AskedDeed deed, IReadOnlyList<QuestionName> asked, ReadSentence sentence)
    {
        var unit = sentence.Unit;
        if (IsPlace(asked, sentence))
            yield break;
        foreach (var site in DeedSite.In(sentence, deed.Term))
        {
            if (site.IsNegated || (deed.IsPassive && !site.IsPassive))
                continue;
            for (var i = site.Head + 1; i < sentence.Count && i <= site.Head + Reach; i++)
            {
                if (unit.Is(i, WordClass.Subordinator | WordClass.Relative) && !unit.Is(i, WordClass.Preposition) || unit.Tokens[i].Kind is TokenKind.Semicolon or TokenKind.Quotation)
                    break;
                if (Place(sentence, i) is { } place)
                {
                    yield return place;
                    break;
                }
            }
        }
    }

    private static bool IsPlace(IReadOnlyList<QuestionName> asked, ReadSentence sentence)
    {
        for (var i = 0; i + 1 < sentence.Count; i++)
            if (sentence.Unit.Tokens[i].IsWord && Places.Contains(sentence.Unit.Word(i).ToString()) && asked.Any(name => name.Terms[0] == sentence.Terms[i + 1]))
                return true;
        return false;
    }

    /// <summary>"in Dorrin", "on the Sable Reef", "near the town of Lutmere": a name behind a preposition of place.</summary>
    private static AnswerCandidate? Place(ReadSentence sentence, int at)
    {
        var unit = sentence.Unit;
        if (at >= sentence.Count || !unit.Tokens[at].IsWord || !Places.Contains(unit.Word(at).ToString()))
            return null;
        var first = at + 1;
        while (first < sentence.Count && first <= at + 5 && sentence.NameAt(first) is null && unit.Tokens[first].IsWord && !unit.Is(first, WordClass.Capital | WordClass.Auxiliary | WordClass.Number | WordClass.Pronoun & ~WordClass.Determiner | WordClass.Subordinator))
            first++;
        if (sentence.NameAt(first) is not { } name || name.Title.Length > 0 || unit.Is(first, WordClass.Time) || sentence.Article.Analysis.Times.Any(time => time.Span.Overlaps(name.Span)))
            return null;
        if (unit.Is(name.Name.Last + 1, WordClass.Genitive))
            return null;
        var whole = sentence.WholeName(name);
        var isBare = unit.IsWord(at, "in") || unit.IsWord(at, "at");
        var span = isBare ? whole : new TextSpan(unit.Tokens[at].Span.Start, whole.End);
        var key = string.Join(' ', Tokenizer.Tokenize(whole.In(unit.Text)).Select(token => token.Term));
        return new AnswerCandidate(span.In(unit.Text), key, span) { IsRead = true };
    }
}
