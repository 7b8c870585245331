namespace NewsBot.Core.Commands;

/// <summary>
/// A command as a tool for a language model or another assistant. All take one text and, where wanted, the outlet and the
/// days that articles must be of.
/// </summary>
/// <param name="Name">Name of the tool.</param>
/// <param name="Command">The command that does it.</param>
/// <param name="Description">What it does, for whoever decides to use it.</param>
/// <param name="Text">What its text is.</param>
public sealed record NewsTool(string Name, string Command, string Description, string Text)
{
    public static readonly IReadOnlyList<NewsTool> All =
    [
        new("search", "search", "Finds the passages of news articles that come nearest to some words.", "Words to search for: names, places, things."),
        new("who_said", "whosaid", "Finds who said some words, verbatim, with date and article.", "The words of the quote, or most of them."),
        new("said", "said", "Lists what a person said, newest first.", "PERSON, or PERSON about TOPIC."),
        new("when", "when", "Finds when an event was or will be, as precisely as the articles say.", "The event in a few words."),
        new("timeline", "timeline", "Lists the events of a topic in their order, with dates.", "The topic in a few words."),
        new("summary", "summary", "Sums up an article (by title or id) or what the articles have on a topic.", "A title, an id or a topic."),
        new("check_quote", "quote", "Checks whether a quote is verbatim, altered, somebody else's or not in the articles.", "The quote, and who is said to have said it."),
    ];
}
