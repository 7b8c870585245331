using NewsBot.Core.Articles;

namespace NewsBot.Core.Quotes;

public enum QuoteKind
{
    /// <summary>Wholly in quotation marks.</summary>
    Direct,

    /// <summary>Reported without quotation marks: "he said that ...".</summary>
    Indirect,

    /// <summary>Reported and partly in quotation marks.</summary>
    Mixed,
}

/// <summary>What the speaker does with the content. Only <see cref="Asserted"/> may be reported as a statement of theirs.</summary>
public enum QuoteStance
{
    Asserted,

    /// <summary>"did not say that", "denied that".</summary>
    Denied,

    /// <summary>"asked whether".</summary>
    Asked,

    /// <summary>"might say that", "if he says".</summary>
    Hypothetical,
}

/// <summary>
/// What kind of content an attribution gives, after the Penn Attribution Relations Corpus (Pareti 2012). Only
/// <see cref="Assertion"/> is something said; the others are what an article reports of someone's mind.
/// </summary>
public enum AttributionType
{
    /// <summary>Said or written: "said that", "praised", "according to".</summary>
    Assertion,

    /// <summary>Held: "believes that", "supports".</summary>
    Belief,

    /// <summary>Known or found: "knows that", "the poll showed".</summary>
    Fact,

    /// <summary>Wished, planned or asked for: "wants to", "urged them to".</summary>
    Eventuality,
}

public enum SpeakerKind
{
    /// <summary>Nobody is named near the quote.</summary>
    Unknown,

    /// <summary>A person by name.</summary>
    Person,

    /// <summary>A person by title or role only: "the Chinese defense chief".</summary>
    Role,

    /// <summary>An organisation, an outlet or a document.</summary>
    Organisation,
    Pronoun,

    /// <summary>Several people: "officials", "critics".</summary>
    Collective,

    /// <summary>Somebody who is deliberately not named: "a source who asked not to be named".</summary>
    Anonymous,
}

/// <summary>Whose words a quote gives, as the text says it and as the article resolves it.</summary>
public sealed record Speaker
{
    public static readonly Speaker Unknown = new() { Text = "", Kind = SpeakerKind.Unknown };

    /// <summary>The words of the text: "the Chinese defense chief", "he".</summary>
    public required string Text { get; init; }

    /// <summary>Where they stand; null when the speaker is carried over from an earlier quote without a word of its own.</summary>
    public TextSpan? Span { get; init; }

    public required SpeakerKind Kind { get; init; }

    /// <summary>
    /// The speaker's full name without title, resolved inside the article: "Li Shangfu". For organisations their name.
    /// Null when the text supports no single one; <see cref="Candidates"/> then has those that it leaves open.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>Title or role that the article gives with the name: "Chinese Defense Minister".</summary>
    public string? Title { get; init; }

    /// <summary>Names between which the text does not decide; empty unless ambiguous.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>Through whom the words come: "was quoted as saying by the BelTA news agency" gives "the BelTA news agency".</summary>
    public string? Channel { get; init; }
}

/// <summary>Words that an article attributes to somebody. Spans are offsets into the article's text.</summary>
public sealed record Quote
{
    public required QuoteKind Kind { get; init; }

    /// <summary>What was said, in order, with its quotation marks; several spans when the cue splits it or it runs on.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>The words that mark the attribution: "said", "according to"; null for a quote that only continues another.</summary>
    public TextSpan? Cue { get; init; }

    public required Speaker Speaker { get; init; }

    public QuoteStance Stance { get; init; }

    /// <summary>Whether the content is said, held, known or wished.</summary>
    public AttributionType Type { get; init; }
}
