using System.Globalization;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Commands.Status;

/// <summary>The line of <c>/status</c> about the vectors.</summary>
internal static class VectorLine
{
    public static string Of(VectorState state, int passages)
    {
        var dimension = state.Dimension is { } numbers ? string.Create(CultureInfo.InvariantCulture, $", {numbers} dimensions") : "";
        var serving = state.Serving is { } other ? $"; those of {other} serve until all are there" : "";
        var failure = state is { LastFailure: { } text, FailedAt: { } at }
            ? string.Create(CultureInfo.InvariantCulture, $"; last failure {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {text}")
            : "; no failure";
        return string.Create(CultureInfo.InvariantCulture, $"vectors     {state.Model}{dimension}, {state.Passages} of {passages} passages{serving}{failure}");
    }
}
