using System.Diagnostics.Metrics;

namespace NewsBot.Models.Calling;

/// <summary>Counts answers of the model by what became of them, and tokens; of texts nothing is kept.</summary>
internal static class ModelMeter
{
    public const string MeterName = "NewsBot.Models";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Calls = Meter.CreateCounter<long>("model.calls", description: "Answers of the model, by prompt and outcome.");

    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>("model.tokens", description: "Tokens, by direction.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("model.duration", "s", "How long the model took, by prompt.");

    public static void Answer(string prompt, ModelFailure? failure, TimeSpan elapsed)
    {
        Calls.Add(1, new("prompt", prompt), new("outcome", failure?.ToString() ?? "Answered"));
        Duration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("prompt", prompt));
    }

    public static void Use(long input, long output)
    {
        Tokens.Add(input, new KeyValuePair<string, object?>("direction", "input"));
        Tokens.Add(output, new KeyValuePair<string, object?>("direction", "output"));
    }
}
