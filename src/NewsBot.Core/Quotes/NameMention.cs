using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>A proper name in a unit.</summary>
/// <param name="Unit">The unit it stands in.</param>
/// <param name="Name">Tokens of the name, without title.</param>
/// <param name="Words">The words of the name.</param>
/// <param name="Title">Title or role right before it: "Chinese Defense Minister"; empty where none is.</param>
/// <param name="Apposition">Role right behind it: "a spokesman for the city"; empty where none is.</param>
/// <param name="First">First token of the title, or of the name where it has none.</param>
/// <param name="IsPerson">Whether form and surroundings are those of a person's name.</param>
internal sealed record NameMention(TextUnit Unit, Phrase Name, IReadOnlyList<string> Words, string Title, string Apposition, int First, bool IsPerson)
{
    /// <summary>A single word that opens its sentence: its capital tells nothing.</summary>
    public bool IsUncertain => Words.Count == 1 && Title.Length == 0 && (Name.First == 0 || !Unit.Tokens[Name.First - 1].IsWord);

    public TextSpan Span => Unit.SpanOf(Name.First, Name.Last);
}
