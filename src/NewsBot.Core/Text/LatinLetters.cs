namespace NewsBot.Core.Text;

/// <summary>
/// The plain letter under an accented one, for the Latin blocks of Unicode (U+00C0 to U+024F, U+1E00 to U+1EFF). A table,
/// since the program runs without the platform's culture data and so gives the same terms on every machine.
/// </summary>
public static class LatinLetters
{
    private const char None = '.';

    private const string Extended =
        "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll" +
        "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
        "................................oo.............uu..............." +
        "....dddlllnnnaaiioouuuuuuuuuu.aaaa....ggkkoooo..jdddgg..nnaa...." +
        "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............" +
        "................";

    private const string Additional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
        "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
        "wwwwwwwwwwxxxxyyzzzzzzhtwyas....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    /// <returns>a to z in lower case; the character itself where it is no accented Latin letter.</returns>
    public static char Plain(char c)
    {
        var plain = c switch
        {
            >= '\u00C0' and <= '\u024F' => Extended[c - '\u00C0'],
            >= '\u1E00' and <= '\u1EFF' => Additional[c - '\u1E00'],
            _ => None,
        };
        return plain == None ? c : plain;
    }
}
