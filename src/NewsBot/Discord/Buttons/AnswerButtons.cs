using NewsBot.Discord.Answers;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Rendering;

namespace NewsBot.Discord.Buttons;

/// <summary>The buttons under an answer. Pure.</summary>
internal static class AnswerButtons
{
    /// <summary>Under the progress of a reload; it belongs to no answer.</summary>
    public static IReadOnlyList<MessageComponent> OfReload { get; } =
    [
        new ActionRow([new Button { Style = ButtonStyle.Danger, Label = "Cancel", CustomId = new ButtonId(ButtonAction.CancelReload, "reload").ToString() }]),
    ];

    public static IReadOnlyList<MessageComponent> Of(GivenAnswer answer, int pages, int page)
    {
        var rows = new List<List<MessageComponent>> { MainRow(answer), SecondRow(answer, pages, page) };
        return [.. rows.Where(row => row.Count > 0).Select(row => new ActionRow(row))];
    }

    private static List<MessageComponent> MainRow(GivenAnswer answer)
    {
        var row = new List<MessageComponent>();
        if (answer.IsError)
            row.Add(Make(answer, ButtonAction.Retry, "Try again", ButtonStyle.Primary));
        if (answer.IsAdmin || answer.IsError)
            return row;
        row.Add(Make(answer, ButtonAction.FollowUp, "Ask more", ButtonStyle.Primary));
        if (answer.Citations.Any())
        {
            var changed = answer.Outdated.Count > 0 ? OutdatedText.OnButton : "";
            row.Add(Make(answer, ButtonAction.Context, "Show in context" + changed));
            row.Add(Make(answer, ButtonAction.Sources, "Sources" + changed));
        }

        row.Add(Make(answer, ButtonAction.VoteUp, null) with { Emoji = new ComponentEmoji("👍") });
        row.Add(Make(answer, ButtonAction.VoteDown, null) with { Emoji = new ComponentEmoji("👎") });
        return row;
    }

    private static List<MessageComponent> SecondRow(GivenAnswer answer, int pages, int page)
    {
        var row = new List<MessageComponent>();
        if (pages > 1)
        {
            // Two buttons of one message may not have one id: at the ends the one that leads nowhere still names its page.
            row.Add(Make(answer, ButtonAction.Page, "Previous", number: Math.Max(page - 1, 0)) with { Disabled = page == 0 ? true : null });
            row.Add(Make(answer, ButtonAction.Page, "Next", number: page + 1) with { Disabled = page == pages - 1 ? true : null });
        }

        if (answer.IsPrivate && !answer.IsAdmin && !answer.IsError)
            row.Add(Make(answer, ButtonAction.Share, "Share with everyone"));
        if (!answer.IsPrivate)
            row.Add(Make(answer, ButtonAction.Delete, "Delete"));
        return row;
    }

    private static Button Make(GivenAnswer answer, ButtonAction action, string? label, ButtonStyle style = ButtonStyle.Secondary, int number = 0) =>
        new() { Style = style, Label = label, CustomId = new ButtonId(action, answer.Id, number).ToString() };
}
