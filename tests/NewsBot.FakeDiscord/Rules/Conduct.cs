namespace NewsBot.FakeDiscord.Rules;

/// <summary>A rule that the client under test broke, and how.</summary>
public sealed record Violation(SheetRow Row, string What, DateTimeOffset At)
{
    public override string ToString() => $"row {(int)Row} {Row}: {What}";
}

/// <summary>How the client under test behaved: which rules were tried on it and which it broke.</summary>
public sealed class Conduct(TimeProvider time)
{
    private const int Kept = 1000;
    private readonly Lock gate = new();
    private readonly List<Violation> violations = [];
    private readonly HashSet<SheetRow> exercised = [];

    /// <summary>The first thousand violations, in order.</summary>
    public IReadOnlyList<Violation> Violations
    {
        get { lock (gate) return [.. violations]; }
    }

    /// <summary>The rules that came up at least once, kept or broken.</summary>
    public IReadOnlySet<SheetRow> Exercised
    {
        get { lock (gate) return exercised.ToHashSet(); }
    }

    /// <summary>The violations of one rule.</summary>
    public IReadOnlyList<Violation> Of(SheetRow row) => [.. Violations.Where(violation => violation.Row == row)];

    /// <summary>Forgets what was recorded so far, as between two parts of one test.</summary>
    public void Clear()
    {
        lock (gate)
        {
            violations.Clear();
            exercised.Clear();
        }
    }

    internal void Exercise(SheetRow row)
    {
        lock (gate)
            exercised.Add(row);
    }

    internal void Violate(SheetRow row, string what)
    {
        lock (gate)
        {
            exercised.Add(row);
            if (violations.Count < Kept)
                violations.Add(new Violation(row, what, time.GetUtcNow()));
        }
    }

    /// <summary>Notes that the rule came up, and whether it was kept.</summary>
    internal bool Check(SheetRow row, bool kept, string otherwise)
    {
        if (kept)
            Exercise(row);
        else
            Violate(row, otherwise);
        return kept;
    }
}
