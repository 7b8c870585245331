using NewsBot.Discord.Model;

namespace NewsBot.Discord.Gateway;

/// <summary>All shards of this process.</summary>
internal sealed class ShardFleet(ShardContext context)
{
    private volatile IReadOnlyList<GatewayShard> _shards = [];

    public int ShardCount { get; private set; }

    public IReadOnlyList<ShardHealth> Health => [.. _shards.Select(shard => shard.Health)];

    /// <summary>Runs until stopped, or until one shard is refused for good, which ends all.</summary>
    public async Task<DiscordStop> RunAsync(Intents intents, CancellationToken stop)
    {
        var requested = new DiscordStop(StopReason.Requested, "Stopped.");
        GatewayInfo info;
        try
        {
            var (answer, refusal) = await context.Gate.PrepareAsync(stop);
            if (refusal is not null)
                return refusal;
            info = answer!;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return requested;
        }

        if (!GatewayUrl.TryRead(info.Url, out var url))
            return new DiscordStop(StopReason.InvalidApiVersion, "Discord gave an address for the gateway that is none.");
        ShardCount = context.Options.ShardCount ?? Math.Clamp(info.Shards, 1, 10_000);
        var ids = context.Options.ShardIds.Count > 0 ? context.Options.ShardIds : [.. Enumerable.Range(0, ShardCount)];
        _shards = [.. ids.Order().Select(id => new GatewayShard(new ShardIdentity(context.Options.Token, intents, id, ShardCount), url, context))];

        using var all = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var running = _shards.Select(shard => shard.RunAsync(all.Token)).ToList();
        DiscordStop? refused = null;
        try
        {
            while (running.Count > 0 && refused is null)
            {
                var ended = await Task.WhenAny(running);
                running.Remove(ended);
                refused = await ended;
            }
        }
        finally
        {
            await all.CancelAsync();
            await Task.WhenAll(running);
        }

        return refused ?? requested;
    }
}
