namespace NewsBot.Models.Calling;

/// <summary>Why a language model gave nothing that can be used.</summary>
internal enum ModelFailure
{
    TookTooLong,

    /// <summary>Not reachable, an error of its own, or paused after several failures.</summary>
    Unavailable,

    /// <summary>Others are being answered.</summary>
    Busy,

    /// <summary>The day's budget is used up.</summary>
    OverBudget,

    /// <summary>It answered, but with nothing that states anything with its evidence.</summary>
    Unusable,

    /// <summary>It stated things that the articles do not bear out.</summary>
    Unconfirmed,
}

/// <param name="Text">What the model wrote; empty after a failure.</param>
/// <param name="Failure">Null when it answered.</param>
/// <param name="IsCut">Whether the text ends early, because time or space ran out.</param>
/// <param name="HasRefused">Whether the server is well but does not take such a request, as where it knows no tools.</param>
internal readonly record struct ModelReply(string Text, ModelFailure? Failure, bool IsCut = false, bool HasRefused = false);

/// <summary>Thrown inside a call that the day's budget does not cover; it never leaves this folder.</summary>
internal sealed class OverBudgetException : Exception;

/// <summary>Thrown inside a call that found no free place in time; it never leaves this folder.</summary>
internal sealed class NoPlaceException : Exception;
