using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>A proper name in a unit.</summary>
internal sealed class NameMention
{
    public required TextUnit Unit { get; init; }

    /// <summary>Tokens of the name, without title.</summary>
    public required Phrase Name { get; init; }

    /// <summary>First token of the title, or of the name where it has none.</summary>
    public required int First { get; init; }

    /// <summary>The words of the name.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Title or role right before it: "Chinese Defense Minister"; empty where none is.</summary>
    public required string Title { get; init; }

    /// <summary>Role right behind it: "spokesman for the city"; empty where none is.</summary>
    public required string Apposition { get; init; }

    /// <summary>Whether form and surroundings are those of a person's name.</summary>
    public required bool IsPerson { get; set; }

    /// <summary>A single word that opens its sentence: its capital tells nothing.</summary>
    public bool IsUncertain => Words.Count == 1 && Title.Length == 0 && (Name.First == 0 || !Unit.Tokens[Name.First - 1].IsWord);

    public TextSpan Span => Unit.SpanOf(Name.First, Name.Last);

    /// <summary>The same with the last word alone as name.</summary>
    public NameMention LastWord() => new()
    {
        Unit = Unit,
        Name = new Phrase(Name.Last, Name.Last),
        First = Name.Last,
        Words = [Words[^1]],
        Title = "",
        Apposition = Apposition,
        IsPerson = IsPerson,
    };
}
