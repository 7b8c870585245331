using System.Globalization;
using System.Text.Json;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Interactions;

/// <summary>One argument as sent.</summary>
public sealed record CommandArgument(string Name, OptionType Type, JsonElement Value);

/// <summary>The arguments of a call by name. What has another type than asked for is not found: callers check, since Discord may not have.</summary>
public sealed class CommandArguments(IReadOnlyList<CommandArgument> all)
{
    public static CommandArguments None { get; } = new([]);

    public IReadOnlyList<CommandArgument> All => all;

    public string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public long? WholeNumber(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    public double? Number(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) ? number : null;

    public bool? Flag(string name) => Find(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>The id of a user, channel, role or attachment.</summary>
    public Snowflake? Id(string name) => Snowflake.TryParse(Text(name), out var id) ? id : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{all.Count} arguments");

    private JsonElement? Find(string name)
    {
        foreach (var argument in all)
            if (argument.Name == name)
                return argument.Value;
        return null;
    }
}
