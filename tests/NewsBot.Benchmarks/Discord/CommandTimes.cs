using System.Diagnostics.Metrics;

namespace NewsBot.Benchmarks.Discord;

/// <summary>Adds up what the bot's own instruments say of the time since they were last read: in the engine, and in requests to Discord.</summary>
internal sealed class CommandTimes : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private double _engine;
    private double _requests;

    public CommandTimes()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name is "newsbot.engine.duration" or "discord.request.duration")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, seconds, _, _) => Add(instrument, seconds));
        _listener.Start();
    }

    public (TimeSpan Engine, TimeSpan Requests) Take()
    {
        lock (_lock)
        {
            var taken = (TimeSpan.FromSeconds(_engine), TimeSpan.FromSeconds(_requests));
            (_engine, _requests) = (0, 0);
            return taken;
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double seconds)
    {
        lock (_lock)
        {
            if (instrument.Name == "newsbot.engine.duration")
                _engine += seconds;
            else
                _requests += seconds;
        }
    }
}
