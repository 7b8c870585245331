namespace NewsBot.Benchmarks.Scenarios;

/// <summary>Times of repeated runs.</summary>
internal sealed class Samples
{
    private readonly List<double> _milliseconds = [];

    public void Add(TimeSpan time) => _milliseconds.Add(time.TotalMilliseconds);

    /// <param name="share">0.5 for the median, 0.95 for p95.</param>
    public double Quantile(double share)
    {
        var sorted = _milliseconds.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
