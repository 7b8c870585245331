namespace NewsBot.Sources.Fetching;

/// <summary>Reads the header with which a server asks for a pause (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <returns>Null where there is none; never negative, and a day at most.</returns>
    public static TimeSpan? Of(HttpResponseMessage answer, TimeProvider time)
    {
        var wait = answer.Headers.RetryAfter is { } header ? header.Delta ?? (header.Date - time.GetUtcNow()) : null;
        return wait is not { } asked ? null : asked < TimeSpan.Zero ? TimeSpan.Zero : asked > Longest ? Longest : asked;
    }
}
