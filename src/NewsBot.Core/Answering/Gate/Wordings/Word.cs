using NewsBot.Core.Articles;

namespace NewsBot.Core.Answering.Gate.Wordings;

/// <summary>A word of a statement or of cited words.</summary>
/// <param name="Term">As <see cref="Text.Tokenizer"/> gives it: what is compared.</param>
/// <param name="Lower">As it is written, in small letters: what cues are told by.</param>
/// <param name="Span">Where it stands in <see cref="Wording.Text"/>.</param>
/// <param name="Sentence">Number of its sentence, from 0.</param>
/// <param name="Clause">Number of its stretch between punctuation marks, from 0.</param>
internal readonly record struct Word(string Term, string Lower, TextSpan Span, int Sentence, int Clause)
{
    /// <summary>Carries no topic: an article, a preposition, an auxiliary.</summary>
    public bool IsStop { get; init; }

    public bool IsCapital { get; init; }

    /// <summary>Opens its sentence, where any word has a capital.</summary>
    public bool IsOpener { get; init; }

    /// <summary>Has a digit or is a number word.</summary>
    public bool IsFigure { get; init; }

    /// <summary>Says how or when something is done and stands between an auxiliary and its verb.</summary>
    public bool IsAdverb { get; init; }

    public bool IsContent => !IsStop;

    /// <summary>Looks like (a part of) a name.</summary>
    public bool IsName => IsCapital && !IsStop && !IsOpener && !IsFigure;
}
