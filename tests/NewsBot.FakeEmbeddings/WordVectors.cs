namespace NewsBot.FakeEmbeddings;

/// <summary>
/// A deterministic embedding: words and their runs of three letters, hashed into a vector whose numbers the model's name
/// decides. Words of one meaning count as one word, so that texts without a common word can be near each other.
/// </summary>
public static class WordVectors
{
    private static readonly string[][] Meanings =
    [
        ["doctor", "physician", "medic"],
        ["resign", "resigned", "quit", "quits", "depart", "departed", "departure"],
        ["ship", "vessel", "boat", "freighter"],
        ["fire", "blaze", "inferno"],
        ["ruined", "destroyed", "devastated", "gutted"],
        ["school", "academy", "college"],
        ["wage", "salary", "pay", "earnings"],
    ];

    private static readonly Dictionary<string, string> MeaningOf =
        Meanings.SelectMany(words => words, (words, word) => (word, words[0])).ToDictionary(pair => pair.word, pair => pair.Item2);

    private static readonly HashSet<string> Empty =
        ["a", "an", "and", "as", "at", "by", "did", "do", "for", "from", "had", "has", "have", "he", "her", "his", "in", "is", "it", "of", "on", "or", "said", "she", "that", "the", "their", "they", "to", "was", "were", "what", "when", "where", "which", "who", "why", "will", "with"];

    public static float[] Of(string model, string text, int dimension)
    {
        var vector = new float[dimension];
        foreach (var raw in text.ToLowerInvariant().Split([.. " \t\r\n.,;:!?\"'()[]“”’-"], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Empty.Contains(raw))
                continue;
            var word = MeaningOf.GetValueOrDefault(raw, raw);
            Add(vector, Hash(model, word), 1);
            for (var i = 0; i + 3 <= word.Length; i++)
                Add(vector, Hash(model, $"~{word.AsSpan(i, 3)}"), 0.3f);
        }

        var length = MathF.Sqrt(vector.Sum(number => number * number));
        if (length == 0)
            vector[0] = length = 1;
        return Array.ConvertAll(vector, number => number / length);
    }

    private static void Add(float[] vector, uint hash, float weight) =>
        vector[(hash >> 1) % (uint)vector.Length] += (hash & 1) == 0 ? weight : -weight;

    private static uint Hash(string model, string feature)
    {
        var hash = 2166136261u; // FNV-1a
        foreach (var c in $"{model}|{feature}")
            hash = (hash ^ c) * 16777619u;
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        return hash ^ (hash >> 12);
    }
}
