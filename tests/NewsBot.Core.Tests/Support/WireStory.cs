namespace NewsBot.Core.Tests.Support;

/// <summary>A story of made-up words, and what outlets make of it.</summary>
internal sealed class WireStory(int seed, int sentences = 25)
{
    private readonly Random _random = new(seed * 7919);

    public IReadOnlyList<string> Sentences { get; } = Make(new Random(seed), sentences);

    public string Text => string.Join(' ', Sentences);

    /// <summary>The first sentences only.</summary>
    public string Shortened(double share) => string.Join(' ', Sentences.Take((int)(Sentences.Count * share)));

    /// <summary>With a share of the words exchanged.</summary>
    public string Edited(double share) =>
        string.Join(' ', Text.Split(' ').Select(word => _random.NextDouble() < share ? Word(_random) : word));

    /// <summary>With a lead of an outlet's own.</summary>
    public string WithLead() => string.Join(' ', Make(_random, 2)) + " " + Text;

    public static IReadOnlyList<string> Make(Random random, int sentences) =>
        [.. Enumerable.Range(0, sentences).Select(_ => string.Join(' ', Enumerable.Range(0, 20).Select(_ => Word(random))) + ".")];

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, 3).Select(_ => $"{"bdfgklmnprstvz"[random.Next(14)]}{"aeiou"[random.Next(5)]}"));
}
