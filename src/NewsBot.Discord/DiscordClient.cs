using Microsoft.Extensions.Logging;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Events;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord;

/// <summary>The client: gateway, REST and interactions behind one interface.</summary>
internal sealed class DiscordClient(
    DiscordOptions options, RestPipeline pipeline, TimeProvider time, Random random, ILogger<DiscordClient> logger) : IDiscordClient
{
    /// <summary>Longest text that a presence can show.</summary>
    private const int MaxPresenceText = 128;

    /// <summary>How long handlers may take to end after the stop.</summary>
    private static readonly TimeSpan HandlersEnd = TimeSpan.FromSeconds(3);

    private readonly DiscordRest _rest = new(pipeline);
    private readonly InteractionRest _interactions = new(pipeline, time);
    private readonly PresenceBoard _presence = new(options.Presence);

    /// <summary>One for all runs, so that a client that is run again keeps Discord's pace too.</summary>
    private readonly IdentifyGate _gate = new(
        new DiscordRest(pipeline).GetGatewayAsync, options.MaxIdentifiesPerDay * (options.ShardCount ?? 1), time, random, logger);

    private readonly RecentIds _recent = new(16 * 1024);
    private volatile EventLanes? _lanes;
    private volatile ShardFleet? _fleet;
    private User? _self;
    private Application? _application;
    private long _dropped;
    private long _unreadable;
    private int _running;

    public DiscordHealth Health => new()
    {
        Shards = _fleet?.Health ?? [],
        ShardCount = _fleet?.ShardCount ?? 0,
        QueueLength = _lanes?.Length ?? 0,
        DroppedEvents = Interlocked.Read(ref _dropped),
        UnreadableFrames = Interlocked.Read(ref _unreadable),
        InvalidRequests = pipeline.InvalidRequestCount,
        RequestsBlockedUntil = pipeline.BlockedUntil,
    };

    /// <summary>Whether a handler is there to take events.</summary>
    internal bool IsListening => _lanes is not null;

    /// <summary>Takes an event from whatever way it came. False when it was dropped, or nobody listens.</summary>
    internal bool Post(DiscordEvent discordEvent)
    {
        if (discordEvent is Ready ready)
            (_self, _application) = (ready.Self, ready.Application);
        if (_lanes is not { } lanes)
            return false;
        var taken = lanes.Post(discordEvent);
        DiscordMeter.Took(discordEvent, dropped: !taken);
        if (!taken)
            Interlocked.Increment(ref _dropped);
        return taken;
    }

    public async Task<DiscordStop> RunAsync(IDiscordEventHandler handler, Intents intents, CancellationToken stop)
    {
        if (Interlocked.Exchange(ref _running, 1) == 1)
            throw new InvalidOperationException("The client is running already.");
        using var lanesStop = new CancellationTokenSource();
        try
        {
            var lanes = new EventLanes(handler, options, _recent, logger);
            var handling = lanes.RunAsync(lanesStop.Token);
            _lanes = lanes;
            try
            {
                return options.UseGateway ? await RunGatewayAsync(intents, stop) : await WaitAsync(stop);
            }
            finally
            {
                _lanes = null;
                await lanesStop.CancelAsync();
                await Task.WhenAny(handling, Task.Delay(HandlersEnd, time, CancellationToken.None));
            }
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }

    public Task SetPresenceAsync(Presence presence, CancellationToken cancellationToken)
    {
        if (presence.Text?.Length > MaxPresenceText)
            throw new ArgumentException($"The text is longer than {MaxPresenceText} characters.", nameof(presence));
        _presence.Set(presence);
        return Task.CompletedTask;
    }

    public Task<DiscordResult<Message>> CreateMessageAsync(Snowflake channelId, MessageDraft draft, string? nonce, CancellationToken cancellationToken)
    {
        if (nonce is { Length: 0 or > 25 })
            throw new ArgumentException("A nonce has 1 to 25 characters.", nameof(nonce));
        return _rest.CreateMessageAsync(channelId, draft, nonce ?? Guid.NewGuid().ToString("N")[..25], cancellationToken);
    }

    public Task<DiscordResult<Message>> EditMessageAsync(Snowflake channelId, Snowflake messageId, MessageEdit edit, CancellationToken cancellationToken) =>
        _rest.EditMessageAsync(channelId, messageId, edit, cancellationToken);

    public Task<DiscordResult> DeleteMessageAsync(Snowflake channelId, Snowflake messageId, CancellationToken cancellationToken) =>
        _rest.DeleteMessageAsync(channelId, messageId, cancellationToken);

    public Task<DiscordResult<Message>> GetMessageAsync(Snowflake channelId, Snowflake messageId, CancellationToken cancellationToken) =>
        _rest.GetMessageAsync(channelId, messageId, cancellationToken);

    public Task<DiscordResult> TriggerTypingAsync(Snowflake channelId, CancellationToken cancellationToken) =>
        _rest.TriggerTypingAsync(channelId, cancellationToken);

    public Task<DiscordResult> AddReactionAsync(Snowflake channelId, Snowflake messageId, string emoji, CancellationToken cancellationToken) =>
        _rest.AddReactionAsync(channelId, messageId, emoji, cancellationToken);

    public Task<DiscordResult<Channel>> OpenDirectMessageAsync(Snowflake userId, CancellationToken cancellationToken) =>
        _rest.OpenDirectMessageAsync(userId, cancellationToken);

    public Task<DiscordResult<Channel>> StartThreadAsync(Snowflake channelId, Snowflake messageId, string name, CancellationToken cancellationToken) =>
        _rest.StartThreadAsync(channelId, messageId, name, cancellationToken);

    public Task<DiscordResult> RespondAsync(InteractionHandle interaction, InteractionResponse response, CancellationToken cancellationToken) =>
        _interactions.RespondAsync(interaction, response, cancellationToken);

    public Task<DiscordResult<Message>> GetOriginalAsync(InteractionHandle interaction, CancellationToken cancellationToken) =>
        _interactions.GetOriginalAsync(interaction, cancellationToken);

    public Task<DiscordResult<Message>> EditOriginalAsync(InteractionHandle interaction, MessageEdit edit, CancellationToken cancellationToken) =>
        _interactions.EditOriginalAsync(interaction, edit, cancellationToken);

    public Task<DiscordResult> DeleteOriginalAsync(InteractionHandle interaction, CancellationToken cancellationToken) =>
        _interactions.DeleteOriginalAsync(interaction, cancellationToken);

    public Task<DiscordResult<Message>> FollowUpAsync(InteractionHandle interaction, MessageDraft draft, CancellationToken cancellationToken) =>
        _interactions.FollowUpAsync(interaction, draft, cancellationToken);

    public Task<DiscordResult<Message>> EditFollowUpAsync(InteractionHandle interaction, Snowflake messageId, MessageEdit edit, CancellationToken cancellationToken) =>
        _interactions.EditFollowUpAsync(interaction, messageId, edit, cancellationToken);

    public Task<DiscordResult> DeleteFollowUpAsync(InteractionHandle interaction, Snowflake messageId, CancellationToken cancellationToken) =>
        _interactions.DeleteFollowUpAsync(interaction, messageId, cancellationToken);

    public async Task<DiscordResult<IReadOnlyList<ApplicationCommand>>> GetCommandsAsync(Snowflake? guildId, CancellationToken cancellationToken)
    {
        var application = await OwnApplicationAsync(cancellationToken);
        return application.Succeeded
            ? await _rest.GetCommandsAsync(application.Value.Id, guildId, cancellationToken)
            : application.Failure;
    }

    public async Task<DiscordResult<IReadOnlyList<ApplicationCommand>>> OverwriteCommandsAsync(
        Snowflake? guildId, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken)
    {
        var application = await OwnApplicationAsync(cancellationToken);
        return application.Succeeded
            ? await _rest.OverwriteCommandsAsync(application.Value.Id, guildId, commands, cancellationToken)
            : application.Failure;
    }

    public Task<DiscordResult<User>> GetSelfAsync(CancellationToken cancellationToken) => _rest.GetSelfAsync(cancellationToken);

    public Task<DiscordResult<Application>> GetApplicationAsync(CancellationToken cancellationToken) => _rest.GetApplicationAsync(cancellationToken);

    public Task<DiscordResult<Channel>> GetChannelAsync(Snowflake channelId, CancellationToken cancellationToken) =>
        _rest.GetChannelAsync(channelId, cancellationToken);

    public Task<DiscordResult<Guild>> GetGuildAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        _rest.GetGuildAsync(guildId, cancellationToken);

    public Task<DiscordResult<Member>> GetMemberAsync(Snowflake guildId, Snowflake userId, CancellationToken cancellationToken) =>
        _rest.GetMemberAsync(guildId, userId, cancellationToken);

    public async Task<DiscordResult<Permissions>> GetOwnPermissionsAsync(Snowflake channelId, CancellationToken cancellationToken)
    {
        var channel = await _rest.GetChannelAsync(channelId, cancellationToken);
        if (!channel.Succeeded)
            return channel.Failure;
        if (channel.Value.GuildId is not { } guildId)
            return PermissionSets.All; // A direct conversation.
        if (channel.Value is { IsThread: true, ParentId: { } parent })
            channel = await _rest.GetChannelAsync(parent, cancellationToken);
        if (!channel.Succeeded)
            return channel.Failure;
        var guild = await _rest.GetGuildAsync(guildId, cancellationToken);
        if (!guild.Succeeded)
            return guild.Failure;
        var self = _self is { } known ? known : await _rest.GetSelfAsync(cancellationToken);
        if (!self.Succeeded)
            return self.Failure;
        var member = await _rest.GetMemberAsync(guildId, self.Value.Id, cancellationToken);
        if (!member.Succeeded)
            return member.Failure;
        return PermissionSets.InChannel(guild.Value, self.Value.Id, member.Value.Roles.ToHashSet(), channel.Value);
    }

    private async Task<DiscordResult<Application>> OwnApplicationAsync(CancellationToken cancellationToken)
    {
        if (_application is { } known)
            return known;
        var asked = await _rest.GetApplicationAsync(cancellationToken);
        _application = asked.Value;
        return asked;
    }

    private async Task<DiscordStop> RunGatewayAsync(Intents intents, CancellationToken stop)
    {
        var context = new ShardContext(
            _gate, _presence, discordEvent => Post(discordEvent), () => Interlocked.Increment(ref _unreadable), options, time, random, logger);
        var fleet = new ShardFleet(context);
        _fleet = fleet;
        return await fleet.RunAsync(intents, stop);
    }

    private static async Task<DiscordStop> WaitAsync(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(() => stopped.TrySetResult());
        await stopped.Task;
        return new DiscordStop(StopReason.Requested, "Stopped.");
    }
}
