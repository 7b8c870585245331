namespace NewsBot.FakeDiscord.World;

/// <summary>Ids that carry their time: (milliseconds since 2015 &lt;&lt; 22) + a counter, strictly increasing.</summary>
internal sealed class Snowflakes(TimeProvider time)
{
    public const long Epoch = 1420070400000;
    private ulong last;

    public ulong Next()
    {
        var millis = Math.Max(0, time.GetUtcNow().ToUnixTimeMilliseconds() - Epoch);
        last = Math.Max((ulong)millis << 22, last + 1);
        return last;
    }

    public static DateTimeOffset TimeOf(ulong id) => DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> 22) + Epoch);
}
