using System.Text.Json;
using NewsBot.Discord.Json;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Interactions;

/// <summary>Turns what Discord wrote into an <see cref="Interaction"/>. Pure.</summary>
internal static class InteractionReader
{
    /// <summary>Null for a ping, for kinds unknown to this client, and for what lacks a necessary part.</summary>
    public static Interaction? Read(InteractionData wire, DateTimeOffset receivedAt)
    {
        if ((wire.Member?.User ?? wire.User) is null || wire.Token.Length == 0 || wire.Data is not { ValueKind: JsonValueKind.Object } data)
            return null;
        try
        {
            Interaction? interaction = wire.Type switch
            {
                InteractionData.Command => ReadCommand(wire, data, receivedAt),
                InteractionData.Autocomplete => ReadAutocomplete(wire, data, receivedAt),
                InteractionData.Component => ReadComponent(wire, data, receivedAt),
                InteractionData.ModalSubmit => ReadModal(wire, data, receivedAt),
                _ => null,
            };
            return interaction is null ? null : WithPlace(interaction, wire);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }

    private static CommandInteraction? ReadCommand(InteractionData wire, JsonElement data, DateTimeOffset receivedAt)
    {
        if (data.Deserialize(DiscordJson.Relaxed.CommandData) is not { } command)
            return null;
        var (path, options) = Descend(command.Options);
        return new CommandInteraction
        {
            Handle = HandleOf(wire, receivedAt),
            User = UserOf(wire),
            CommandId = command.Id,
            CommandType = command.Type,
            Name = command.Name,
            Path = path,
            Arguments = ArgumentsOf(options),
            TargetId = command.TargetId,
            TargetMessage = command.TargetId is { } target ? command.Resolved?.Messages?.GetValueOrDefault(target) : null,
            Users = command.Resolved?.Users ?? new Dictionary<Snowflake, User>(),
        };
    }

    private static AutocompleteInteraction? ReadAutocomplete(InteractionData wire, JsonElement data, DateTimeOffset receivedAt)
    {
        if (data.Deserialize(DiscordJson.Relaxed.CommandData) is not { } command)
            return null;
        var (path, options) = Descend(command.Options);
        if (options.FirstOrDefault(option => option.Focused) is not { } focused)
            return null;
        return new AutocompleteInteraction
        {
            Handle = HandleOf(wire, receivedAt),
            User = UserOf(wire),
            Name = command.Name,
            Path = path,
            Arguments = ArgumentsOf(options),
            Focused = focused.Name,
            Typed = focused.Value is { } value ? value.ToString() : "",
        };
    }

    private static ComponentInteraction? ReadComponent(InteractionData wire, JsonElement data, DateTimeOffset receivedAt) =>
        data.Deserialize(DiscordJson.Relaxed.ComponentData) is not { } component ? null : new ComponentInteraction
        {
            Handle = HandleOf(wire, receivedAt),
            User = UserOf(wire),
            CustomId = component.CustomId,
            Values = component.Values ?? [],
            Message = wire.Message,
        };

    private static ModalInteraction? ReadModal(InteractionData wire, JsonElement data, DateTimeOffset receivedAt)
    {
        if (data.Deserialize(DiscordJson.Relaxed.ModalData) is not { } modal)
            return null;
        var values = new Dictionary<string, IReadOnlyList<string>>();
        if (modal.Components is { } components)
            Collect(components, values);
        return new ModalInteraction
        {
            Handle = HandleOf(wire, receivedAt),
            User = UserOf(wire),
            CustomId = modal.CustomId,
            Values = values,
            Message = wire.Message,
        };
    }

    private static Interaction WithPlace(Interaction interaction, InteractionData wire) => interaction with
    {
        Member = wire.Member,
        GuildId = wire.GuildId,
        ChannelId = wire.ChannelId ?? wire.Channel?.Id,
        Channel = wire.Channel,
        Context = wire.Context,
        AppPermissions = wire.AppPermissions ?? Permissions.None,
        Locale = wire.Locale,
        GuildLocale = wire.GuildLocale,
        BotIsPresent = wire.AuthorizingIntegrationOwners is not { Count: > 0 } owners || owners.ContainsKey("0"),
    };

    private static InteractionHandle HandleOf(InteractionData wire, DateTimeOffset receivedAt) =>
        new(wire.ApplicationId, wire.Id, wire.Token, receivedAt);

    private static User UserOf(InteractionData wire) => wire.Member?.User ?? wire.User!;

    /// <summary>Goes down through group and subcommand to the options that carry values.</summary>
    private static (IReadOnlyList<string> Path, IReadOnlyList<OptionData> Options) Descend(IReadOnlyList<OptionData>? options)
    {
        var path = new List<string>();
        var level = options ?? [];
        while (level is [{ Type: Commands.OptionType.Subcommand or Commands.OptionType.SubcommandGroup } only])
        {
            path.Add(only.Name);
            level = only.Options ?? [];
        }

        return (path, level);
    }

    private static CommandArguments ArgumentsOf(IReadOnlyList<OptionData> options) =>
        new([.. options.Where(option => option.Value is not null).Select(option => new CommandArgument(option.Name, option.Type, option.Value!.Value))]);

    /// <summary>Inputs lie in rows or labels; whatever they lie in, those with a custom id and a value count.</summary>
    private static void Collect(JsonElement element, Dictionary<string, IReadOnlyList<string>> values)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Collect(item, values);
            return;
        }

        if (element.ValueKind != JsonValueKind.Object)
            return;
        if (element.TryGetProperty("custom_id", out var id) && id.ValueKind == JsonValueKind.String)
        {
            if (element.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String)
                values[id.GetString()!] = [value.GetString()!];
            else if (element.TryGetProperty("values", out var many) && many.ValueKind == JsonValueKind.Array)
                values[id.GetString()!] = [.. many.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)];
        }

        if (element.TryGetProperty("components", out var inner))
            Collect(inner, values);
        if (element.TryGetProperty("component", out var one))
            Collect(one, values);
    }
}
