using System.Text.RegularExpressions;
using NewsBot.Core.Commands;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Digests;

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
    public const string Action = "action";
    public const string At = "at";
    public const string Zone = "zone";
}

/// <summary>
/// Which options a command of the engine has in Discord. The engine takes one text; here its parts have fields of their
/// own. A command that this table does not know has one field for its text.
/// </summary>
internal static partial class CommandOptions
{
    /// <summary>What stands for a call without a word where others take one: <c>/reload</c> alone.</summary>
    public const string PlainAction = "run";

    /// <summary>Words to choose from, as help shows them: "[undo, history or cancel]".</summary>
    [GeneratedRegex(@"^\[(?<word>[a-z]+)(?:(?:, | or )(?<word>[a-z]+))*\]$")]
    private static partial Regex Actions();


    public const int LongestText = 1000;
    private const int LongestName = 100;
    private const int LongestDescription = 100;

    /// <summary>The name of the option that carries a command's text, or the first part of it.</summary>
    public static string MainName(CommandDefinition definition) => definition.Name switch
    {
        "ask" => "question",
        "said" => OptionNames.Person,
        "summary" => OptionNames.Article,
        "timeline" => OptionNames.Topic,
        "when" => "event",
        "on" => "date",
        DigestCommand.Name => OptionNames.Action,
        _ => ActionsOf(definition).Count > 0 ? OptionNames.Action : "text",
    };

    public static IReadOnlyList<CommandOption> Of(CommandDefinition definition)
    {
        if (definition.AdminOnly)
            return OfAdmin(definition);
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

    /// <summary>A choice among the words that the command takes, or one field for its text; nothing for a command that stands alone.</summary>
    private static IReadOnlyList<CommandOption> OfAdmin(CommandDefinition definition)
    {
        if (definition.Argument.Length == 0)
            return [];
        if (definition.Name == DigestCommand.Name)
            return [Text(OptionNames.Action, "How often; nothing to see what is set", longest: null) with { Choices = Choices(["daily", "hourly", DigestCommand.Off]) }, Text(OptionNames.At, "When, for a daily digest: 08:00", 10), Text(OptionNames.Zone, "Time zone of that time: Europe/Berlin", LongestName)];
        var actions = ActionsOf(definition);
        return actions.Count == 0
            ? [Text("text", definition.Argument, LongestText) with { Required = definition.NeedsText ? true : null }]
            : [Text(OptionNames.Action, "What to do", longest: null) with { Choices = Choices(actions.Prepend(PlainAction)) }];
    }

    private static IReadOnlyList<OptionChoice> Choices(IEnumerable<string> words) => [.. words.Select(word => new OptionChoice(word, word))];

    private static IReadOnlyList<string> ActionsOf(CommandDefinition definition) =>
        definition is { AdminOnly: true, NeedsText: false } ? [.. Actions().Match(definition.Argument).Groups["word"].Captures.Select(word => word.Value)] : [];

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

    private static CommandOption Text(string name, string description, int? longest) => new()
    {
        Type = OptionType.Text,
        Name = name,
        Description = description.Length <= LongestDescription ? description : description[..LongestDescription],
        NameLocalizations = CommandWords.NamesOfOption(name),
        DescriptionLocalizations = CommandWords.DescriptionsOfOption(name),
        MaxLength = longest,
    };
}
