using NewsBot.Discord.Asking;

namespace NewsBot.Discord.Operation;

/// <summary>Whether the bot is alive, and whether it serves. Silence of the gateway counts, not what the connection claims.</summary>
internal sealed class HealthCheck(IDiscordClient client, BotState state, RequestQueue queue, TimeProvider time)
{
    /// <summary>Heartbeats are acknowledged about every 41 seconds.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(3);

    /// <returns>Red when the gateway has been silent for three minutes, also at the start.</returns>
    public (bool Ok, string Text) Alive()
    {
        if (state.IsPassive)
            return (true, "passive: another process serves this token");
        var silence = client.Health.Silence(time.GetUtcNow()) ?? time.GetUtcNow() - state.StartedAt;
        return silence > LongestSilence ? (false, $"the gateway has been silent for {Ages.Of(silence)}") : (true, "ok");
    }

    public (bool Ok, string Text) Serving()
    {
        if (state.IsPassive)
            return (false, "passive: another process serves this token");
        if (queue.IsClosed)
            return (false, "stopping");
        var alive = Alive();
        return !alive.Ok || client.Health.IsReady ? alive : (false, "not connected");
    }
}
