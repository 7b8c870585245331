using NewsBot.Core.Commands;
using NewsBot.Discord.Commands;

namespace NewsBot.Discord.Menu;

/// <summary>Names of options in Discord.</summary>
internal static class OptionNames
{
    public const string Person = "person";
    public const string Topic = "topic";
    public const string Article = "article";
    public const string Source = "source";
    public const string From = "from";
    public const string To = "to";
    public const string Private = "private";
}

/// <summary>
/// Which options a command of the engine has in Discord. The engine takes one text; here its parts have fields of their
/// own. A command that this table does not know has one field for its text.
/// </summary>
internal static class CommandOptions
{
    public const int LongestText = 1000;
    private const int LongestName = 100;

    /// <summary>The name of the option that carries a command's text, or the first part of it.</summary>
    public static string MainName(CommandDefinition definition) => definition.Name switch
    {
        "ask" => "question",
        "said" => OptionNames.Person,
        "summary" => OptionNames.Article,
        "timeline" => OptionNames.Topic,
        "when" => "event",
        "on" => "date",
        _ => "text",
    };

    public static IReadOnlyList<CommandOption> Of(CommandDefinition definition)
    {
        if (definition.AdminOnly)
            return [];
        if (!definition.NeedsText)
            return [Private];
        var main = MainName(definition);
        var options = new List<CommandOption> { MainOption(main) };
        if (main == OptionNames.Person)
            options.Add(Text(OptionNames.Topic, "About what", LongestText));
        options.Add(Text(OptionNames.Source, "Only articles of this outlet", LongestName) with { Autocomplete = true });
        options.Add(Text(OptionNames.From, "Only articles from this date on: 2023-08-17, May 2023, last week", LongestName));
        options.Add(Text(OptionNames.To, "Only articles up to this date", LongestName));
        options.Add(Private);
        return options;
    }

    private static CommandOption MainOption(string name) => name switch
    {
        "question" => Text(name, "Your question, in your own words", LongestText) with { Required = true, MinLength = 2 },
        OptionNames.Person => Text(name, "Who", LongestName) with { Required = true, Autocomplete = true },
        OptionNames.Article => Text(name, "An article, or a topic in your own words", LongestText) with { Required = true, Autocomplete = true },
        OptionNames.Topic => Text(name, "About what", LongestText) with { Required = true },
        "event" => Text(name, "What happened", LongestText) with { Required = true },
        "date" => Text(name, "A day, a month or a year: 17 August 2023", LongestName) with { Required = true },
        _ => Text(name, "The words in question", LongestText) with { Required = true },
    };

    private static CommandOption Private { get; } = new()
    {
        Type = OptionType.Flag,
        Name = OptionNames.Private,
        Description = "Only you see the answer",
        NameLocalizations = CommandWords.NamesOfOption(OptionNames.Private),
        DescriptionLocalizations = CommandWords.DescriptionsOfOption(OptionNames.Private),
    };

    private static CommandOption Text(string name, string description, int longest) => new()
    {
        Type = OptionType.Text,
        Name = name,
        Description = description,
        NameLocalizations = CommandWords.NamesOfOption(name),
        DescriptionLocalizations = CommandWords.DescriptionsOfOption(name),
        MaxLength = longest,
    };
}
