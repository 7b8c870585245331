namespace NewsBot.Core.Corpus;

/// <summary>
/// Counts what a reload has done and passes it on at the first article, then at most every two seconds, and at the end.
/// The time left is the time so far for each article read, times those that are still to be read. Safe for use by several threads.
/// </summary>
internal sealed class PacedProgress(IProgress<ReloadProgress> told, int? total, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly long _started = time.GetTimestamp();
    private long? _lastTold;
    private int _read;
    private int _analyzed;

    public void Read() => Count(ref _read);

    public void Analyzed() => Count(ref _analyzed);

    public void End()
    {
        lock (_lock)
            Tell();
    }

    private void Count(ref int counter)
    {
        lock (_lock)
        {
            counter++;
            if (_lastTold is not { } last || time.GetElapsedTime(last) >= Pace)
                Tell();
        }
    }

    private void Tell()
    {
        _lastTold = time.GetTimestamp();
        told.Report(new ReloadProgress(_read, _analyzed, total, Left()));
    }

    private TimeSpan? Left() =>
        total is { } all && _read > 0 ? time.GetElapsedTime(_started) * (Math.Max(0, all - _read) / (double)_read) : null;
}
