using NewsBot.FakeDiscord.Soak;

namespace NewsBot.Benchmarks.Discord;

/// <summary>What users ask: every kind of command, answered and declined, over the shipped articles.</summary>
internal static class SoakTalk
{
    public static SoakCommand[] Commands { get; } =
    [
        new("ask", ("question", "How long is the visit of the Chinese defense minister?")),
        new("ask", ("question", "How many people died in the Quarrow flood?")),
        new("ask", ("question", "What is the capital of Atlantis?")),
        new("whosaid", ("text", "multipolar world")),
        new("said", ("person", "Lukashenko"), ("topic", "China")),
        new("quote", ("text", "\"We are strong advocates for a bipolar world\"")),
        new("when", ("event", "did Lukashenko visit China")),
        new("timeline", ("topic", "Lake Vessen")),
        new("on", ("date", "22 June 2023")),
        new("summary", ("article", "the Quarrow flood")),
        new("sources"),
        new("help"),
    ];

    public static string[] Questions { get; } =
    [
        "who said multipolar world?",
        "how many people died in the Quarrow flood?",
        "when did Lukashenko visit China?",
        "what did Teodor Quist say?",
        "timeline of Lake Vessen",
        "what is the capital of Atlantis?",
    ];
}
