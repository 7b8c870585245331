using NewsBot.Core.Articles;

namespace NewsBot.Core.Text;

/// <summary>A run of capitalised words, which in English news is most often a name.</summary>
/// <param name="Span">From the first to the last word.</param>
/// <param name="Words">How many capitalised words it has.</param>
/// <param name="OpensSentence">Whether its first word opens a sentence, where any word is capitalised.</param>
public readonly record struct CapitalisedRun(TextSpan Span, int Words, bool OpensSentence);

/// <summary>
/// Finds names by their capitals: "Li Shangfu", "Bank of England", "Ursula von der Leyen". A run goes on over a space or a
/// hyphen and over joining words ("of", "van", "al") between two capitals, and ends at any other mark. Stop words that
/// open a sentence belong to no run.
/// </summary>
public static class CapitalisedRuns
{
    public static IReadOnlyList<CapitalisedRun> In(string text, TextSpan span)
    {
        var runs = new List<CapitalisedRun>();
        var tokens = Tokenizer.Tokenize(text, span);
        var i = 0;
        while (i < tokens.Count)
        {
            var first = tokens[i];
            var opens = Opens(text, span.Start, first.Span.Start);
            if (!IsCapital(text, first.Span) || (StopWords.Contains(first.Term) && !IsAcronym(text, first.Span)))
            {
                i++;
                continue;
            }

            var last = i;
            var words = 1;
            while (Next(text, tokens, last) is var next && next > last)
            {
                last = next;
                words++;
            }

            runs.Add(new CapitalisedRun(new TextSpan(first.Span.Start, tokens[last].Span.End), words, opens));
            i = last + 1;
        }

        return runs;
    }

    /// <summary>The index of the next capitalised token of the run; the given one where it ends.</summary>
    private static int Next(string text, List<Token> tokens, int at)
    {
        var next = at + 1;
        if (next >= tokens.Count || !Joined(text, tokens[at].Span, tokens[next].Span) || IsPossessive(text, tokens[at].Span))
            return at;
        if (IsCapital(text, tokens[next].Span))
            return StopWords.Contains(tokens[next].Term) && !IsAcronym(text, tokens[next].Span) ? at : next;
        var joining = next;
        while (joining < tokens.Count && joining - at <= 2 && IsJoiningWord(tokens[joining].Span.Of(text)))
            joining++;
        return joining > next && joining < tokens.Count && Joined(text, tokens[joining - 1].Span, tokens[joining].Span)
            && IsCapital(text, tokens[joining].Span) && !StopWords.Contains(tokens[joining].Term) ? joining : at;
    }

    private static bool IsJoiningWord(ReadOnlySpan<char> word) =>
        word is "of" or "de" or "da" or "do" or "dos" or "du" or "la" or "le" or "van" or "von" or "der" or "den" or "bin" or "ibn" or "al" or "el" or "y";

    private static bool IsCapital(string text, TextSpan word) => char.IsUpper(text[word.Start]) || (char.IsDigit(text[word.Start]) && HasCapital(text, word));

    private static bool HasCapital(string text, TextSpan word)
    {
        for (var i = word.Start; i < word.End; i++)
            if (char.IsUpper(text[i]))
                return true;
        return false;
    }

    private static bool IsAcronym(string text, TextSpan word)
    {
        var letters = 0;
        for (var i = word.Start; i < word.End; i++)
        {
            if (char.IsLower(text[i]))
                return false;
            letters += char.IsUpper(text[i]) ? 1 : 0;
        }

        return letters > 1;
    }

    private static bool IsPossessive(string text, TextSpan word) =>
        word.Length > 2 && text[word.End - 1] is 's' && text[word.End - 2] is '\'' or '’';

    private static bool Joined(string text, TextSpan left, TextSpan right)
    {
        for (var i = left.End; i < right.Start; i++)
        {
            var c = text[i];
            if (c == '.' && left.Length <= 3 && char.IsUpper(text[left.Start]))
                continue; // "F." and "Sen."
            if (c is not (' ' or '-' or '&' or '\u00A0'))
                return false;
        }

        return right.Start - left.End <= 3;
    }

    /// <summary>Whether nothing but marks stands between the start, or the end of a sentence, and a word.</summary>
    private static bool Opens(string text, int start, int word)
    {
        var i = word - 1;
        while (i >= start && (char.IsWhiteSpace(text[i]) || Punctuation.IsOpener(text[i])))
            i--;
        return i < start || Punctuation.IsTerminator(text[i]) || text[i] == ':';
    }
}
