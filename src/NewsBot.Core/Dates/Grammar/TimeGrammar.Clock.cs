using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates.Grammar;

/// <content>Times of day: "9:30 a.m. EST Tuesday", "noon", "this morning", "the night of 3 May".</content>
internal sealed partial class TimeGrammar
{
    private TimeMatch? Clock(int i)
    {
        var j = i;
        string? modifier = null;
        if (T(i).Is(WordKinds.Approximator) && T(i).Lexical!.Code is "APPROX" or "LESS_THAN" && !IsWord(i, "some"))
        {
            modifier = T(i).Lexical!.Code;
            j++;
        }
        else if ((IsWord(i, "just") || IsWord(i, "shortly")) && IsWord(i + 1, "before", "after"))
        {
            return null;
        }

        if (!TimeOfDay(j, out var clock, out var end))
            return null;
        var (day, dayEnd) = DayBehind(end);
        if (day is not null && clock.Offset is null && ZoneAt(dayEnd, out var offset, out var zoneEnd))
        {
            clock = clock with { Offset = offset };
            dayEnd = zoneEnd;
        }

        // "5 p.m. on Tuesday" is two expressions, of which the second dates the first; "5 p.m. Tuesday" is one.
        return Found(clock with { Day = day, Modifier = modifier }, i, IsWord(end, "on") || IsWord(end, "of") ? end : dayEnd);
    }

    /// <summary>The day behind a time of day: "Tuesday", "on May 5", "today", ", 5 May 2010"; with the tokens it takes up.</summary>
    private (TimeForm? Day, int End) DayBehind(int end)
    {
        var j = IsMark(end, ',') ? end + 1 : end;
        if (IsWord(j, "on") || IsWord(j, "of"))
            j++;
        var match = Longer(Named(j) is { Form: DateForm { Weekday: not null } or DateForm { Day: not null } or DateForm { Holiday: not null } } named ? named : null,
            Alone(j) is { Form: PointerForm } alone ? alone : null);
        match ??= T(j).Is(WordKinds.Pointer) && T(j + 1).Is(WordKinds.Weekday) && PointerAt(j, false, out var pointed, out var pointedEnd) ? Found(pointed, j, pointedEnd) : null;
        return match is null ? (null, end) : (match.Form, match.End);
    }

    private bool TimeOfDay(int i, out ClockForm clock, out int end)
    {
        clock = new ClockForm(0, 0, null, false, null, null);
        end = i;
        if (IsWord(i, "noon") || IsWord(i, "midnight"))
        {
            clock = clock with { Hour = IsWord(i, "noon") ? 12 : 24 };
            end = i + 1;
            end = ZoneAt(end, out var zone, out var zoneEnd) ? zoneEnd : end;
            clock = clock with { Offset = zone };
            return !T(end).IsJoin && !T(i - 1).IsJoin;
        }

        // "half past five", "five o'clock"
        if (IsWord(i, "half") && IsWord(i + 1, "past") && Cardinal(i + 2, out var past, out end) && past is >= 1 and <= 12)
        {
            clock = clock with { Hour = past, Minute = 30 };
            return true;
        }

        if (T(i).Is(WordKinds.Cardinal) || T(i).Kind == TokenKind.Number)
        {
            if (Cardinal(i, out var hour, out var hourEnd) && hour is >= 1 and <= 12 && IsWord(hourEnd, "o'clock"))
            {
                end = Meridiem(hourEnd + 1, ref hour, out var afterMeridiem) ? afterMeridiem : hourEnd + 1;
                clock = clock with { Hour = hour, HourOnly = true };
                return true;
            }
        }

        // "five p.m." in words
        if (T(i).Is(WordKinds.Cardinal) && Cardinal(i, out var worded, out var wordedEnd) && worded is >= 1 and <= 12 && Meridiem(wordedEnd, ref worded, out end))
        {
            clock = clock with { Hour = worded, HourOnly = true };
            return true;
        }

        return T(i).Kind is TokenKind.Number or TokenKind.Amount && ClockDigits(i, out clock, out end);
    }

    private bool ClockDigits(int i, out ClockForm clock, out int end)
    {
        clock = new ClockForm(0, 0, null, false, null, null);
        end = i;
        var hour = T(i).Value;
        var minute = 0;
        int? second = null;
        var j = i + 1;
        var explicitMinutes = false;
        if (i > 0 && T(i - 1) is { Kind: TokenKind.Mark } mark && !T(i).SpaceBefore && mark.Value is ':' or '.' or '$' or '/' && T(i - 1).Length > 0 && mark.Value != '.')
            return false;
        if (T(i).Kind == TokenKind.Number && T(i).Length <= 2 && IsMark(j, ':') && T(j + 1) is { Kind: TokenKind.Number, Length: 2, SpaceBefore: false, Value: < 60 } minutes && !T(j).SpaceBefore)
        {
            minute = minutes.Value;
            explicitMinutes = true;
            j += 2;
            if (IsMark(j, ':') && T(j + 1) is { Kind: TokenKind.Number, Length: 2, SpaceBefore: false, Value: < 60 } seconds)
            {
                second = seconds.Value;
                j += 2;
            }
        }
        else if (T(i) is { Kind: TokenKind.Amount, Length: 4 or 5 } dotted && text.AsSpan(dotted.Start, dotted.Length).IndexOf('.') is var dot and > 0 && dotted.Length - dot == 3)
        {
            // "9.30 a.m." as British papers write it; only with a.m. or p.m. or a zone behind.
            hour = int.Parse(text.AsSpan(dotted.Start, dot), System.Globalization.CultureInfo.InvariantCulture);
            minute = int.Parse(text.AsSpan(dotted.Start + dot + 1, 2), System.Globalization.CultureInfo.InvariantCulture);
        }
        else if (T(i) is { Kind: TokenKind.Number, Length: 4, Value: >= 0 and < 2400 } military && military.Value % 100 < 60)
        {
            hour = military.Value / 100;
            minute = military.Value % 100;
        }
        else if (T(i) is not { Kind: TokenKind.Number, Length: <= 2 })
        {
            return false;
        }

        if (minute > 59 || hour > 24)
            return false;
        var compact = T(i).Kind == TokenKind.Amount || T(i).Length == 4;
        var meridiem = Meridiem(j, ref hour, out var afterMeridiem);
        if (meridiem)
            j = afterMeridiem;
        if (!meridiem && (IsWord(j, "hours", "hrs") && T(i).Length == 4 && !explicitMinutes))
        {
            j++;
            meridiem = ZoneAt(j, out _, out _) || T(i - 1).IsWord("at") || T(i - 1).Is(WordKinds.Approximator);
        }

        var zoned = ZoneAt(j, out var offset, out var zoneEnd) && (explicitMinutes || meridiem || compact);
        if (zoned)
            j = zoneEnd;
        if (!meridiem && !zoned && !(explicitMinutes && IsPlausibleClock(i, j)))
            return false;
        if (hour > 24)
            return false;
        clock = clock with { Hour = hour, Minute = minute, Second = second, HourOnly = !explicitMinutes && !compact, Offset = offset };
        end = j;
        return true;
    }

    /// <summary>"14:30" is a time, "won 3:1" a score and "2:05.3" a running time.</summary>
    private bool IsPlausibleClock(int i, int end) =>
        !(IsMark(end, '.') && T(end + 1) is { Kind: TokenKind.Number, SpaceBefore: false }) && !(IsMark(end, ':')) &&
        (T(i).Length == 2 || T(i - 1).Is(WordKinds.Preposition | WordKinds.Approximator | WordKinds.Weekday) || IsMark(i - 1, ','));

    private bool Meridiem(int i, ref int hour, out int end)
    {
        end = i + 1;
        if (T(i).Kind != TokenKind.Word || hour > 12 && !IsWord(i, "pm"))
            return false;
        var j = IsWord(i, "in") && IsWord(i + 1, "the") ? i + 2 : i;
        if (IsWord(i, "am") && (!T(i).SpaceBefore || T(i).Length > 2 || T(i).Length == 2 && T(i - 1).Kind is TokenKind.Number or TokenKind.Amount or TokenKind.Word))
            hour = hour == 12 ? 0 : hour;
        else if (IsWord(i, "pm"))
            hour = hour < 12 ? hour + 12 : hour;
        else if (IsWord(i, "noon") && hour == 12)
            hour = 12;
        else if (IsWord(i, "midnight") && hour == 12)
            hour = 24;
        else if (j > i && T(j).Is(WordKinds.DayPart) && T(j).Lexical!.Code is "MO" or "AF" or "EV")
        {
            hour = T(j).Lexical!.Code == "MO" || hour == 12 ? hour : hour + 12;
            end = j + 1;
        }
        else
            return false;
        return true;
    }

    /// <summary>"EST", "GMT", "local time", "Eastern time", "(1400 GMT)" is read by itself.</summary>
    private bool ZoneAt(int i, out int? offset, out int end)
    {
        offset = null;
        end = i + 1;
        var token = T(i);
        if (token.Is(WordKinds.Zone) && token.Capital && (token.Length > 2 || text[token.Start + 1] == 'T'))
        {
            offset = token.Lexical!.Value;
            return true;
        }

        if (token.IsWord("local") && IsWord(i + 1, "time"))
        {
            end = i + 2;
            return true;
        }

        if (token is { Kind: TokenKind.Word, Capital: true, Lexical: null } && IsWord(i + 1, "time"))
        {
            end = i + 2;
            return true;
        }

        int? named = token.Lexical?.Text switch { "eastern" => -300, "central" => -360, "mountain" => -420, "pacific" => -480, "moscow" => 180, _ => null };
        if (named is null || !token.Capital)
            return false;
        var j = IsWord(i + 1, "standard") ? i + 2 : IsWord(i + 1, "daylight") ? i + 2 : i + 1;
        if (!IsWord(j, "time"))
            return false;
        offset = IsWord(i + 1, "daylight") ? named + 60 : named;
        end = j + 1;
        return true;
    }

    /// <summary>"Monday morning", "this afternoon", "last night", "the next morning", "the night of 3 May", "the evening".</summary>
    private TimeMatch? DayPart(int i)
    {
        var j = SkipThe(i);
        // A date in front: "Monday morning", "yesterday evening", "May 5 evening".
        var day = j == i ? Longer(WeekdayFirst(i), Alone(i) is { Form: PointerForm } alone ? alone : null) : null;
        if (day is not null)
        {
            var at = T(day.End).Is(WordKinds.Part) && T(day.End + 1).Is(WordKinds.DayPart) ? day.End + 1 : day.End;
            if (T(at).Is(WordKinds.DayPart) && !T(at + 1).IsJoin)
                return Found(new DayPartForm(T(at).Lexical!.Code, day.Form), i, at + 1);
        }

        if (T(j).Is(WordKinds.Pointer) && T(j + 1).Is(WordKinds.DayPart))
            return PointedDayPart(j, i);
        if (T(j).Is(WordKinds.Pointer) && T(j + 1).Is(WordKinds.Weekday) && T(j + 2).Is(WordKinds.DayPart) && !(IsWord(j, "that") && IsOwner(j + 3)) && PointerAt(j, j > i, out var weekday, out _))
            return Found(new DayPartForm(T(j + 2).Lexical!.Code, weekday), i, j + 3);
        if (T(j).Is(WordKinds.DayPart))
        {
            var code = T(j).Lexical!.Code;
            if (IsWord(j + 1, "of") || IsWord(j + 1, "on"))
            {
                if (Dated(j + 2, MaxDepth - 1) is { Form: DateForm { Day: not null } or DateForm { Weekday: not null } or PointerForm { Unit: CalendarUnit.Day } } of && (IsWord(j + 1, "of") || j == i))
                    return Found(new DayPartForm(code, of.Form), i, of.End);
                if (IsWord(j + 1, "of") && DayList(j + 2) is { } list)
                    return Found(new DayPartForm(code, list.Form), i, list.End);
            }

            if (Named(j + 1) is { Form: DateForm { Weekday: not null } or DateForm { Day: not null, Month: not null } } behind && j == i)
                return Found(new DayPartForm(code, behind.Form), i, behind.End);
            if (j > i && T(i - 1).Is(WordKinds.Preposition) && !NounFollows(j + 1) && !IsWord(j + 1, "of") && !T(j + 1).IsJoin && !IsWord(i - 1, "of"))
                return Found(new DayPartForm(code, null), i, j + 1);
            if (j == i && T(i - 1).Is(WordKinds.Part) && !NounFollows(j + 1))
                return Found(new DayPartForm(code, null), i, j + 1);
        }

        return null;
    }

    private TimeMatch? PointedDayPart(int j, int start)
    {
        var pointer = T(j).Lexical!;
        var code = T(j + 1).Lexical!.Code;
        if (T(j + 2).IsJoin)
            return null;
        TimeForm? day = pointer.Text switch
        {
            "this" => new PointerForm(CalendarUnit.Day, 0, PointerBase.Anchor),
            "last" when code is "NI" or "EV" => new PointerForm(CalendarUnit.Day, -1, PointerBase.Anchor),
            "that" or "same" => new PointerForm(CalendarUnit.Day, 0, PointerBase.Earlier),
            "next" or "following" => new PointerForm(CalendarUnit.Day, 1, PointerBase.Earlier),
            "previous" or "preceding" => new PointerForm(CalendarUnit.Day, -1, PointerBase.Earlier),
            _ => null,
        };
        return day is null ? null : Found(new DayPartForm(code, day), start, j + 2);
    }
}
