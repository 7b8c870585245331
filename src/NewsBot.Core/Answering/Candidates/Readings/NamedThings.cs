using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Answering.Candidates.Readings;

/// <summary>
/// Reads the name of a thing from how it is set beside its noun: "The vaccine, called Palvinex,", "the ship, the Merle,", "the
/// ferry Isolde", "The film “The Last Keeper”".
/// </summary>
internal static class NamedThings
{
    public static IEnumerable<AnswerCandidate> In(string noun, ReadSentence sentence)
    {
        var unit = sentence.Unit;
        for (var i = 0; i < sentence.Count; i++)
        {
            if ((!sentence.IsLower(i) && !(i == 0 && unit.Tokens[i].IsWord)) || !IsNoun(sentence.Terms[i], noun))
                continue;
            if (unit.IsKind(i + 1, TokenKind.Quotation) && Inside(unit, i + 1) is { } title)
            {
                yield return title;
                continue;
            }

            if (sentence.Terms[i] != noun)
                continue;
            var at = i + 1;
            var isSet = unit.IsKind(at, TokenKind.Comma);
            if (isSet)
                at++;
            if (unit.IsWord(at, "called") || unit.IsWord(at, "named"))
            {
                at++;
                isSet = false;
            }

            if (unit.IsWord(at, "the"))
                at++;
            if (sentence.NameAt(at) is not { } name || name.Name.First != at || unit.Is(name.Name.Last + 1, WordClass.Genitive))
                continue;
            if (!isSet || unit.Tokens[Math.Min(name.Name.Last + 1, sentence.Count - 1)].Kind is TokenKind.Comma or TokenKind.Stop)
                yield return NameLists.Candidate(sentence, [name], byLastName: false);
        }
    }

    /// <summary>What stands in quotation marks, without them.</summary>
    public static AnswerCandidate? Inside(TextUnit unit, int quotation)
    {
        var span = unit.Tokens[quotation].Span;
        var inner = new TextSpan(span.Start + 1, span.End - 1);
        if (inner.Length is < 2 or > 80)
            return null;
        var text = inner.In(unit.Text).TrimEnd(',', '.');
        return new AnswerCandidate(text, string.Join(' ', Text.Tokenizer.Tokenize(text).Select(token => token.Term)), new TextSpan(inner.Start, inner.Start + text.Length)) { IsRead = true };
    }

    private static bool IsNoun(string term, string noun) => term == noun || Text.WordFamilies.Of(noun).Contains(term, StringComparer.Ordinal);
}
