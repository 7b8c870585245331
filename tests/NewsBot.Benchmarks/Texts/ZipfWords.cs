namespace NewsBot.Benchmarks.Texts;

/// <summary>
/// Made-up words with the frequencies of rare words in text: rank r is drawn in proportion to 1 / (r + q)^s (Mandelbrot's
/// law), so that a growing corpus goes on meeting new ones.
/// </summary>
internal sealed class ZipfWords
{
    private const int Ranks = 400_000;
    private const double Offset = 50;
    private const double Exponent = 1.05;

    private static readonly string[] Onsets = ["b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "w", "z"];
    private static readonly string[] Nuclei = ["a", "e", "i", "o", "u", "ai", "ou", "ea", "ee"];
    private static readonly string[] Codas = ["", "n", "r", "l", "m", "sk", "nd", "rt"];

    private readonly double[] _cumulative = new double[Ranks];

    public ZipfWords()
    {
        var sum = 0.0;
        for (var rank = 0; rank < Ranks; rank++)
        {
            sum += Math.Pow(rank + Offset, -Exponent);
            _cumulative[rank] = sum;
        }
    }

    public string Next(Random random)
    {
        var at = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        return Spell(at < 0 ? ~at : at);
    }

    /// <summary>Two or three syllables, told apart by the rank.</summary>
    private static string Spell(int rank)
    {
        var rest = (uint)rank * 2654435761u; // Spreads neighbours over the alphabet.
        var word = "";
        for (var syllable = 0; syllable < 3 && (syllable < 2 || rest > 1000); syllable++)
        {
            word += Onsets[rest % Onsets.Length] + Nuclei[rest / 23 % Nuclei.Length] + Codas[rest / 207 % Codas.Length];
            rest /= 1656;
        }

        return word;
    }
}
