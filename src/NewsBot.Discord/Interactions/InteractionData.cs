using System.Text.Json;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Interactions;

/// <summary>An interaction as Discord writes it, over either way.</summary>
internal sealed record InteractionData
{
    public const int Ping = 1;
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;
    public const int ModalSubmit = 5;

    public required Snowflake Id { get; init; }

    public required Snowflake ApplicationId { get; init; }

    public required int Type { get; init; }

    public JsonElement? Data { get; init; }

    public Snowflake? GuildId { get; init; }

    public Snowflake? ChannelId { get; init; }

    public Channel? Channel { get; init; }

    public Member? Member { get; init; }

    public User? User { get; init; }

    public string Token { get => field ?? ""; init; }

    public Message? Message { get; init; }

    public Permissions? AppPermissions { get; init; }

    public string? Locale { get; init; }

    public string? GuildLocale { get; init; }

    public CommandContext? Context { get; init; }

    /// <summary>By kind of installation ("0" server, "1" user) whose it is.</summary>
    public IReadOnlyDictionary<string, Snowflake>? AuthorizingIntegrationOwners { get; init; }
}

internal sealed record CommandData
{
    public Snowflake Id { get; init; }

    public required string Name { get; init; }

    public CommandType Type { get => field == 0 ? CommandType.ChatInput : field; init; }

    public IReadOnlyList<OptionData>? Options { get; init; }

    public ResolvedData? Resolved { get; init; }

    public Snowflake? TargetId { get; init; }
}

internal sealed record OptionData
{
    public required string Name { get; init; }

    public OptionType Type { get; init; }

    public JsonElement? Value { get; init; }

    public IReadOnlyList<OptionData>? Options { get; init; }

    public bool Focused { get; init; }
}

internal sealed record ResolvedData
{
    public IReadOnlyDictionary<Snowflake, User>? Users { get; init; }

    public IReadOnlyDictionary<Snowflake, Message>? Messages { get; init; }
}

internal sealed record ComponentData
{
    public required string CustomId { get; init; }

    public IReadOnlyList<string>? Values { get; init; }
}

internal sealed record ModalData
{
    public required string CustomId { get; init; }

    public JsonElement? Components { get; init; }
}
