using NewsBot.FakeDiscord.Rules;

namespace NewsBot.FakeDiscord.Gateway;

/// <summary>Remembers how each shard's connection ended and judges what the client does next.</summary>
internal sealed class Comebacks(Conduct conduct)
{
    private readonly Dictionary<int, (NextStep Allowed, string Why, Intents? Refused)> expected = [];

    public void Expect(int shard, NextStep allowed, string why, Intents? refused = null)
    {
        conduct.Exercise(SheetRow.ConnectionEnds);
        expected[shard] = (allowed, why, refused);
    }

    /// <summary>A try to resume could not even connect: an identify is right now as well.</summary>
    public void ConnectFailed()
    {
        foreach (var (shard, was) in expected.ToList())
        {
            if (was.Allowed.HasFlag(NextStep.Resume))
                expected[shard] = (NextStep.Either, was.Why, null);
        }
    }

    public void Arrived(int shard, NextStep step, Intents? intents = null)
    {
        if (!expected.Remove(shard, out var was) || was.Allowed.HasFlag(step))
            return;
        if (step == NextStep.Identify && was.Refused is { } refused && intents != refused)
            return;
        var wanted = was.Allowed == NextStep.Nothing ? "staying away" : was.Allowed.ToString().ToLowerInvariant();
        conduct.Violate(SheetRow.ConnectionEnds, $"{step.ToString().ToLowerInvariant()} after {was.Why}, which calls for {wanted}");
        if (was.Allowed == NextStep.Nothing)
            expected[shard] = was;
    }

    public void Done(int shard) => expected.Remove(shard);

    /// <summary>A new client starts: nothing is expected of it.</summary>
    public void Forget() => expected.Clear();
}
