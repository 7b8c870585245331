using System.Collections.Frozen;
using NewsBot.Core.Answering.Gate.Lexicon;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Answering.Gate.Wordings;

/// <summary>Tells whether the capitalised word that opens a sentence may be a name, as the capital itself does not tell.</summary>
internal static class OpenerWords
{
    private static readonly FrozenSet<string> Common = (
        "according despite although though following meanwhile however moreover besides during since unless until within without among amid across along around behind beyond inside near " +
        "opposite outside past per throughout toward towards upon via whereas whether another any every each either neither many much most several some few one two three four five six seven " +
        "eight nine ten hundred thousand million half nobody nothing everyone everything someone something people men women children today yesterday tomorrow tonight last next later earlier " +
        "recent new old early late experts police state local national federal foreign prime former senior chief head first second third other more less only even still yes no perhaps maybe " +
        "instead rather thus hence therefore once twice again also just like unlike given based due thanks asked speaking writing talking heavy strong good bad big small large long short high low " +
        "lawmaker demand sale profit revenue output production trade growth inflation unemployment work construction traffic rain snow wind water power fire smoke gas oil food money evidence research data " +
        "information news word time day night morning life death war peace violence crime justice law order security defence defense health education science technology industry business").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Not a common word, and not of a form that names seldom have ("Officials", "Walking", "Finally").</summary>
    public static bool MayBeName(Wording wording, int i)
    {
        var word = wording.Words[i];
        if (FirstNames.IsKnown(word.Span.Of(wording.Text)) || Nationalities.IsOne(word.Lower))
            return true;
        if (word.IsStop || word.IsAdverb || Common.Contains(word.Lower) || Synonyms.Knows(word.Term) || Oppositions.Has(word.Term) || Alternatives.Has(word.Term) || word.Lower.Length < 3)
            return false;
        var lower = word.Lower;
        if (lower.EndsWith("'s", StringComparison.Ordinal))
            return true;
        return !(lower.EndsWith('s') || lower.EndsWith("ing", StringComparison.Ordinal) || lower.EndsWith("ed", StringComparison.Ordinal) || lower.EndsWith("ion", StringComparison.Ordinal)
            || lower.EndsWith("ment", StringComparison.Ordinal) || lower.EndsWith("ity", StringComparison.Ordinal) || lower.EndsWith("ness", StringComparison.Ordinal) || lower.EndsWith("er", StringComparison.Ordinal)
            || lower.EndsWith("ist", StringComparison.Ordinal) || lower.EndsWith("ive", StringComparison.Ordinal) || lower.EndsWith("ful", StringComparison.Ordinal) || lower.EndsWith("al", StringComparison.Ordinal));
    }
}
