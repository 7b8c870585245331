using NewsBot.Core.Quotes;

namespace NewsBot.Core.Answering.Gate.Checks;

/// <summary>Verbs of reporting, behind and before which speaker and content may stand in either order.</summary>
internal static class CueWords
{
    public static bool Reports(string lower) => CueLexicon.Verb(lower) is { Verb: { Speech: true, Type: AttributionType.Assertion } };
}
