namespace NewsBot.Sources.Live;

/// <summary>
/// An article whose page is gone (404, 410) is taken back only after a second look, as servers err: in another reading,
/// and unless somebody asked for it in person a while after the first.
/// </summary>
internal static class GonePage
{
    private static readonly TimeSpan SecondLook = TimeSpan.FromMinutes(10);

    public const string Reason = "its page is gone, as two looks have found";

    public static bool IsConfirmed(EntryState entry, LiveReading reading) =>
        entry.GoneSince is { } since && since < reading.Now && (reading.IsByHand || reading.Now - since >= SecondLook);
}
