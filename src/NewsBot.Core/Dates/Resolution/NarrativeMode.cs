using NewsBot.Core.Dates.Grammar;

namespace NewsBot.Core.Dates.Resolution;

/// <summary>
/// Tells a narrative of other times, such as a war history, from news. The document's own expressions decide: it is a
/// narrative when it names at least <see cref="FewestFarYears"/> years two or more away from the publication year, no fewer
/// than years that are nearer, and at least twice as many as expressions that are tied to the publication day ("yesterday",
/// "two weeks ago", weekdays).
/// </summary>
internal static class NarrativeMode
{
    public const int FewestFarYears = 4;

    public static bool IsNarrative(IReadOnlyList<ParsedSentence> sentences, int year)
    {
        var (far, near, tied) = (0, 0, 0);
        foreach (var sentence in sentences)
        {
            foreach (var match in sentence.Matches)
            {
                var form = match.Form is ClockForm { Day: { } clockDay } ? clockDay : match.Form is DayPartForm { Day: { } partDay } ? partDay : match.Form;
                if (form is DateForm { Year: { } named, ShortYear: false } && Math.Abs((long)named - year) >= 2)
                    far++;
                else if (form is DateForm { Year: not null })
                    near++;
                else if (form is DateForm { Weekday: not null } or PointerForm { Base: PointerBase.Anchor })
                    tied++;
            }
        }

        return far >= FewestFarYears && far >= near && far >= 2 * tied;
    }
}
