namespace NewsBot.Sources.Fetching;

/// <summary>How the program behaves on the network, and what it takes from there at most. Durations are in seconds.</summary>
public sealed record FetchOptions
{
    /// <summary>
    /// Whether addresses that name this machine itself (localhost, 127.0.0.0/8, ::1) may be read, at any port. For tests and
    /// for outlets that run beside the bot; what anybody on the machine serves can then be read.
    /// </summary>
    public bool AllowLoopback { get; init; }

    /// <summary>
    /// Hosts that the operator vouches for, as <c>host</c> or <c>host:port</c>: they may be at private addresses and at the
    /// port named.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>What the program calls itself. The part before the slash is the name that robots.txt knows it by.</summary>
    public string UserAgent { get; init; } = "NewsBot/0.1";

    /// <summary>Whether robots.txt is obeyed.</summary>
    public bool ObeyRobots { get; init; } = true;

    /// <summary>Most bytes of a body, compressed and not: 1 KiB to 100 MiB.</summary>
    public int MaxBodyBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>How many times larger than sent a body may become; pages of news are sent at a fifth to a twentieth.</summary>
    public int MaxCompression { get; init; } = 100;

    public int MaxRedirects { get; init; } = 5;

    public double ConnectSeconds { get; init; } = 10;

    /// <summary>From the request to the first line of the answer.</summary>
    public double HeadersSeconds { get; init; } = 20;

    /// <summary>Between two pieces of a body.</summary>
    public double IdleSeconds { get; init; } = 15;

    /// <summary>A whole body.</summary>
    public double BodySeconds { get; init; } = 60;

    /// <summary>Between the starts of two requests to one host.</summary>
    public double HostDelaySeconds { get; init; } = 1;

    /// <summary>Requests to one host at a time.</summary>
    public int HostConcurrency { get; init; } = 2;

    /// <summary>How often a request is repeated that failed for a reason which may pass.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Before the first repetition; the next ones wait twice as long each.</summary>
    public double RetrySeconds { get; init; } = 2;

    /// <summary>A server that asks to be left alone for longer (Retry-After) is asked at another time instead.</summary>
    public double LongestRetryAfterSeconds { get; init; } = 20;

    /// <summary>How long a site's robots.txt is remembered; RFC 9309 advises a day at most.</summary>
    public double RobotsSeconds { get; init; } = 24 * 3600;

    /// <returns>What is wrong with the options, in one line each.</returns>
    public IEnumerable<string> Problems()
    {
        if (MaxBodyBytes is < 1024 or > 100 * 1024 * 1024)
            yield return $"{nameof(MaxBodyBytes)} must be between 1 KiB and 100 MiB";
        if (MaxCompression < 2)
            yield return $"{nameof(MaxCompression)} must be at least 2";
        if (MaxRedirects is < 0 or > 20)
            yield return $"{nameof(MaxRedirects)} must be from 0 to 20";
        if (HostConcurrency is < 1 or > 8)
            yield return $"{nameof(HostConcurrency)} must be from 1 to 8";
        if (Retries is < 0 or > 5)
            yield return $"{nameof(Retries)} must be from 0 to 5";
        if (string.IsNullOrWhiteSpace(UserAgent) || UserAgent.Any(c => c is < ' ' or > '~'))
            yield return $"{nameof(UserAgent)} must be printable ASCII";
        foreach (var (name, seconds) in Durations())
            if (seconds is not (>= 0 and <= 7 * 24 * 3600))
                yield return $"{name} must be from 0 to 604,800 seconds";
        foreach (var host in AllowedHosts)
            if (!Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var uri) || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)
                yield return $"{nameof(AllowedHosts)} has \"{host}\", which is not a host or host:port";
    }

    private IEnumerable<(string Name, double Seconds)> Durations() =>
    [
        (nameof(ConnectSeconds), ConnectSeconds), (nameof(HeadersSeconds), HeadersSeconds), (nameof(IdleSeconds), IdleSeconds), (nameof(BodySeconds), BodySeconds),
        (nameof(HostDelaySeconds), HostDelaySeconds), (nameof(RetrySeconds), RetrySeconds), (nameof(LongestRetryAfterSeconds), LongestRetryAfterSeconds),
        (nameof(RobotsSeconds), RobotsSeconds),
    ];
}
