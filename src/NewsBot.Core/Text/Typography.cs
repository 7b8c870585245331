using System.Text;

namespace NewsBot.Core.Text;

/// <summary>
/// Folds away what a typesetter changes and a speaker cannot hear: kinds of quotation marks, apostrophes, dashes and
/// spaces. Letters, digits and the order of words stay as they are, so two texts that are equal when folded say the same.
/// </summary>
public static class Typography
{
    /// <summary>Marks become <c>" ' -</c>, an ellipsis three stops, white space one space; trimmed.</summary>
    public static string Fold(ReadOnlySpan<char> text) => Fold(text, null);

    /// <summary>Where each character of the folded text stands in the text.</summary>
    public static IReadOnlyList<int> Origins(ReadOnlySpan<char> text)
    {
        var origins = new List<int>(text.Length);
        Fold(text, origins);
        return origins;
    }

    private static string Fold(ReadOnlySpan<char> text, List<int>? origins)
    {
        var folded = new StringBuilder(text.Length);
        var space = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                space = true;
                continue;
            }

            if (IsInvisible(c))
                continue;
            if (space && folded.Length > 0)
                folded.Append(' ');
            space = false;
            if (c == '…')
                folded.Append("...");
            else
                folded.Append(Fold(c));
            while (origins is not null && origins.Count < folded.Length)
                origins.Add(i);
        }

        return folded.ToString();
    }

    public static char Fold(char c) => c switch
    {
        '“' or '”' or '„' or '‟' or '«' or '»' or '″' or '＂' or '「' or '」' or '『' or '』' => '"',
        '‘' or '’' or '‚' or '‛' or '‹' or '›' or '′' or '´' or '`' or 'ʼ' => '\'',
        '–' or '—' or '―' or '‐' or '‑' or '‒' or '−' => '-',
        _ => c,
    };

    /// <summary>Characters without a glyph: zero-width and directional marks, soft hyphens.</summary>
    public static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
