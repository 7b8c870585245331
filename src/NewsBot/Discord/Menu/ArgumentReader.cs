using NewsBot.Core.Commands;
using NewsBot.Core.Dates;
using NewsBot.Core.Retrieval.Parsing;
using NewsBot.Discord.Answers;
using NewsBot.Discord.Digests;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;

namespace NewsBot.Discord.Menu;

/// <summary>Reads a command of Discord as a call of the engine. Pure.</summary>
internal static class ArgumentReader
{
    /// <returns>The call, or what the user has to put right.</returns>
    public static (AskedCall? Call, string? Problem) Read(CommandDefinition definition, CommandArguments arguments, DateTimeOffset now)
    {
        var (from, fromProblem) = Date(arguments, OptionNames.From, now, days => days.Start);
        var (to, toProblem) = Date(arguments, OptionNames.To, now, days => days.End);
        if ((fromProblem ?? toProblem) is { } problem)
            return (null, problem);
        if (from > to)
            return (null, "The date in **from** is after the date in **to**.");
        var text = TextOf(definition, arguments);
        if (definition.NeedsText && text.Length == 0)
            return (null, $"/{definition.Name} needs a text, for example: /{definition.Name} {DiscordText.Escape(definition.Example)}");
        var source = arguments.Text(OptionNames.Source)?.Trim();
        return (new AskedCall(definition.Name, text, string.IsNullOrEmpty(source) ? null : source, from, to), null);
    }

    private static string TextOf(CommandDefinition definition, CommandArguments arguments)
    {
        var main = (arguments.Text(CommandOptions.MainName(definition)) ?? "").Trim();
        var topic = CommandOptions.MainName(definition) == OptionNames.Person ? arguments.Text(OptionNames.Topic)?.Trim() : null;
        if (definition.Name == DigestCommand.Name)
            return string.Join(' ', new[] { main, arguments.Text(OptionNames.At), arguments.Text(OptionNames.Zone) }.Where(word => !string.IsNullOrWhiteSpace(word)));
        if (main == CommandOptions.PlainAction && CommandOptions.MainName(definition) == OptionNames.Action)
            return "";
        return string.IsNullOrEmpty(topic) || main.Length == 0 ? main : $"{main} about {topic}";
    }

    /// <summary>A date in any words that questions can have: "2023-08-17", "May 2023", "last week".</summary>
    private static (DateOnly? Day, string? Problem) Date(CommandArguments arguments, string option, DateTimeOffset now, Func<DateInterval, DateOnly?> side)
    {
        if (arguments.Text(option)?.Trim() is not { Length: > 0 } text)
            return (null, null);
        var days = QuestionTime.Of(text, QuestionParser.AnchorOf(now)).Interval;
        return days is { } interval && side(interval) is { } day
            ? (day, null)
            : (null, $"I do not understand “{DiscordText.Escape(DiscordText.Shorten(text, 60))}” in **{option}** as a date. Try 2023-08-17, May 2023 or last week.");
    }
}
