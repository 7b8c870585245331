using System.Collections.Frozen;
using NewsBot.Core.Answering.Gate.Lexicon;
using NewsBot.Core.Retrieval;
using NewsBot.Core.Retrieval.Parsing;

namespace NewsBot.Core.Answering.Extractive.Telling;

/// <summary>
/// The words that tell what a question asks in other words than its own: kin (<see cref="WordKinship"/>), words that may
/// stand for one another (<see cref="Synonyms"/>), and for a verb that only frames what is asked, the verbs that fill it:
/// who asks what a court decided is answered by "cleared". Names have no other words.
/// </summary>
internal sealed class TellingWords
{
    private static readonly (FrozenSet<string> Frames, FrozenSet<string> Fillings)[] Frames =
    [
        (QuestionWords.Set("decide decision rule conclude verdict"),
            QuestionWords.Set("rule order find found sentence clear acquit convict jail send sent fine reject dismiss approve uphold overturn ban allow confirm vote choose agree refuse award grant suspend close postpone")),
        (QuestionWords.Set("think feel believe react respond reaction response opinion view argue claim"),
            QuestionWords.Set("say said call praise criticise criticize condemn welcome blame describe fear hope warn doubt reject tell told")),
        (QuestionWords.Set("intend plan"), QuestionWords.Set("would will want")),
        (QuestionWords.Set("threaten"), QuestionWords.Set("warn vow")),
        (QuestionWords.Set("demand want request seek"), QuestionWords.Set("ask demand want call urge insist seek")),
        (QuestionWords.Set("receive"), QuestionWords.Set("share give award pay win")),
    ];

    /// <summary>No other words than kin.</summary>
    public static readonly TellingWords Kin = new([], []);

    private readonly Dictionary<string, HashSet<string>> _others = new(StringComparer.Ordinal);
    private readonly HashSet<string> _question;

    /// <param name="asked">The asked words, as terms.</param>
    /// <param name="question">All terms of the question: each says itself, and none of the others ("Copper Crown" no money).</param>
    public TellingWords(IEnumerable<string> asked, IEnumerable<string> question)
    {
        _question = [.. question];
        foreach (var term in asked)
            _others[term] = [.. Synonyms.Of(term), .. Frames.Where(frame => frame.Frames.Contains(term)).SelectMany(frame => frame.Fillings)];
    }

    /// <summary>Whether a word only frames what is asked.</summary>
    public static bool IsFrame(string asked) => Frames.Any(frame => frame.Frames.Contains(asked));

    /// <summary>Whether a verb only fills what an asked one frames.</summary>
    public static bool Fills(string said, string asked) =>
        said != asked && Frames.Any(frame => frame.Frames.Contains(asked) && frame.Fillings.Contains(said));

    public bool Say(IReadOnlySet<string> terms, string asked) => Match(terms, asked) is not null;

    /// <returns>The term that says the asked one, its kin before others; null where none does.</returns>
    public string? Match(IReadOnlySet<string> terms, string asked)
    {
        if (WordKinship.Match(terms, asked) is { } kin && (kin == asked || !_question.Contains(kin)))
            return kin;
        if (_others.TryGetValue(asked, out var others))
            foreach (var other in others)
                if (terms.Contains(other) && !_question.Contains(other))
                    return other;
        return null;
    }
}
