using System.Buffers;

namespace NewsBot.Core.Articles;

/// <summary>Classes of punctuation that sentence splitting and quote finding share.</summary>
internal static class Punctuation
{
    public static readonly SearchValues<char> Terminators = SearchValues.Create(".!?…。！？");

    public static bool IsTerminator(char c) => Terminators.Contains(c);

    public static bool IsFullWidthTerminator(char c) => c is '。' or '！' or '？';

    /// <summary>Marks that may close something after a full stop. Straight marks count, as they do both.</summary>
    public static bool IsCloser(char c) => c is ')' or ']' or '}' || IsClosingQuote(c);

    public static bool IsClosingQuote(char c) => c is '"' or '\'' or '”' or '’' or '»' or '“' or '‘' or '›' or '」' or '』' or '＂';

    /// <summary>Marks that may open a sentence before its first letter.</summary>
    public static bool IsOpener(char c) =>
        c is '(' or '[' or '"' or '\'' or '“' or '‘' or '«' or '‹' or '„' or '‚' or '「' or '『' or '¿' or '¡' or '”' or '»';
}
