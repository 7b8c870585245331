namespace NewsBot.Core.Answering.Gate.Wordings;

/// <summary>How sure a word's event is told to be.</summary>
internal enum Modality
{
    /// <summary>Told as a fact.</summary>
    Fact,

    /// <summary>"will", "is going to", "is set to".</summary>
    Future,

    /// <summary>"would"; also what "will" becomes in reported speech.</summary>
    Conditional,

    /// <summary>"may", "might", "could", "reportedly", "possibly".</summary>
    Possible,

    /// <summary>"can", "is able to".</summary>
    Able,

    /// <summary>"must", "has to".</summary>
    Duty,

    /// <summary>"should", "ought to".</summary>
    Advice,

    /// <summary>"plans to", "wants to", "agreed to", "tried to".</summary>
    Intent,

    /// <summary>"is expected to", "is likely to".</summary>
    Expected,

    /// <summary>An infinitive or a coordinated verb, whose governor is not told from its form: agrees with all.</summary>
    Open,
}

/// <summary>Whether a word is under a negation: it is, it is not, or the form does not tell how far the negation reaches.</summary>
internal enum Polarity
{
    Plain,
    Negated,
    Open,
}

/// <summary>What stands over a content word.</summary>
internal readonly record struct Marks(Polarity Polarity, Modality Modality)
{
    public bool AgreesInPolarity(Marks other) => Polarity == other.Polarity || Polarity == Polarity.Open || other.Polarity == Polarity.Open;

    /// <summary>"would" goes with "will" (reported speech), "could" stands for both possibility and ability; else they must be the same.</summary>
    public bool AgreesInModality(Marks other)
    {
        var (a, b) = Modality < other.Modality ? (Modality, other.Modality) : (other.Modality, Modality);
        return a == b || b == Modality.Open || (a, b) is (Modality.Future, Modality.Conditional) or (Modality.Possible, Modality.Able);
    }
}
