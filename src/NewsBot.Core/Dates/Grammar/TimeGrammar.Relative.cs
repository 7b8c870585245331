using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates.Grammar;

/// <content>Modifiers, pointers and words that stand alone.</content>
internal sealed partial class TimeGrammar
{
    private static readonly PointerForm Nothing = new(CalendarUnit.None, 0, PointerBase.Anchor);

    /// <summary>A date with whatever stands in front of it: "the end of June", "early this year", "mid-May", "the first week of May".</summary>
    private TimeMatch? Dated(int i, int depth)
    {
        if (depth > MaxDepth)
            return null;
        var j = SkipThe(i);
        TimeMatch? best = Named(i);
        best = Longer(best, Pointed(i));
        if (T(j).Is(WordKinds.Part) || IsWord(j, "mid"))
            best = Longer(best, WithPart(j, i, depth));
        if (T(j).Is(WordKinds.PartNoun) || IsWord(j, "very"))
            best = Longer(best, WithPartNoun(j, i, depth));
        best = Longer(best, WithOrdinal(j, i, depth));
        best = Longer(best, CompactPart(j, i));
        if (T(i).Is(WordKinds.Approximator) && T(i).Lexical!.Code == "APPROX" && BareYearOrDate(i + 1, depth) is { } about)
            best = Longer(best, Found(about.Form with { Modifier = about.Form.Modifier ?? "APPROX" }, i, about.End));
        return best;
    }

    /// <summary>What "about" may stand before among dates: "circa 1900", "around Christmas". Not "some May".</summary>
    private TimeMatch? BareYearOrDate(int i, int depth)
    {
        if (IsWord(i - 1, "some"))
            return null;
        if (IsMark(i, '.') && !T(i).SpaceBefore)
            i++;
        return IsWord(i - 1, "about") || IsWord(i - 1, "around") ? null : Named(i);
    }

    /// <summary>"early|mid|late|earlier|later [in|on] ...".</summary>
    private TimeMatch? WithPart(int j, int start, int depth)
    {
        var part = T(j).Lexical!.Code;
        var k = SkipJoin(j + 1);
        if (IsWord(k, "part") && IsWord(k + 1, "of"))
            k += 2;
        else if (IsWord(k, "in", "on"))
            k++;
        else if (T(k).IsDash && Joined(k))
            k++;
        if (part is "BEFORE" or "AFTER")
        {
            return Pointed(k) is { Form: PointerForm or DateForm } pointed && (T(k).Is(WordKinds.Pointer) || T(k + 1).Is(WordKinds.Pointer) || IsWord(k, "the"))
                ? Found(pointed.Form with { Modifier = null }, start, pointed.End) : Alone(k) is { Form: PointerForm } word ? Found(word.Form, start, word.End)
                : WeekdayFirst(k) is { } weekday && k == j + 1 ? Found(weekday.Form, start, weekday.End) : null;
        }

        if (DayPart(k) is { } time && time.Form is DayPartForm { Day: not null })
            return Found(time.Form with { Modifier = part }, start, time.End);
        if (T(k).Is(WordKinds.DayPart) && IsWord(start, "the") is false && k == j + 1 && T(k - 1).Is(WordKinds.Part) && IsWord(k + 1, "on") is false && DayPart(k) is { } bare)
            return Found(bare.Form with { Modifier = part }, start, bare.End);
        var inner = Dated(k, depth + 1);
        if (inner is null && Alone(k) is { Form: PointerForm } alone)
            inner = alone;
        if (inner is null || inner.Form is PointerForm { Unit: CalendarUnit.Day, Base: not PointerBase.Anchor } && part == "MID")
            return null;
        return Found(inner.Form with { Modifier = part }, start, inner.End);
    }

    private bool Joined(int i) => !T(i).SpaceBefore && !T(i + 1).SpaceBefore;

    /// <summary>"the beginning of 2004", "end of the year", "the middle of last week".</summary>
    private TimeMatch? WithPartNoun(int j, int start, int depth)
    {
        if (IsWord(j, "very"))
            j++;
        if (!T(j).Is(WordKinds.PartNoun) || !IsWord(j + 1, "of"))
            return null;
        var code = T(j).Lexical!.Code;
        var inner = Dated(j + 2, depth + 1);
        return inner is { Form: DateForm or PointerForm or PeriodForm or OrdinalForm }
            ? Found(inner.Form with { Modifier = code }, start, inner.End)
            : null;
    }

    /// <summary>"year-end", "year-end 2010", "mid-year", "midsummer", "month-end".</summary>
    private TimeMatch? CompactPart(int j, int start)
    {
        if (T(j).Is(WordKinds.Unit) && T(j).Unit is CalendarUnit.Year or CalendarUnit.Month && T(j + 1).IsJoin && IsWord(j + 2, "end"))
        {
            var end = j + 3;
            if (YearAt(end, out var year, out var isShort, out var yearEnd) && T(j).Unit == CalendarUnit.Year)
                return Found(new DateForm { Year = year, ShortYear = isShort, Modifier = "END" }, start, yearEnd);
            return Found(new PointerForm(T(j).Unit, 0, PointerBase.Context) { Modifier = "END" }, start, end);
        }

        if (T(j).Is(WordKinds.Unit) && T(j).Unit is CalendarUnit.Year or CalendarUnit.Month && IsMark(j + 1, '\'') && IsWord(j + 2, "s") && IsWord(j + 3, "end"))
            return Found(new PointerForm(T(j).Unit, 0, PointerBase.Context) { Modifier = "END" }, start, j + 4);
        if (IsWord(j, "midyear") || (IsWord(j, "mid") && T(j + 1).IsJoin && IsWord(j + 2, "year")))
            return Found(new PointerForm(CalendarUnit.Year, 0, PointerBase.Context) { Modifier = "MID" }, start, IsWord(j, "midyear") ? j + 1 : j + 3);
        if (IsWord(j, "midweek") || (IsWord(j, "mid") && T(j + 1).IsJoin && IsWord(j + 2, "week")))
            return Found(new PointerForm(CalendarUnit.Week, 0, PointerBase.Context) { Modifier = "MID" }, start, IsWord(j, "midweek") ? j + 1 : j + 3);
        return null;
    }

    /// <summary>"the first week of May", "the last day of 2010", "the second Sunday in May", "the first half of the month".</summary>
    private TimeMatch? WithOrdinal(int j, int start, int depth)
    {
        int ordinal, k;
        if (IsWord(j, "last") || IsWord(j, "final"))
            (ordinal, k) = (0, j + 1);
        else if (!Ordinal(j, out ordinal, out k))
            return null;
        var weekday = T(k).Is(WordKinds.Weekday) && T(k).Capital;
        if (!weekday && (!T(k).Is(WordKinds.Unit) || T(k).Unit is CalendarUnit.Second or CalendarUnit.Minute or CalendarUnit.Hour))
            return null;
        if (!IsWord(k + 1, "of") && !IsWord(k + 1, "in"))
            return null;
        var inner = Dated(k + 2, depth + 1);
        if (inner is null || inner.Form is not (DateForm or PointerForm or PeriodForm))
            return null;
        return weekday
            ? Found(new DateForm { Weekday = T(k).Lexical!.Value, Part = ordinal, PartUnit = CalendarUnit.Week, Within = inner.Form }, start, inner.End)
            : Found(new OrdinalForm(ordinal, T(k).Unit, inner.Form), start, inner.End);
    }

    /// <summary>"last year", "the following day", "next Monday", "this May", "the year".</summary>
    private TimeMatch? Pointed(int i)
    {
        var j = SkipThe(i);
        if (T(j).Is(WordKinds.Pointer) && PointerAt(j, j > i, out var form, out var end))
        {
            if (form is PointerForm { Unit: CalendarUnit.Year } year && Possessed(end, year, out var owned, out var ownedEnd))
                return Found(owned, i, ownedEnd);
            return Found(form, i, end);
        }

        // "this past weekend", "this coming Friday"
        if (j == i && IsWord(i, "this") && IsWord(i + 1, "past", "coming") && PointerAt(i + 1, false, out form, out end))
            return Found(form, i, end);
        // "that same day"
        if (j == i && IsWord(i, "that", "this") && IsWord(i + 1, "same") && T(i + 2).Is(WordKinds.Unit) && PointerAt(i + 1, true, out form, out end))
            return Found(form, i, end);
        // "the year-ago quarter", "the year-earlier period"
        if (j > i && IsWord(j, "year") && T(j + 1).IsJoin && IsWord(j + 2, "ago", "earlier") && T(j + 3).Kind == TokenKind.Word)
        {
            var unit = T(j + 3).Unit == CalendarUnit.Quarter ? CalendarUnit.Quarter : CalendarUnit.Year;
            return Found(new PointerForm(unit, unit == CalendarUnit.Quarter ? -4 : -1, PointerBase.Anchor), i, j + 4);
        }

        if (j > i && T(j).Is(WordKinds.Unit) && T(j).Unit is CalendarUnit.Year or CalendarUnit.Month or CalendarUnit.Week or CalendarUnit.Weekend or CalendarUnit.Quarter or CalendarUnit.Day or CalendarUnit.Decade)
            return DefiniteUnit(j, i);
        return null;
    }

    /// <summary>"the year", "the weekend"; also "the day before", "the year after" and "the day before yesterday".</summary>
    private TimeMatch? DefiniteUnit(int j, int start)
    {
        var unit = T(j).Unit;
        if (unit == CalendarUnit.Day && IsWord(j + 1, "before") && IsWord(j + 2, "yesterday"))
            return Found(new PointerForm(unit, -2, PointerBase.Anchor), start, j + 3);
        if (unit == CalendarUnit.Day && IsWord(j + 1, "after") && IsWord(j + 2, "tomorrow"))
            return Found(new PointerForm(unit, 2, PointerBase.Anchor), start, j + 3);
        if (IsWord(j + 1, "before", "after") || IsWord(j + 1, "earlier", "later") || IsWord(j + 1, "following"))
        {
            var shift = IsWord(j + 1, "before") || IsWord(j + 1, "earlier") ? -1 : 1;
            var that = IsWord(j + 2, "that") && IsEndOfPhrase(j + 3) ? 1 : 0;
            if (that == 1 || IsEndOfPhrase(j + 2) || T(j + 2).Is(WordKinds.Preposition) || IsVerbLike(j + 2))
                return Found(new PointerForm(unit, shift, PointerBase.Earlier), start, j + 2 + that);
            return null;
        }

        if (T(j + 1).IsJoin || NounFollows(j + 1) && !IsVerbLike(j + 1))
            return null;
        if (IsWord(j + 1, "of"))
            return null;
        if (unit is CalendarUnit.Year or CalendarUnit.Quarter && Possessed(j + 1, new PointerForm(unit, 0, PointerBase.Context), out var owned, out var end))
            return Found(owned, start, end);
        if (unit == CalendarUnit.Quarter && !T(start - 1).Is(WordKinds.Preposition))
            return null;
        if (unit is CalendarUnit.Day or CalendarUnit.Decade && !T(start - 1).IsWord("of") && !(T(start - 1).IsWord("in") && T(start - 2).Is(WordKinds.Part)))
            return null;
        return Found(new PointerForm(unit, 0, PointerBase.Context), start, j + 1);
    }

    /// <summary>What a pointer points at. "The last year" and "the past week" are spans of time up to now, "last year" is a year.</summary>
    private bool PointerAt(int j, bool definite, out TimeForm form, out int end)
    {
        (form, end) = (Nothing, j);
        var pointer = T(j).Lexical!;
        var shift = pointer.Value;
        var k = j + 1;
        var fromEarlier = pointer.Text is "following" or "previous" or "preceding" or "prior" or "same" or "that" or "subsequent" or "ensuing" or "succeeding" || (definite && pointer.Text == "next");
        if (pointer.Text is "present" or "current" && !definite && !T(k).Is(WordKinds.Unit) && !IsWord(k, "fiscal"))
            return false;
        if (pointer.Text is "final" || (pointer.Text == "present" && IsWord(k, "day")))
            return false;
        if (pointer.Text is "following" or "previous" or "preceding" or "next" or "ensuing" or "last" or "past" && T(k).Is(WordKinds.Units) && definite && T(k).Unit != CalendarUnit.None)
        {
            (form, end) = (new DurationForm(T(k).Unit.Duration("X")), k + 1);
            return true;
        }

        if (IsWord(k, "fiscal") || IsWord(k, "calendar") || IsWord(k, "financial") || IsWord(k, "trading") || IsWord(k, "business") || IsWord(k, "school") || IsWord(k, "academic") || IsWord(k, "full") || IsWord(k, "tax"))
            k++;
        var target = T(k);
        end = k + 1;
        if (target.Is(WordKinds.Unit) && target.Unit is not (CalendarUnit.Second or CalendarUnit.None))
        {
            if (T(end).IsJoin && !IsWord(end + 1, "end") || pointer.Text == "last" && target.Unit == CalendarUnit.Minute)
                return false;
            // "Over the next decade" is a span of time; "the next day" is a day.
            if (definite && pointer.Text is "next" or "coming" && target.Unit > CalendarUnit.Weekend && T(j - 2).Lexical?.Text is "over" or "within" or "for" or "during" or "in")
            {
                form = new DurationForm(target.Unit.Duration("1"), target.Unit, 1);
                return true;
            }

            if (pointer.Text is "past" && target.Unit == CalendarUnit.Weekend)
            {
                form = new PointerForm(CalendarUnit.Weekend, -1, PointerBase.Anchor);
                return true;
            }

            if (pointer.Text is "past" || (definite && pointer.Text is "last" && target.Unit != CalendarUnit.Quarter && !IsWord(end, "of")))
            {
                form = new DurationForm(target.Unit.Duration("1"), target.Unit, -1);
                return definite || pointer.Text is "past";
            }

            if (target.Unit is CalendarUnit.Hour or CalendarUnit.Minute)
                return false;
            form = new PointerForm(target.Unit, shift, fromEarlier ? PointerBase.Earlier : PointerBase.Anchor);
            return true;
        }

        if (!definite && fromEarlier && pointer.Text is not "that")
            return false; // "Following Wednesday's vote"
        if (!definite && pointer.Text is "past" && !IsWord(j - 1, "this"))
            return false; // "drags on past Sunday"
        if (target.Is(WordKinds.Weekday) && target.Capital && WeekdayFirst(k) is { Form: DateForm { Day: null, Within: null } weekday } day)
        {
            (form, end) = (weekday with { Shift = shift, FromEarlier = fromEarlier }, day.End);
            if (pointer.Text is "that" && IsOwner(T(day.End).Is(WordKinds.DayPart) ? day.End + 1 : day.End))
                return false; // "fears that Saturday's event"
            return pointer.Text is not ("same" or "current" or "present");
        }

        if (target.Is(WordKinds.Month) && target.Capital && MonthFirst(k, k) is { Form: DateForm { Year: null, Within: null } month } match)
        {
            (form, end) = (month with { Shift = shift, FromEarlier = fromEarlier }, match.End);
            return true;
        }

        if (target.Is(WordKinds.Season))
        {
            form = new DateForm { PartUnit = CalendarUnit.Season, Part = target.Lexical!.Value, Shift = shift, FromEarlier = fromEarlier };
            return true;
        }

        if (target.Is(WordKinds.Holiday) && HolidayAt(k, k) is { Form: DateForm { Year: null, Within: null } holiday } found)
        {
            (form, end) = (holiday with { Shift = shift, FromEarlier = fromEarlier }, found.End);
            return true;
        }

        return false;
    }

    /// <summary>"Tolna Today", "The Tonight Show": with a capital inside a sentence, beside another word with one, it names something.</summary>
    private bool IsOfName(int i) =>
        T(i).Capital && i > 0 && T(i).SpaceBefore
        && ((T(i - 1) is { Kind: TokenKind.Word, Capital: true } && !IsWord(i - 1, "the")) || (IsWord(i - 1, "the") && T(i + 1) is { Kind: TokenKind.Word, Capital: true }))
        && HasLowerCase();

    /// <summary>Not in a line of capitals, where a capital tells nothing.</summary>
    private bool HasLowerCase()
    {
        var (first, last) = (T(0), T(tokens.Count - 1));
        return text.AsSpan(first.Start, last.End - first.Start).ContainsAnyInRange('a', 'z');
    }

    /// <summary>"yesterday", "now", "recently", "the future", "recent years", "at the moment".</summary>
    private TimeMatch? Alone(int i)
    {
        var token = T(i);
        if (token.Is(WordKinds.Alone))
        {
            if (IsOfName(i))
                return null;
            var code = token.Lexical!.Code;
            return code switch
            {
                "0" or "1" or "-1" => Found(new PointerForm(CalendarUnit.Day, int.Parse(code, System.Globalization.CultureInfo.InvariantCulture), PointerBase.Anchor), i, i + 1),
                "TNI" => Found(new DayPartForm("NI", new PointerForm(CalendarUnit.Day, 0, PointerBase.Anchor)), i, i + 1),
                "TNI-" => NounFollows(i + 1) ? null : Found(new DayPartForm("NI", null), i, i + 1),
                _ when IsWord(i - 1, "as") && IsWord(i + 1, "as") => null,
                _ => T(i + 1).IsJoin && !T(i + 2).SpaceBefore && T(i + 2).Kind == TokenKind.Word ? null : Found(new ReferenceForm(code), i, i + 1),
            };
        }

        if (token.Lexical is { Code: "LONG" } spanning)
            return Found(new DurationForm(spanning.Unit.Duration("1"), spanning.Unit), i, i + 1);
        if (IsWord(i, "these") && IsWord(i + 1, "days"))
            return Found(new ReferenceForm("PRESENT_REF"), i, i + 2);
        if (IsWord(i, "right", "just") && IsWord(i + 1, "now"))
            return Found(new ReferenceForm("PRESENT_REF"), i, i + 2);
        var j = SkipThe(i);
        if (IsWord(j, "more") && IsWord(j + 1, "recent"))
            j++;
        if (IsWord(j, "recent"))
        {
            return T(j + 1).Is(WordKinds.Units) ? Found(new ReferenceForm("PAST_REF"), i, j + 2)
                : IsWord(j + 1, "past") ? Found(new ReferenceForm("PAST_REF"), i, j + 2) : null;
        }

        if (IsWord(j, "coming", "past") && T(j + 1).Is(WordKinds.Units) && IsWord(j, "coming") | (j == i))
            return Found(new ReferenceForm(IsWord(j, "coming") ? "FUTURE_REF" : "PAST_REF"), i, j + 2);
        if (IsWord(i, "present") && (T(i + 1).IsJoin && IsWord(i + 2, "day") || IsWord(i + 1, "day")))
            return Found(new ReferenceForm("PRESENT_REF"), i, T(i + 1).IsJoin ? i + 3 : i + 2);
        if (IsWord(i, "present") && IsWord(i - 1, "at") && !NounFollows(i + 1))
            return Found(new ReferenceForm("PRESENT_REF"), i, i + 1);
        if (j > i)
        {
            var adjective = IsWord(j, "near") || IsWord(j, "distant") || IsWord(j, "foreseeable") || IsWord(j, "immediate") ? j + 1 : j;
            if (T(adjective).Lexical?.Text is "future" or "past" or "present" && !NounFollows(adjective + 1) && !IsMark(adjective + 1, '\''))
                return Found(new ReferenceForm(T(adjective).Lexical!.Text switch { "future" => "FUTURE_REF", "past" => "PAST_REF", _ => "PRESENT_REF" }), i, adjective + 1);
            if (IsWord(j, "moment") && T(i - 1).Is(WordKinds.Preposition) && IsWord(i - 1, "at"))
                return Found(new ReferenceForm("PRESENT_REF"), i, j + 1);
        }

        if (IsWord(i, "this") && (IsWord(i + 1, "time") || IsWord(i + 1, "moment")) && IsWord(i - 1, "at"))
            return Found(new ReferenceForm("PRESENT_REF"), i, i + 2);
        if (IsWord(i, "that") && IsWord(i + 1, "time") && T(i - 1).Is(WordKinds.Preposition))
            return Found(new ReferenceForm("PAST_REF"), i, i + 2);
        return null;
    }
}
