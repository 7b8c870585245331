namespace NewsBot.Core.Quotes;

/// <summary>What stands behind a cue verb.</summary>
internal enum CueFrame
{
    /// <summary>A clause or a quotation: "said that it was late", "said: ...".</summary>
    Say,

    /// <summary>An addressee before the clause: "told reporters that".</summary>
    Tell,

    /// <summary>A question: "asked whether", "asked the crowd to stand".</summary>
    Ask,

    /// <summary>A clause that is held, not said: "believes that".</summary>
    Think,

    /// <summary>A plan, a wish or a request: "wants to", "urged them to".</summary>
    Want,

    /// <summary>An object that is judged: "praised the plan".</summary>
    Judge,
}

/// <summary>
/// A verb that can mark an attribution. The types are those of the Penn Attribution Relations Corpus
/// (Pareti 2012): what is said, held, known, or meant to come about.
/// <c>Speech</c> tells whether the verb can stand beside a direct quotation.
/// </summary>
internal sealed record CueVerb(string Lemma, CueFrame Frame, AttributionType Type, bool Speech, QuoteStance Stance);

[Flags]
internal enum VerbForms : byte
{
    None = 0,
    Base = 1,
    Third = 2,
    Past = 4,
    Participle = 8,
    Gerund = 16,

    /// <summary>Can head a clause without an auxiliary.</summary>
    Finite = Base | Third | Past,
}
