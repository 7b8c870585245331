namespace NewsBot.Discord;

/// <summary>Settings of the client. <see cref="Problems"/> says in words what is wrong with them.</summary>
public sealed record DiscordOptions
{
    /// <summary>The bot's token, without "Bot ". A secret: printing the options does not show it.</summary>
    public string Token { get; set; } = "";

    /// <summary>Key for interactions over HTTP, 64 hexadecimal digits from the developer portal; null when they come over the gateway.</summary>
    public string? PublicKey { get; set; }

    /// <summary>Whether to connect to the gateway. False: interactions over HTTP only.</summary>
    public bool UseGateway { get; set; } = true;

    /// <summary>Base address of the REST interface with its version. The gateway's address is asked for there.</summary>
    public Uri ApiBaseUrl { get; set; } = new("https://discord.com/api/v10");

    /// <summary>Address of the bot's project for the user agent, which Discord demands.</summary>
    public Uri ProjectUrl { get; set; } = new("https://example.org/newsbot");

    /// <summary>Version for the user agent.</summary>
    public string ProjectVersion { get; set; } = "0.1.0";

    /// <summary>Shards over all processes; null: as many as Discord advises, all of them here.</summary>
    public int? ShardCount { get; set; }

    /// <summary>The shards to run here, when <see cref="ShardCount"/> is set; all of them when empty.</summary>
    public IReadOnlyList<int> ShardIds { get; set; } = [];

    /// <summary>Whether the gateway's stream is compressed (zlib-stream).</summary>
    public bool Compress { get; set; }

    /// <summary>What the bot is shown to do at first.</summary>
    public Presence Presence { get; set; } = new();

    /// <summary>Events that may wait, in each of the two queues. 1 to 100 000; default 2048.</summary>
    public int QueueCapacity { get; set; } = 2048;

    /// <summary>Interactions handled at once. 1 to 1000; default 64.</summary>
    public int InteractionConcurrency { get; set; } = 64;

    /// <summary>Largest gateway payload accepted, in bytes after decompression. Default 32 MiB.</summary>
    public int MaxPayloadBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Sessions started per 24 hours and shard at most, so that a fault cannot use up Discord's 1000. Default 200.</summary>
    public int MaxIdentifiesPerDay { get; set; } = 200;

    /// <summary>Requests per second outside interactions. Discord allows 50.</summary>
    public int GlobalRequestsPerSecond { get; set; } = 50;

    /// <summary>Longest wait for one attempt of a request. Default 15 seconds.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest a request waits for rate limits altogether. Default 60 seconds.</summary>
    public TimeSpan MaxRateLimitWait { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Refused requests (401, 403, 429) in ten minutes at which requests stop. Discord blocks at 10 000; default 5000.</summary>
    public int InvalidRequestLimit { get; set; } = 5000;

    /// <summary>What is wrong, one sentence each; empty when all is well. The token appears in none.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(Token))
            problems.Add("Token is missing.");
        else if (Token.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase))
            problems.Add("Token must be given without \"Bot \" before it.");
        else if (Token.Any(c => c <= ' ' || c > '~'))
            problems.Add("Token holds a space or a character that no token has.");
        if (PublicKey is not null && (PublicKey.Length != 64 || !PublicKey.All(char.IsAsciiHexDigit)))
            problems.Add("PublicKey must be 64 hexadecimal digits.");
        if (!ApiBaseUrl.IsAbsoluteUri || ApiBaseUrl.Scheme is not ("http" or "https"))
            problems.Add("ApiBaseUrl must be an absolute http or https address.");
        if (ProjectVersion.Length == 0 || ProjectVersion.Any(c => c <= ' ' || c > '~' || c is '(' or ')' or ','))
            problems.Add("ProjectVersion must be a version such as 1.2.3.");
        if (ShardCount is < 1 or > 10_000)
            problems.Add("ShardCount must be 1 to 10000.");
        if (ShardIds.Count > 0 && ShardCount is null)
            problems.Add("ShardIds need ShardCount.");
        if (ShardIds.Any(id => id < 0 || id >= (ShardCount ?? int.MaxValue)) || ShardIds.Distinct().Count() != ShardIds.Count)
            problems.Add("ShardIds must be different numbers from 0 to below ShardCount.");
        Within(nameof(QueueCapacity), QueueCapacity, 1, 100_000);
        Within(nameof(InteractionConcurrency), InteractionConcurrency, 1, 1000);
        Within(nameof(MaxPayloadBytes), MaxPayloadBytes, 4096, 512 * 1024 * 1024);
        Within(nameof(MaxIdentifiesPerDay), MaxIdentifiesPerDay, 1, 1000);
        Within(nameof(GlobalRequestsPerSecond), GlobalRequestsPerSecond, 1, 10_000);
        Within(nameof(InvalidRequestLimit), InvalidRequestLimit, 1, 9999);
        if (RequestTimeout <= TimeSpan.Zero)
            problems.Add("RequestTimeout must be more than zero.");
        if (MaxRateLimitWait < TimeSpan.Zero)
            problems.Add("MaxRateLimitWait must not be negative.");
        return problems;

        void Within(string name, int value, int from, int to)
        {
            if (value < from || value > to)
                problems.Add($"{name} must be {from} to {to}.");
        }
    }

    public override string ToString() => $"Discord at {ApiBaseUrl}";
}
