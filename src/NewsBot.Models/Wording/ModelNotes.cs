using System.Globalization;
using NewsBot.Models.Calling;

namespace NewsBot.Models.Wording;

/// <summary>What the user is told where an answer is extracts because the model could not word it.</summary>
internal static class ModelNotes
{
    public static string Of(ModelFailure failure, DateTimeOffset nextDay) => failure switch
    {
        ModelFailure.TookTooLong => "The language model took too long, so these are the articles' own sentences.",
        ModelFailure.Busy => "The language model is busy, so these are the articles' own sentences.",
        ModelFailure.OverBudget => string.Create(CultureInfo.InvariantCulture, $"Today's budget for the language model is used up, so these are the articles' own sentences. It answers again from {nextDay:d MMMM yyyy HH:mm} UTC."),
        ModelFailure.Unusable => "The language model gave no usable answer, so these are the articles' own sentences.",
        ModelFailure.Unconfirmed => "What the language model wrote is not borne out by the articles, so these are their own sentences.",
        _ => "The language model is not available just now, so these are the articles' own sentences.",
    };
}
