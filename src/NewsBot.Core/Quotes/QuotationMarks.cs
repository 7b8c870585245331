using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

internal enum MarkKind
{
    Straight,
    StraightSingle,

    /// <summary>Two straight single marks or grave accents, as wire copy sets a double mark.</summary>
    Doubled,
    Curly,
    CurlySingle,

    /// <summary>„ ... “ or „ ... ”.</summary>
    Low,
    LowSingle,
    Guillemets,
    SingleGuillemets,

    /// <summary>» ... «.</summary>
    InwardGuillemets,

    /// <summary>” ... ”.</summary>
    RightTwice,
    Corner,
    WhiteCorner,
    FullWidth,
}

/// <summary>What each quotation mark can do at its place.</summary>
internal static class QuotationMarks
{
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("\"'`“”‘’„‟‚‛«»‹›「」『』＂");

    private static readonly string[] Elisions = ["em", "til", "tis", "twas", "cause", "bout", "round", "n", "cuz", "ere", "gainst", "neath"];

    public static bool IsMark(char c) => Marks.Contains(c);

    /// <summary>2 where two single marks stand for one double mark, else 1.</summary>
    public static int WidthAt(string text, int at, int end) =>
        text[at] is '\'' or '`' && at + 1 < end && text[at + 1] == text[at] ? 2 : 1;

    public static bool IsDouble(MarkKind kind) => kind is not (MarkKind.StraightSingle or MarkKind.CurlySingle or MarkKind.LowSingle);

    public static bool NestsInItself(MarkKind kind) => kind is MarkKind.Guillemets or MarkKind.Corner or MarkKind.WhiteCorner;

    /// <summary>Whether a paragraph's first character repeats the mark of a running quotation.</summary>
    public static bool OpensAgain(char c, MarkKind kind) => kind switch
    {
        MarkKind.Straight => c == '"',
        MarkKind.Doubled => c is '\'' or '`',
        MarkKind.Curly => c is '“',
        MarkKind.Low => c is '„',
        MarkKind.Guillemets => c is '«' or '»',
        MarkKind.InwardGuillemets => c is '»',
        MarkKind.RightTwice => c == '”',
        MarkKind.Corner => c == '「',
        MarkKind.WhiteCorner => c == '『',
        MarkKind.FullWidth => c == '＂',
        _ => false,
    };

    /// <summary>The kind that the mark opens here; null when it cannot open one.</summary>
    public static MarkKind? OpeningKind(string text, int at, int width, TextSpan paragraph)
    {
        var before = at > paragraph.Start ? text[at - 1] : ' ';
        var after = at + width < paragraph.End ? text[at + width] : ' ';
        var free = !char.IsLetterOrDigit(before) && !char.IsWhiteSpace(after);
        if (width == 2)
            return free ? MarkKind.Doubled : null;
        return text[at] switch
        {
            '“' or '‟' => MarkKind.Curly,
            '„' => MarkKind.Low,
            '«' => before is ' ' || free ? MarkKind.Guillemets : null,
            '‹' => MarkKind.SingleGuillemets,
            '»' when free => MarkKind.InwardGuillemets,
            '「' => MarkKind.Corner,
            '『' => MarkKind.WhiteCorner,
            '＂' => MarkKind.FullWidth,
            '‚' when free => MarkKind.LowSingle,
            '"' when free => MarkKind.Straight,
            '”' when free => MarkKind.RightTwice,
            '‘' or '‛' when free && !IsElision(text, at, paragraph.End) => MarkKind.CurlySingle,
            '\'' or '`' when free && !IsElision(text, at, paragraph.End) => MarkKind.StraightSingle,
            _ => null,
        };
    }

    public static bool Closes(string text, int at, int width, MarkKind open, TextSpan paragraph)
    {
        var before = at > paragraph.Start ? text[at - 1] : ' ';
        var after = at + width < paragraph.End ? text[at + width] : ' ';
        var c = text[at];
        if (width == 2)
            return open == MarkKind.Doubled;
        return open switch
        {
            MarkKind.Straight => c is '"' or '”' && !IsInch(text, at, paragraph.Start) && !LooksOpening(before, after),
            MarkKind.Curly => c is '”' || (c is '"' or '“' && !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after)),
            MarkKind.RightTwice => c == '”',
            MarkKind.Low => c is '“' or '”' or '"',
            MarkKind.LowSingle => c is '‘' or '’' && !char.IsLetter(after),
            MarkKind.Guillemets => c == '»',
            MarkKind.InwardGuillemets => c == '«',
            MarkKind.SingleGuillemets => c == '›',
            MarkKind.Corner => c == '」',
            MarkKind.WhiteCorner => c == '』',
            MarkKind.FullWidth => c == '＂',
            MarkKind.CurlySingle => c is '’' or '\'' && !char.IsLetterOrDigit(after) && !char.IsWhiteSpace(before),
            MarkKind.StraightSingle => c is '\'' or '’' && !char.IsLetterOrDigit(after) && !char.IsWhiteSpace(before),
            MarkKind.Doubled => c == '"',
            _ => false,
        };
    }

    /// <summary>White space before and a letter after: this one opens, and the open one was never closed.</summary>
    private static bool LooksOpening(char before, char after) => before is ' ' or '\u00A0' or '\n' && char.IsLetterOrDigit(after);

    /// <summary>6'2" and 19' 11": the mark behind feet.</summary>
    private static bool IsInch(string text, int at, int start)
    {
        var i = at - 1;
        while (i >= start && at - i < 6 && (char.IsDigit(text[i]) || text[i] is '.' or '/' or ' ' or '½' or '¼' or '¾'))
            i--;
        return i < at - 1 && i > start && text[i] is '\'' or '’' or '′' && char.IsDigit(text[i - 1]);
    }

    /// <summary>'90s, 'em, 'til: the mark stands for letters left out.</summary>
    private static bool IsElision(string text, int at, int end)
    {
        var stop = at + 1;
        while (stop < end && stop - at < 10 && char.IsLetterOrDigit(text[stop]))
            stop++;
        var word = text.AsSpan(at + 1, stop - at - 1);
        if (word.Length >= 2 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]) && (word.Length == 2 || (word.Length == 3 && word[2] == 's')))
            return true;
        foreach (var elision in Elisions)
            if (word.Equals(elision, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
