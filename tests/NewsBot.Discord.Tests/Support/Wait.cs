namespace NewsBot.Discord.Tests.Support;

/// <summary>Waiting in tests: long enough for a loaded machine, short enough to fail.</summary>
internal static class Wait
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>Waits until something holds.</summary>
    public static async Task UntilAsync(Func<bool> holds, string what)
    {
        using var timeout = new CancellationTokenSource(Longest);
        while (!holds())
        {
            Assert.False(timeout.IsCancellationRequested, $"Waited in vain: {what}");
            await Task.Delay(5);
        }
    }
}
