using NewsBot.Discord.Interactions;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Events;

/// <summary>Something happened. Events may come more than once, or not at all; ids tell.</summary>
public abstract record DiscordEvent;

/// <summary>A shard began a new session: what it knew before is void, its servers follow as <see cref="GuildAvailable"/>.</summary>
public sealed record Ready(int Shard, User Self, Application Application, IReadOnlyList<Snowflake> GuildIds) : DiscordEvent;

/// <summary>A shard took up its session again; all that was missed came before this.</summary>
public sealed record Resumed(int Shard) : DiscordEvent;

/// <summary>A shard lost its connection; it connects again by itself.</summary>
/// <param name="CloseCode">The code it was closed with; null when there was none.</param>
public sealed record Disconnected(int Shard, int? CloseCode, string Reason) : DiscordEvent;

/// <summary>A user wants an answer.</summary>
public sealed record InteractionReceived(Interaction Interaction) : DiscordEvent;

public sealed record MessageCreated(Message Message) : DiscordEvent;

/// <summary>Also comes when only a link preview was added: compare the content.</summary>
public sealed record MessageUpdated(Message Message) : DiscordEvent;

public sealed record MessagesDeleted(Snowflake ChannelId, Snowflake? GuildId, IReadOnlyList<Snowflake> MessageIds) : DiscordEvent;

/// <param name="IsNew">The bot was added just now; false while servers come in after a start or an outage.</param>
public sealed record GuildAvailable(Guild Guild, bool IsNew) : DiscordEvent;

/// <summary>Name, owner or settings of a server changed.</summary>
public sealed record GuildUpdated(Guild Guild) : DiscordEvent;

/// <summary>An outage at Discord: keep what is known.</summary>
public sealed record GuildUnavailable(Snowflake GuildId) : DiscordEvent;

/// <summary>The bot was removed from the server.</summary>
public sealed record GuildLeft(Snowflake GuildId) : DiscordEvent;

/// <summary>A channel or thread was made or changed.</summary>
public sealed record ChannelChanged(Channel Channel, bool IsNew) : DiscordEvent;

/// <summary>A channel or thread is gone.</summary>
public sealed record ChannelDeleted(Snowflake ChannelId, Snowflake? GuildId, bool IsThread) : DiscordEvent;

public sealed record RoleChanged(Snowflake GuildId, Role Role) : DiscordEvent;

public sealed record RoleDeleted(Snowflake GuildId, Snowflake RoleId) : DiscordEvent;

/// <param name="Emoji">The character, or the name of a server's own emoji.</param>
public sealed record ReactionAdded(Snowflake UserId, Snowflake ChannelId, Snowflake MessageId, Snowflake? GuildId, string Emoji) : DiscordEvent;
