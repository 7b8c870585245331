using NewsBot.Core.Articles;

namespace NewsBot.Evaluation.Stories;

/// <summary>What outlets make of a wire story, by kind. Always the same for one seed.</summary>
internal sealed class WireCopies(Random random, IReadOnlyList<string> otherSentences)
{
    public static readonly IReadOnlyList<string> Kinds =
        ["as it is", "edited (5 % of the words)", "a fifth of the sentences dropped", "own lead of two sentences", "shortened to 60 %", "shortened to 40 %", "shortened to 30 % and edited", "own lead, own end, shortened to 60 %"];

    public string Make(string kind, string text)
    {
        var sentences = SentenceSplitter.Split(text).Select(sentence => sentence.Span.In(text)).ToList();
        return kind switch
        {
            "as it is" => text,
            "edited (5 % of the words)" => Edited(text, 0.05),
            "a fifth of the sentences dropped" => Joined(sentences.Where(_ => random.NextDouble() >= 0.2)),
            "own lead of two sentences" => Joined([Other(), Other(), .. sentences]),
            "shortened to 60 %" => Joined(sentences.Take(sentences.Count * 6 / 10)),
            "shortened to 40 %" => Joined(sentences.Take(sentences.Count * 4 / 10)),
            "shortened to 30 % and edited" => Edited(Joined(sentences.Take(sentences.Count * 3 / 10)), 0.03),
            _ => Joined([Other(), .. sentences.Take(sentences.Count * 6 / 10), Other(), Other()]),
        };
    }

    private string Other() => otherSentences[random.Next(otherSentences.Count)];

    private string Edited(string text, double share) =>
        string.Join(' ', text.Split(' ').Select(word => random.NextDouble() < share ? Other().Split(' ')[0] : word));

    private static string Joined(IEnumerable<string> sentences) => string.Join(' ', sentences);
}
