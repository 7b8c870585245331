using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using NewsBot.Discord.Events;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Tests.Support;

namespace NewsBot.Discord.Tests;

public sealed class MeterTests
{
    [Fact]
    public async Task Requests_events_and_lost_connections_are_measured_without_ids_or_tokens()
    {
        var measured = new ConcurrentBag<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, it) =>
        {
            if (instrument.Meter.Name == DiscordServices.MeterName)
                it.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        listener.Start();

        await using var server = await ScriptedDiscord.StartAsync();
        server.Rest = _ => new Scripted(200, Samples.MessageJson);
        await using var client = RunningClient.Start(server);
        var peer = await server.AcceptReadyAsync();
        await peer.InteractionAsync(2, 2100);
        await client.Client.EditOriginalAsync(Samples.Handle(), new MessageEdit { Content = "x" }, CancellationToken.None);
        await peer.CloseAsync(4000);
        await client.Handler.NextAsync<Disconnected>();

        Assert.Contains("discord.request.duration route=PATCH webhooks/{id}/{token}/messages/@original status=200", measured);
        Assert.Contains("discord.events kind=InteractionReceived", measured);
        Assert.Contains("discord.connections.ended code=4000", measured);
        Assert.DoesNotContain(measured, line => line.Contains("secret", StringComparison.Ordinal) || line.Contains("2100", StringComparison.Ordinal));

        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            measured.Add(string.Join(' ', [instrument.Name, .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")]));
    }
}
