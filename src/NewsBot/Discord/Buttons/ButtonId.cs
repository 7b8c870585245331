using System.Globalization;

namespace NewsBot.Discord.Buttons;

/// <summary>What a button, select or form does. The names stand in messages for as long as those exist.</summary>
internal enum ButtonAction
{
    FollowUp,
    Context,
    Sources,
    Share,
    Delete,
    VoteUp,
    VoteDown,
    Page,
    Retry,
    CancelReload,
}

/// <summary>The id of a component: <c>v1:action:answer:number</c>. All else that it needs is in the store.</summary>
internal readonly record struct ButtonId(ButtonAction Action, string Answer, int Number = 0)
{
    private const string Version = "v1";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version}:{NameOf(Action)}:{Answer}:{Number}");

    /// <summary>Null for an id that this version did not make.</summary>
    public static ButtonId? Parse(string text)
    {
        if (text.Split(':') is not [Version, var name, { Length: > 0 and <= 40 } answer, var number])
            return null;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n))
            return null;
        foreach (var action in Enum.GetValues<ButtonAction>())
            if (NameOf(action) == name)
                return new ButtonId(action, answer, n);
        return null;
    }

    private static string NameOf(ButtonAction action) => action switch
    {
        ButtonAction.FollowUp => "more",
        ButtonAction.Context => "context",
        ButtonAction.Sources => "sources",
        ButtonAction.Share => "share",
        ButtonAction.Delete => "delete",
        ButtonAction.VoteUp => "up",
        ButtonAction.VoteDown => "down",
        ButtonAction.Page => "page",
        ButtonAction.CancelReload => "cancel",
        _ => "retry",
    };
}
