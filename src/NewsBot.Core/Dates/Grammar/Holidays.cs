namespace NewsBot.Core.Dates.Grammar;

/// <summary>A day of the year with a name.</summary>
/// <remarks><c>Month</c>: 0 for Easter and the days counted from it.
/// <c>Day</c>: Of a fixed holiday, the day of the month; of Easter, the days from Easter Sunday.
/// <c>Weekday</c>: For "the fourth Thursday of November": the weekday (1 Monday); 0 for a fixed day.
/// <c>Week</c>: Which such weekday of the month; −1 the last.</remarks>
internal sealed record Holiday(string Name, int Month, int Day, int Weekday = 0, int Week = 0)
{
    public DateOnly In(int year)
    {
        year = Math.Clamp(year, 1, 9998);
        if (Month == 0)
            return Easter(year).AddDays(Day);
        if (Weekday == 0)
            return new DateOnly(year, Month, Day);
        var first = new DateOnly(year, Month, 1);
        var offset = (Weekday - 1 - ((first.DayNumber) % 7) + 7) % 7;
        if (Week > 0)
            return first.AddDays(offset + ((Week - 1) * 7));
        var last = offset + 28;
        return first.AddDays(last < DateTime.DaysInMonth(year, Month) ? last : last - 7);
    }

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).</summary>
    private static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}

/// <summary>Holidays that news speaks of by name and whose day is known in every year.</summary>
internal static class Holidays
{
    public static readonly Holiday[] All =
    [
        new("new year's eve", 12, 31), new("new year's day", 1, 1), new("new year's", 1, 1), new("new year", 1, 1),
        new("christmas eve", 12, 24), new("christmas day", 12, 25), new("christmas", 12, 25), new("xmas", 12, 25),
        new("boxing day", 12, 26), new("valentine's day", 2, 14), new("st. patrick's day", 3, 17), new("groundhog day", 2, 2),
        new("april fools' day", 4, 1), new("april fool's day", 4, 1), new("earth day", 4, 22), new("may day", 5, 1), new("victory day", 5, 9),
        new("independence day", 7, 4), new("fourth of july", 7, 4), new("bastille day", 7, 14), new("canada day", 7, 1), new("australia day", 1, 26),
        new("halloween", 10, 31), new("all saints' day", 11, 1), new("guy fawkes night", 11, 5), new("veterans day", 11, 11), new("armistice day", 11, 11),
        new("remembrance day", 11, 11), new("juneteenth", 6, 19), new("pearl harbor day", 12, 7), new("anzac day", 4, 25),
        new("martin luther king day", 1, 0, 1, 3), new("martin luther king jr. day", 1, 0, 1, 3), new("presidents' day", 2, 0, 1, 3), new("presidents day", 2, 0, 1, 3),
        new("memorial day", 5, 0, 1, -1), new("labor day", 9, 0, 1, 1), new("columbus day", 10, 0, 1, 2), new("thanksgiving day", 11, 0, 4, 4),
        new("thanksgiving", 11, 0, 4, 4), new("mother's day", 5, 0, 7, 2), new("father's day", 6, 0, 7, 3),
        new("easter sunday", 0, 0), new("easter monday", 0, 1), new("good friday", 0, -2), new("palm sunday", 0, -7), new("ash wednesday", 0, -46),
        new("maundy thursday", 0, -3), new("ascension day", 0, 39), new("pentecost", 0, 49), new("easter", 0, 0),
    ];

    public static IEnumerable<string> FirstWords => All.Select(h => h.Name.Split(' ', '\'', '.')[0]).Distinct();

    /// <summary>The holiday whose name stands at an offset of the text; the longest of those that do.</summary>
    public static Holiday? At(ReadOnlySpan<char> text)
    {
        Holiday? best = null;
        foreach (var holiday in All)
            if ((best is null || holiday.Name.Length > best.Name.Length) && Begins(text, holiday.Name))
                best = holiday;
        return best;
    }

    private static bool Begins(ReadOnlySpan<char> text, string name)
    {
        if (text.Length < name.Length || !char.IsUpper(text[0]))
            return false;
        for (var i = 0; i < name.Length; i++)
        {
            var c = text[i] == '’' ? '\'' : char.ToLowerInvariant(text[i]);
            if (c != name[i])
                return false;
        }

        return text.Length == name.Length || !char.IsLetterOrDigit(text[name.Length]);
    }
}
