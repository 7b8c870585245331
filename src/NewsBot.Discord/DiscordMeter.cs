using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsBot.Discord.Events;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord;

/// <summary>Counts and spans for whoever collects metrics. Routes are given without ids, so that their number is small and no token shows.</summary>
internal static class DiscordMeter
{
    private static readonly Meter Meter = new(DiscordServices.MeterName);

    private static readonly ActivitySource Traces = new(DiscordServices.MeterName);

    private static readonly Histogram<double> RequestDuration = Meter.CreateHistogram<double>(
        "discord.request.duration", "s", "Attempts of requests, by route and status (0: no answer).");

    private static readonly Histogram<double> RequestWait = Meter.CreateHistogram<double>(
        "discord.request.limit_wait", "s", "How long requests were held back for rate limits, by route.");

    private static readonly Counter<long> EventsTaken = Meter.CreateCounter<long>("discord.events", description: "Events taken for the handler, by kind.");

    private static readonly Counter<long> EventsDropped = Meter.CreateCounter<long>("discord.events.dropped", description: "Events dropped because their queue was full, by kind.");

    private static readonly Counter<long> Connections = Meter.CreateCounter<long>("discord.connections.ended", description: "Gateway connections that ended, by close code (0: none).");

    /// <summary>The span of one attempt, where somebody collects them.</summary>
    public static Activity? Attempting(RestRequest request) => Traces.StartActivity(request.ToString(), ActivityKind.Client);

    public static void Attempted(RestRequest request, RestAnswer? answer, TimeSpan took) =>
        RequestDuration.Record(took.TotalSeconds, new("route", request.ToString()), new("status", (int)(answer?.Status ?? 0)));

    public static void Waited(RestRequest request, TimeSpan wait) => RequestWait.Record(wait.TotalSeconds, new KeyValuePair<string, object?>("route", request.ToString()));

    public static void Took(DiscordEvent discordEvent, bool dropped) =>
        (dropped ? EventsDropped : EventsTaken).Add(1, new KeyValuePair<string, object?>("kind", discordEvent.GetType().Name));

    public static void Ended(int? closeCode) => Connections.Add(1, new KeyValuePair<string, object?>("code", closeCode ?? 0));
}
