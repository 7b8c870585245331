namespace NewsBot.Discord.Tests.Support;

/// <summary>Always the same: makes jitter known.</summary>
internal sealed class SteadyRandom(double value) : Random
{
    public override double NextDouble() => value;
}
