namespace NewsBot.FakeDiscord.Soak;

/// <summary>A slash command that users run in a soak.</summary>
public sealed record SoakCommand(string Name, params (string Name, object Value)[] Options);

/// <summary>How long, how much and what a soak asks, and what goes wrong meanwhile.</summary>
public sealed record SoakOptions
{
    public TimeSpan Length { get; init; } = TimeSpan.FromMinutes(10);

    public int Servers { get; init; } = 100;

    /// <summary>Members of each server; they take turns.</summary>
    public int MembersPerServer { get; init; } = 5;

    /// <summary>Slash commands a second. Mentions come on top, a sixth as many, and direct messages, a twelfth as many.</summary>
    public double CommandsPerSecond { get; init; } = 20;

    public TimeSpan FaultEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The order of faults and the choice of what is asked.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How long after the last request answers are waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(90);

    public required IReadOnlyList<SoakCommand> Commands { get; init; }

    /// <summary>What mentions and direct messages ask.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>The label of a button under answers that shows something at once; one click in ten commands.</summary>
    public string? Button { get; init; }
}
