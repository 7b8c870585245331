using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

/// <summary>Tokens of a unit from one through another.</summary>
internal readonly record struct Phrase(int First, int Last)
{
    public bool IsEmpty => Last < First;

    public int Count => Last - First + 1;
}

/// <summary>An attribution as a unit shows it, before anybody asked who the source is.</summary>
internal sealed class Attribution
{
    public required TextUnit Unit { get; init; }

    public required List<TextSpan> Content { get; init; }

    public TextSpan? Cue { get; init; }

    /// <summary>Tokens of the source with its apposition; null where it has none of its own.</summary>
    public Phrase? Source { get; init; }

    /// <summary>Tokens of the source without apposition; for a relative pronoun those of the phrase that it stands for.</summary>
    public Phrase Core { get; init; }

    /// <summary>Who passed the words on: "was quoted as saying by the agency".</summary>
    public Phrase? Channel { get; init; }

    public QuoteStance Stance { get; init; }

    public AttributionType Type { get; init; }

    /// <summary>Whether a quotation without a cue may go on from it.</summary>
    public bool Speech { get; init; }

    /// <summary>The attribution whose source this one shares, having none of its own, or which stands around it.</summary>
    public Attribution? SharesSource { get; init; }

    /// <summary>The same for some of its content, inside the content of another, whose source an "I" in it means.</summary>
    public Attribution Inside(Attribution? outer, List<TextSpan> content) => new()
    {
        Unit = Unit,
        Content = content,
        Cue = Cue,
        Source = Source,
        Core = Core,
        Channel = Channel,
        Stance = Stance,
        Type = Type,
        Speech = Speech,
        SharesSource = outer,
    };
}
