namespace NewsBot.Discord.Commands;

/// <summary>Compares sets of commands, so that an unchanged set is not written again (a write makes every client reload).</summary>
public static class CommandSet
{
    /// <summary>
    /// Whether both sets define the same commands: order of commands, ids, empty lists, stated defaults and the order of contexts
    /// and integration types make no difference; order of options and choices does.
    /// </summary>
    public static bool Same(IReadOnlyCollection<ApplicationCommand> left, IReadOnlyCollection<ApplicationCommand> right)
    {
        if (left.Count != right.Count)
            return false;
        var others = new Dictionary<(CommandType, string), ApplicationCommand>();
        foreach (var command in right)
            others[(command.Type, command.Name)] = command;
        return left.All(command => others.TryGetValue((command.Type, command.Name), out var other) && Same(command, other));
    }

    private static bool Same(ApplicationCommand a, ApplicationCommand b) =>
        (a.Description ?? "") == (b.Description ?? "")
        && a.DefaultMemberPermissions == b.DefaultMemberPermissions
        && SameTexts(a.NameLocalizations, b.NameLocalizations)
        && SameTexts(a.DescriptionLocalizations, b.DescriptionLocalizations)
        && SameUnordered(a.Contexts, b.Contexts)
        && SameUnordered(a.IntegrationTypes, b.IntegrationTypes)
        && SameList(a.Options, b.Options, Same);

    private static bool Same(CommandOption a, CommandOption b) =>
        a.Type == b.Type
        && a.Name == b.Name
        && a.Description == b.Description
        && (a.Required ?? false) == (b.Required ?? false)
        && (a.Autocomplete ?? false) == (b.Autocomplete ?? false)
        && (a.MinLength, a.MaxLength, a.MinValue, a.MaxValue) == (b.MinLength, b.MaxLength, b.MinValue, b.MaxValue)
        && SameTexts(a.NameLocalizations, b.NameLocalizations)
        && SameTexts(a.DescriptionLocalizations, b.DescriptionLocalizations)
        && SameUnordered(a.ChannelTypes, b.ChannelTypes)
        && SameList(a.Choices, b.Choices, (x, y) => (x.Name, x.Value) == (y.Name, y.Value) && SameTexts(x.NameLocalizations, y.NameLocalizations))
        && SameList(a.Options, b.Options, Same);

    private static bool SameTexts(IReadOnlyDictionary<string, string>? a, IReadOnlyDictionary<string, string>? b) =>
        (a?.Count ?? 0) == (b?.Count ?? 0)
        && (a is null || a.All(pair => b!.TryGetValue(pair.Key, out var text) && text == pair.Value));

    private static bool SameUnordered<T>(IReadOnlyList<T>? a, IReadOnlyList<T>? b) =>
        (a ?? []).ToHashSet().SetEquals(b ?? []);

    private static bool SameList<T>(IReadOnlyList<T>? a, IReadOnlyList<T>? b, Func<T, T, bool> same) =>
        (a?.Count ?? 0) == (b?.Count ?? 0) && (a ?? []).Zip(b ?? []).All(pair => same(pair.First, pair.Second));
}
