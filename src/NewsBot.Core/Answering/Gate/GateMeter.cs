using System.Diagnostics.Metrics;

namespace NewsBot.Core.Answering.Gate;

/// <summary>Counts what the gate let through and what it dropped, by reason; of the statements themselves nothing is kept.</summary>
internal static class GateMeter
{
    private static readonly Meter Meter = new(AnswerGate.MeterName);

    private static readonly Counter<long> Passed = Meter.CreateCounter<long>("gate.statements.passed", description: "Statements that went out, by kind.");

    private static readonly Counter<long> Rejected = Meter.CreateCounter<long>("gate.statements.rejected", description: "Statements that were dropped, by kind and reason.");

    public static void Pass(StatementKind kind) => Passed.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));

    public static void Reject(StatementKind kind, RejectionReason reason) =>
        Rejected.Add(1, new("kind", kind.ToString()), new("reason", reason.ToString()));
}
