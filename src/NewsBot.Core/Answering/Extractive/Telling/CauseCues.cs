using System.Text.RegularExpressions;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Answering.Extractive.Telling;

/// <summary>Words that give a reason.</summary>
internal static partial class CauseCues
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:because|due to|owing to|thanks to|caused?|causing|causes|reasons?|why|so that|in order to|blam\w+|result(?:ed|s) (?:in|from)|led to|leading to|prompt\w+|spark\w+|trigger\w*|citing|cited|in (?:response|protest|retaliation)|therefore|hence|explain\w*|purpose|aim(?:ed|s)?|intend\w*|(?:is|was|are|were) meant to)\b", Options)]
    private static partial Regex Clear();

    [GeneratedRegex(@"\b(?:since|over|after|following|amid|as|to (?:help|avoid|protect|prevent|stop|save|keep|make|get|give|ensure|allow|reduce|protest|demand|avert|ask|discuss|sign|attend|meet|talk|take|find|see|visit|join|support|celebrate|improve|raise|cut|fight|become|pay|learn|study|work|buy|sell|build)|wants?|wanted|demand\w*|fear\w*|no longer|cannot|could not|failed|failure|must)\b", Options)]
    private static partial Regex Possible();

    /// <summary>A clear word of cause in the sentence or beside it, or in the sentence one that may be ("over", "after").</summary>
    public static bool At(AnalyzedArticle article, int sentence) =>
        Has(Clear(), article, sentence) || Has(Clear(), article, sentence - 1) || Has(Clear(), article, sentence + 1) || Has(Possible(), article, sentence);

    private static bool Has(Regex cue, AnalyzedArticle article, int sentence)
    {
        var sentences = article.Analysis.Sentences;
        return sentence >= 0 && sentence < sentences.Count && cue.IsMatch(sentences[sentence].Span.In(article.Article.Text));
    }
}
