using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.FakeDiscord.Gateway;
using NewsBot.FakeDiscord.Interactions;
using NewsBot.FakeDiscord.Page;
using NewsBot.FakeDiscord.Rest;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.World;

namespace NewsBot.FakeDiscord;

/// <summary>
/// A Discord on loopback for one bot: REST, gateway and signed interactions, with the rules of the real one enforced and every
/// breach of them by the bot recorded in <see cref="Conduct"/>. Guilds, users and what they do are scripted by its methods and by
/// those of <see cref="Scripting"/>.
/// </summary>
public sealed class FakeDiscordServer : IAsyncDisposable
{
    private readonly CancellationTokenSource stops = new();
    private WebApplication? web;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeDiscordServer(FakeDiscordOptions options)
    {
        if (options.Time.GetUtcNow().Year < 2016)
            throw new ArgumentException("The clock stands before 2016; Discord's ids begin in 2015.", nameof(options));
        Options = options;
        Token = options.Token;
        PrivilegedIntents = options.PrivilegedIntents;
        Conduct = new Conduct(options.Time);
        World = new DiscordWorld(this, options.Time);
        World.CreateBot(options.BotName);
        Gateway = new GatewayHub(this);
        Announcements = new Announcements(this);
        Access = new Access(this);
        Posting = new Posting(this);
        Twice = new StoredTwice(Conduct, options.Time);
        Endpoint = new SignedEndpoint(this);
        Desk = new InteractionDesk(this);
        Commands = new CommandRegistry(this);
        Rest = new RestApi(this, [.. new PlaceRoutes(this).Routes, .. new MessageRoutes(this).Routes, .. new WebhookRoutes(this).Routes, .. CommandRoutes.Of(Commands)]);
    }

    internal Lock Gate { get; } = new();
    internal DiscordWorld World { get; }
    internal GatewayHub Gateway { get; }
    internal Announcements Announcements { get; }
    internal Access Access { get; }
    internal Posting Posting { get; }
    internal StoredTwice Twice { get; }
    internal SignedEndpoint Endpoint { get; }
    internal InteractionDesk Desk { get; }
    internal CommandRegistry Commands { get; }
    internal RestApi Rest { get; }

    public FakeDiscordOptions Options { get; }

    /// <summary>How the bot behaved.</summary>
    public Conduct Conduct { get; }

    /// <summary>The bot's account.</summary>
    public User Bot => World.Bot;

    /// <summary>The token that counts now.</summary>
    public string Token { get; private set; }

    /// <summary>Privileged intents that are switched on; a test may switch them while the server runs.</summary>
    public Intents PrivilegedIntents { get; set; }

    /// <summary>"http://127.0.0.1:port".</summary>
    public string HttpUrl { get; private set; } = "";

    /// <summary>The base of REST: "http://127.0.0.1:port/api/v10".</summary>
    public string ApiBaseUrl => $"{HttpUrl}/api/v10";

    /// <summary>Where sessions start: "ws://127.0.0.1:port".</summary>
    public string GatewayUrl { get; private set; } = "";

    /// <summary>Where sessions are resumed: another port.</summary>
    public string ResumeGatewayUrl { get; private set; } = "";

    /// <summary>The key by which the bot checks interactions sent over HTTP, in 64 hexadecimal digits.</summary>
    public string PublicKey => Endpoint.PublicKey;

    /// <summary>What goes wrong on the gateway.</summary>
    public GatewayFaults GatewayFaults => Gateway.Faults;

    /// <summary>What goes wrong with requests.</summary>
    public RestFaults RestFaults => Rest.Faults;

    /// <summary>Interactions that were not acknowledged in time although they had been delivered.</summary>
    public int LateAcknowledgements => Read(() => Desk.Late);

    /// <summary>Interactions that failed because no session could take them.</summary>
    public int UndeliverableInteractions => Read(() => Desk.Undeliverable);

    /// <summary>Interactions whose answer is still to come: deferred, and "thinking…" to this moment.</summary>
    public int PendingResponses => Read(() => Desk.Pending);

    /// <summary>Messages that the bot stored twice because the answer to the first try was lost.</summary>
    public int DuplicateMessages => Read(() => Twice.Duplicates);

    /// <summary>Answers 401, 403 and 429 in the last ten minutes.</summary>
    public int InvalidRequests => Read(() => Rest.InvalidRequests);

    /// <summary>Every connection so far, the present ones last.</summary>
    public IReadOnlyList<ConnectionRecord> Connections => Read<IReadOnlyList<ConnectionRecord>>(() => [.. Gateway.Records]);

    /// <summary>The latest requests, at most twenty thousand.</summary>
    public IReadOnlyList<RestRecord> Requests => Read(() => Rest.Records);

    /// <summary>All interactions, oldest first.</summary>
    public IReadOnlyCollection<FakeInteraction> Interactions => Read(() => Desk.All);

    public IReadOnlyList<Guild> Guilds => Read<IReadOnlyList<Guild>>(() => [.. World.Guilds.Values]);

    /// <summary>How often the bot put a set of commands, and how many it created.</summary>
    public int CommandPuts => Read(() => Commands.Puts);
    public int CommandsCreated => Read(() => Commands.Created);

    internal int ApplicationFlags => PrivilegedIntents.HasFlag(Intents.MessageContent) ? 1 << 19 : 0;

    public static async Task<FakeDiscordServer> StartAsync(FakeDiscordOptions? options = null, CancellationToken cancel = default)
    {
        var server = new FakeDiscordServer(options ?? new FakeDiscordOptions());
        await server.ListenAsync(cancel);
        return server;
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, Options.Port);
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        web = builder.Build();
        web.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        web.Run(HandleAsync);
        await web.StartAsync(cancel);
        var ports = web.Urls.Select(url => new Uri(url).Port).ToList();
        HttpUrl = $"http://127.0.0.1:{ports[0]}";
        GatewayUrl = $"ws://127.0.0.1:{ports[0]}";
        ResumeGatewayUrl = $"ws://127.0.0.1:{ports[1]}";
    }

    private Task HandleAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
            return Gateway.AcceptAsync(context, ResumeGatewayUrl.EndsWith($":{context.Connection.LocalPort}", StringComparison.Ordinal), stops.Token);
        return context.Request.Path.StartsWithSegments("/api")
            ? Rest.HandleAsync(context)
            : ChatPage.HandleAsync(this, context, stops.Token);
    }

    /// <summary>A guild with its owner, and the bot in it unless said otherwise.</summary>
    public Guild CreateGuild(string name, Permission bot = Permission.Bot, Permission everyone = Permission.Ordinary, bool withBot = true)
    {
        lock (Gate)
        {
            var owner = CreateUser(name.ToLowerInvariant().Replace(' ', '-') + "-owner");
            var guild = new Guild(this, World.Ids.Next(), name, owner) { PreferredLocale = "en-US" };
            guild.Everyone.Permissions = everyone;
            World.Guilds[guild.Id] = guild;
            guild.Members[owner.Id] = new Member { User = owner, JoinedAt = Options.Time.GetUtcNow() };
            if (withBot)
                AddBot(guild, bot);
            return guild;
        }
    }

    public User CreateUser(string name, bool bot = false)
    {
        lock (Gate)
        {
            var user = new User(this, World.Ids.Next(), name, bot) { GlobalName = bot ? null : char.ToUpperInvariant(name[0]) + name[1..] };
            World.Users[user.Id] = user;
            return user;
        }
    }

    /// <summary>Invites the bot: it gets its own role, and GUILD_CREATE.</summary>
    public void AddBot(Guild guild, Permission permissions = Permission.Bot)
    {
        ArgumentNullException.ThrowIfNull(guild);
        lock (Gate)
        {
            guild.JoinedAt = Options.Time.GetUtcNow();
            guild.BotRole = new Role { Id = World.Ids.Next(), Name = Bot.Username, Permissions = permissions, Managed = true };
            guild.Roles[guild.BotRole.Id] = guild.BotRole;
            var member = new Member { User = Bot, JoinedAt = guild.JoinedAt };
            member.Roles.Add(guild.BotRole);
            guild.Members[Bot.Id] = member;
            Announcements.OfGuild("GUILD_CREATE", guild, () => Payloads.Of(guild, asEvent: true));
        }
    }

    /// <summary>Throws the bot out: GUILD_DELETE without the field <c>unavailable</c>.</summary>
    public void RemoveBot(Guild guild)
    {
        ArgumentNullException.ThrowIfNull(guild);
        lock (Gate)
        {
            guild.Members.Remove(Bot.Id);
            if (guild.BotRole is not null)
                guild.Roles.Remove(guild.BotRole.Id);
            guild.BotRole = null;
            Announcements.OfGuild("GUILD_DELETE", guild, () => new JsonObject { ["id"] = Payloads.Id(guild.Id) });
        }
    }

    /// <summary>The commands registered for a guild, or the global ones.</summary>
    public IReadOnlyList<JsonObject> RegisteredCommands(Guild? guild = null) => Read(() => Commands.Of(guild?.Id ?? 0));

    /// <summary>Another limit for a bucket: a route such as "POST channels/{channel}/messages", "webhooks" or "reactions".</summary>
    public void SetBucket(string bucket, int limit, TimeSpan window)
    {
        lock (Gate)
            Rest.Limiter.SetLimit(bucket, new BucketLimit(limit, window));
    }

    /// <summary>How many sessions may still be started.</summary>
    public void SetIdentifiesLeft(int remaining)
    {
        lock (Gate)
            Gateway.Budget.Spend(remaining);
    }

    /// <summary>The token is no longer good, as after its owner made a new one; returns the new one.</summary>
    public string ResetToken()
    {
        Token = $"reset-{Guid.NewGuid():N}";
        return Token;
    }

    /// <summary>Sends interactions to this address from now on, if it passes the probes; null returns to the gateway.</summary>
    public async Task<bool> SetInteractionsEndpointAsync(Uri? url, CancellationToken cancel = default)
    {
        if (url is not null)
            return await Endpoint.SetAsync(url, cancel);
        Endpoint.Remove();
        return true;
    }

    /// <summary>The next client is a new process: what the last one owed and when it identified is forgotten, its sessions and its messages are not.</summary>
    public void ClientRestarts()
    {
        lock (Gate)
        {
            Gateway.Comebacks.Forget();
            Gateway.Budget.ForgetSpacing();
            Rest.ClientStarted();
        }
    }

    /// <summary>Reads the world while nothing changes.</summary>
    public T Read<T>(Func<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        lock (Gate)
            return read();
    }

    internal void Changed() => Interlocked.Exchange(ref changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Ends with the next change of anything.</summary>
    internal Task NextChange => Volatile.Read(ref changed).Task;

    /// <summary>Waits until the probe finds something.</summary>
    /// <exception cref="TimeoutException">Nothing was found within <see cref="FakeDiscordOptions.Patience"/>; the text lists the violations.</exception>
    public async Task<T> WaitForAsync<T>(Func<T?> probe, string what, CancellationToken cancel = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(probe);
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var next = NextChange;
            if (Read(probe) is { } found)
                return found;
            if (TimeProvider.System.GetElapsedTime(start) > Options.Patience)
                throw new TimeoutException($"Waited in vain for {what}. Violations: {string.Join("; ", Conduct.Violations)}");
            await Task.WhenAny(next, Task.Delay(100, cancel));
            cancel.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Waits until something holds.</summary>
    public Task WaitUntilAsync(Func<bool> holds, string what, CancellationToken cancel = default) =>
        WaitForAsync(() => holds() ? this : null, what, cancel);

    /// <summary>Waits until the bot has a session with an open connection.</summary>
    public Task WaitUntilReadyAsync(CancellationToken cancel = default) =>
        WaitUntilAsync(() => Gateway.Sessions.Any(session => session.Connection is { Open: true }), "the bot to be ready", cancel);

    public async ValueTask DisposeAsync()
    {
        await stops.CancelAsync();
        if (web is not null)
            await web.DisposeAsync();
        foreach (var interaction in Desk.All)
            interaction.Deadline?.Dispose();
        Endpoint.Dispose();
        stops.Dispose();
    }
}
