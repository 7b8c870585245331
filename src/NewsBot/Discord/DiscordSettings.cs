using Microsoft.Extensions.Configuration;
using NewsBot.Composition;

namespace NewsBot.Discord;

/// <summary>
/// The configuration section <c>NewsBot:Discord</c> (or environment variables such as <c>NewsBot__Discord__Token</c>).
/// With a token the program serves Discord instead of the terminal.
/// </summary>
internal sealed record DiscordSettings
{
    public const string Section = BotOptions.Section + ":Discord";

    /// <value>The bot's token, without "Bot ". A secret: printing the settings does not show it.</value>
    public string Token { get; init; } = "";

    /// <value>Base address of Discord's REST interface; another one only for a Discord that runs elsewhere, as in tests.</value>
    public Uri ApiBaseUrl { get; init; } = new("https://discord.com/api/v10");

    /// <value>Key of the developer portal when Discord sends interactions over HTTP; null when they come over the gateway.</value>
    public string? PublicKey { get; init; }

    /// <value>Shards over all processes; null: as many as Discord advises.</value>
    public int? ShardCount { get; init; }

    /// <value>The shards of this process, when <see cref="ShardCount"/> is set; all when empty.</value>
    public IReadOnlyList<int> ShardIds { get; init; } = [];

    /// <value>Local port of <c>/healthz</c>, <c>/readyz</c> and, with a public key, <c>/interactions</c>; 0, the default, for none.</value>
    public int HttpPort { get; init; }

    /// <value>Address that the port listens on. Default: 127.0.0.1.</value>
    public string HttpAddress { get; init; } = "127.0.0.1";

    /// <value>Questions answered at once, 1 to 64. Default: 4.</value>
    public int Workers { get; init; } = 4;

    /// <value>Questions that may be waiting or under way, 1 to 10,000; what comes beyond is told that the bot is busy. Default: 200.</value>
    public int QueueCapacity { get; init; } = 200;

    /// <value>Questions a user may ask in a minute, 1 to 1,000. Default: 10.</value>
    public int UserRequestsPerMinute { get; init; } = 10;

    /// <value>Questions all users of a server may ask in a minute, 1 to 10,000. Default: 120.</value>
    public int ServerRequestsPerMinute { get; init; } = 120;

    /// <value>Days that answers are kept for their buttons, and that a server's data outlive the bot's removal from it, 1 to 365. Default: 30.</value>
    public int KeepDays { get; init; } = 30;

    /// <value>Seconds within which an edited question is answered anew, 0 to 900. Default: 120.</value>
    public int EditSeconds { get; init; } = 120;

    /// <value>Time zone of digests for which none is named, such as Europe/Berlin. Default: UTC.</value>
    public string TimeZone { get; init; } = "UTC";

    /// <value>Folder of the leases that keep two processes from serving one token. Default: <c>newsbot-leases</c> in the folder for temporary files.</value>
    public string LeaseFolder { get; init; } = Path.Combine(Path.GetTempPath(), "newsbot-leases");

    /// <returns>The settings; neither where no token is configured; or one line that says what is wrong.</returns>
    public static (DiscordSettings? Settings, string? Problem) Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        DiscordSettings settings;
        try
        {
            settings = section.Get<DiscordSettings>() ?? new DiscordSettings();
        }
        catch (InvalidOperationException)
        {
            return (null, $"Configuration: a value in the section {Section} is not of its type; ports, counts and days are whole numbers, ApiBaseUrl an address.");
        }

        if (string.IsNullOrWhiteSpace(section[nameof(Token)]))
            return (null, null);
        return settings.Problem() is { } problem ? (null, problem) : (settings with { Token = settings.Token.Trim() }, null);
    }

    /// <summary>The part of the settings that the client has.</summary>
    public DiscordOptions ForClient() => new()
    {
        Token = Token,
        ApiBaseUrl = ApiBaseUrl,
        PublicKey = PublicKey,
        ShardCount = ShardCount,
        ShardIds = ShardIds,
        Presence = new Presence("Ask me about the news with /ask"),
    };

    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    public override string ToString() => $"Discord at {ApiBaseUrl}";

    private string? Problem()
    {
        if (ForClient() with { Token = Token.Trim() } is var client && client.Problems() is { Count: > 0 } problems)
            return $"Configuration: {Section}: {string.Join(" ", problems)}";
        if (HttpPort is < 0 or > 65535)
            return $"Configuration: {Section}:HttpPort is {HttpPort}; it must be from 0 to 65535.";
        if (!System.Net.IPAddress.TryParse(HttpAddress, out _))
            return $"Configuration: {Section}:HttpAddress is not an IP address such as 127.0.0.1.";
        if (PublicKey is not null && HttpPort == 0)
            return $"Configuration: {Section}:PublicKey is for interactions over HTTP, which need {Section}:HttpPort.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            return $"Configuration: {Section}:TimeZone is not a time zone such as Europe/Berlin.";
        return Outside(nameof(Workers), Workers, 1, 64)
            ?? Outside(nameof(QueueCapacity), QueueCapacity, 1, 10_000)
            ?? Outside(nameof(UserRequestsPerMinute), UserRequestsPerMinute, 1, 1000)
            ?? Outside(nameof(ServerRequestsPerMinute), ServerRequestsPerMinute, 1, 10_000)
            ?? Outside(nameof(KeepDays), KeepDays, 1, 365)
            ?? Outside(nameof(EditSeconds), EditSeconds, 0, 900);
    }

    private static string? Outside(string name, int value, int from, int to) =>
        value < from || value > to ? $"Configuration: {Section}:{name} is {value}; it must be from {from} to {to}." : null;
}
