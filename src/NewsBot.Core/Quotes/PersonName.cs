using System.Text;

namespace NewsBot.Core.Quotes;

/// <summary>
/// A name taken apart for comparison: diacritics folded, the usual ways of writing Slavic and other names in Latin letters
/// brought to one, short forms of given names to their full ones.
/// </summary>
internal sealed class PersonName
{
    private static readonly (string From, string To)[] Spellings =
    [
        ("yy", "i"), ("iy", "i"), ("ij", "i"), ("ii", "i"), ("yi", "i"), ("ey", "ei"), ("ay", "ai"), ("yu", "iu"), ("ju", "iu"), ("ya", "ia"), ("ja", "ia"), ("yo", "e"), ("ye", "e"),
        ("ks", "x"), ("tch", "ch"), ("tsch", "ch"), ("sch", "sh"), ("kh", "h"), ("ph", "f"), ("ou", "u"), ("oo", "u"), ("w", "v"), ("dj", "j"), ("dzh", "j"), ("zh", "j"), ("ck", "k"), ("q", "k"), ("y", "i"),
    ];

    private PersonName(string original, List<string> words, string suffix)
    {
        Original = original;
        Words = words;
        Suffix = suffix;
    }

    public string Original { get; }

    /// <summary>Folded words, without suffix.</summary>
    public IReadOnlyList<string> Words { get; }

    public string Suffix { get; }

    public bool IsSingle => Words.Count == 1;

    /// <summary>The last name as it sounds: what names are grouped by.</summary>
    public string LastKey => Sound(Words[^1]);

    public string FirstKey => FirstNames.Key(Words[0]);

    public static PersonName? Read(string name)
    {
        var words = new List<string>();
        var suffix = "";
        foreach (var word in name.Split([' ', '\u00A0', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Person.IsSuffix(word) && words.Count > 0)
            {
                suffix = word.TrimEnd('.').ToLowerInvariant();
                continue;
            }

            var folded = Fold(word);
            if (folded.Length > 0)
                words.Add(folded);
        }

        return words.Count == 0 ? null : new PersonName(name, words, suffix);
    }

    /// <summary>
    /// Whether two full names can be one person's: same last name, suffix and compatible first and middle names, where an
    /// initial is compatible with what it starts; or the same two words in the other order.
    /// </summary>
    public bool CanBe(PersonName other)
    {
        if (Suffix != other.Suffix)
            return false;
        if (Words.Count == 2 && other.Words.Count == 2 && Words[0] == other.Words[1] && Words[1] == other.Words[0])
            return true;
        if (LastKey != other.LastKey || IsSingle != other.IsSingle)
            return false;
        if (IsSingle)
            return true;
        return FirstCanBe(Words[0], other.Words[0]) && MiddleCanBe(other);
    }

    private static bool FirstCanBe(string a, string b) =>
        a == b || FirstNames.Key(a) == FirstNames.Key(b) || (a.Length > 1 && b.Length > 1 && Sound(a) == Sound(b)) || ((a.Length == 1 || b.Length == 1) && a[0] == b[0]);

    private bool MiddleCanBe(PersonName other)
    {
        var count = Math.Min(Words.Count, other.Words.Count);
        if (count < 3)
            return true;
        if (Words.Count != other.Words.Count)
            return false;
        for (var i = 1; i < count - 1; i++)
            if (Words[i][0] != other.Words[i][0])
                return false;
        return true;
    }

    /// <summary>Lower case, letters and digits only, diacritics gone.</summary>
    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(Letters.GetValueOrDefault(c, c));
        }

        return folded.ToString();
    }

    public static string Sound(string folded)
    {
        var sound = folded;
        foreach (var (from, to) in Spellings)
            sound = sound.Replace(from, to, StringComparison.Ordinal);
        if (sound.EndsWith("enka", StringComparison.Ordinal))
            sound = sound[..^1] + "o";
        var single = new StringBuilder(sound.Length);
        foreach (var c in sound)
            if (single.Length == 0 || single[^1] != c)
                single.Append(c);
        return single.ToString();
    }

    private static readonly Dictionary<char, char> Letters = BuildLetters();

    private static Dictionary<char, char> BuildLetters()
    {
        string[] groups = ["aàáâãäåāăąǎ", "cçćčĉċ", "dďđð", "eèéêëēĕėęě", "gğĝģġ", "hĥħ", "iìíîïĩīĭįı", "jĵ", "kķ", "lĺļľł", "nñńņň", "oòóôõöøōŏő", "rŕřŗ", "sśšşșŝß", "tťţțŧ", "uùúûüũūŭůűų", "wŵ", "yýÿŷ", "zžźż"];
        var letters = new Dictionary<char, char>();
        foreach (var group in groups)
            foreach (var c in group.AsSpan(1))
                letters[c] = group[0];
        return letters;
    }
}
