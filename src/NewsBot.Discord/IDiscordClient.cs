using NewsBot.Discord.Commands;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;

namespace NewsBot.Discord;

/// <summary>
/// A connection to Discord as a bot: events in; messages, answers and command definitions out. Rate limits are waited out and
/// transient failures retried where a repetition cannot do harm; what still fails is a <see cref="DiscordFailure"/>.
/// All members can be called at the same time.
/// </summary>
public interface IDiscordClient
{
    /// <summary>
    /// Connects and delivers events until stopped or refused for good; lost connections are taken up again. When it returns the
    /// connection is closed. It can be called again afterwards, for example with fewer intents after a refusal.
    /// </summary>
    /// <param name="stop">Ends the session in order: Discord shows the bot offline at once.</param>
    Task<DiscordStop> RunAsync(IDiscordEventHandler handler, Intents intents, CancellationToken stop);

    /// <summary>How the client is doing now.</summary>
    DiscordHealth Health { get; }

    /// <summary>Sets what the bot is shown to do, now and after each reconnect.</summary>
    Task SetPresenceAsync(Presence presence, CancellationToken cancellationToken);

    /// <summary>Sends a message.</summary>
    /// <param name="nonce">One per message that is meant, at most 25 characters: a repetition with the same nonce within minutes
    /// returns the first. Null: one is made up, so that retries within this call do no harm.</param>
    Task<DiscordResult<Message>> CreateMessageAsync(Snowflake channelId, MessageDraft draft, string? nonce, CancellationToken cancellationToken);

    Task<DiscordResult<Message>> EditMessageAsync(Snowflake channelId, Snowflake messageId, MessageEdit edit, CancellationToken cancellationToken);

    /// <summary>Deletes a message. One that is gone already is no failure.</summary>
    Task<DiscordResult> DeleteMessageAsync(Snowflake channelId, Snowflake messageId, CancellationToken cancellationToken);

    Task<DiscordResult<Message>> GetMessageAsync(Snowflake channelId, Snowflake messageId, CancellationToken cancellationToken);

    /// <summary>Shows "typing" for ten seconds.</summary>
    Task<DiscordResult> TriggerTypingAsync(Snowflake channelId, CancellationToken cancellationToken);

    /// <summary>Adds a reaction of the bot.</summary>
    /// <param name="emoji">The character, or <c>name:id</c>.</param>
    Task<DiscordResult> AddReactionAsync(Snowflake channelId, Snowflake messageId, string emoji, CancellationToken cancellationToken);

    /// <summary>The direct conversation with a user. Only in answer to something the user did.</summary>
    Task<DiscordResult<Channel>> OpenDirectMessageAsync(Snowflake userId, CancellationToken cancellationToken);

    /// <summary>Starts a public thread on a message; its id is the message's.</summary>
    /// <param name="name">1 to 100 characters.</param>
    Task<DiscordResult<Channel>> StartThreadAsync(Snowflake channelId, Snowflake messageId, string name, CancellationToken cancellationToken);

    /// <summary>
    /// Gives the first answer. It waits for no rate limit, and is repeated only within the three seconds; that Discord has it already
    /// is then a success.
    /// </summary>
    Task<DiscordResult> RespondAsync(InteractionHandle interaction, InteractionResponse response, CancellationToken cancellationToken);

    /// <summary>The message of the first answer.</summary>
    Task<DiscordResult<Message>> GetOriginalAsync(InteractionHandle interaction, CancellationToken cancellationToken);

    /// <summary>Edits the message of the first answer; after a deferral it becomes the answer.</summary>
    Task<DiscordResult<Message>> EditOriginalAsync(InteractionHandle interaction, MessageEdit edit, CancellationToken cancellationToken);

    Task<DiscordResult> DeleteOriginalAsync(InteractionHandle interaction, CancellationToken cancellationToken);

    /// <summary>Sends a further message. Not repeated by itself when it is unknown whether it arrived.</summary>
    Task<DiscordResult<Message>> FollowUpAsync(InteractionHandle interaction, MessageDraft draft, CancellationToken cancellationToken);

    Task<DiscordResult<Message>> EditFollowUpAsync(InteractionHandle interaction, Snowflake messageId, MessageEdit edit, CancellationToken cancellationToken);

    Task<DiscordResult> DeleteFollowUpAsync(InteractionHandle interaction, Snowflake messageId, CancellationToken cancellationToken);

    /// <summary>The registered commands, with localisations.</summary>
    /// <param name="guildId">Those of one server; the global ones when null.</param>
    Task<DiscordResult<IReadOnlyList<ApplicationCommand>>> GetCommandsAsync(Snowflake? guildId, CancellationToken cancellationToken);

    /// <summary>Makes the registered commands exactly these. Compare first (<see cref="CommandSet"/>): every write makes clients reload.</summary>
    Task<DiscordResult<IReadOnlyList<ApplicationCommand>>> OverwriteCommandsAsync(
        Snowflake? guildId, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellationToken);

    /// <summary>The bot's own user: the cheapest check of the token.</summary>
    Task<DiscordResult<User>> GetSelfAsync(CancellationToken cancellationToken);

    Task<DiscordResult<Application>> GetApplicationAsync(CancellationToken cancellationToken);

    Task<DiscordResult<Channel>> GetChannelAsync(Snowflake channelId, CancellationToken cancellationToken);

    /// <summary>A server with its roles, without its channels.</summary>
    Task<DiscordResult<Guild>> GetGuildAsync(Snowflake guildId, CancellationToken cancellationToken);

    Task<DiscordResult<Member>> GetMemberAsync(Snowflake guildId, Snowflake userId, CancellationToken cancellationToken);

    /// <summary>What the bot may do in a channel or thread of a server, reckoned from roles and overwrites.</summary>
    Task<DiscordResult<Permissions>> GetOwnPermissionsAsync(Snowflake channelId, CancellationToken cancellationToken);
}
