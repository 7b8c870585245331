using System.Globalization;
using NewsBot.Core.Dates.Resolution;

namespace NewsBot.Core.Dates.Grammar;

/// <content>Durations, and shifts measured in them: "three days", "more than 30 years", "two weeks ago", "a day earlier".</content>
internal sealed partial class TimeGrammar
{
    /// <remarks><c>Text</c>: The number as TIMEX3 has it: "3", "2.5", "X".
    /// <c>Value</c>: The whole number; 0 when it is none.</remarks>
    private readonly record struct Quantity(string Text, int Value, int End, int Pointer = 0, bool Article = false, bool FromEarlier = false);

    private TimeMatch? Amount(int i)
    {
        var j = i;
        var modifier = ApproximatorAt(i, out var afterApprox);
        if (modifier is not null)
            j = afterApprox;
        if (BareUnits(j) is { } bare && modifier is null or "LESS_THAN" or "MORE_THAN" && bare is not null)
            return bare with { Start = i };
        if (QuantityAt(j, out var quantity) is false)
            return null;
        var k = quantity.End;
        var hyphen = T(k).IsJoin && !T(k + 1).SpaceBefore;
        if (hyphen)
        {
            k++;
            if (IsWord(i, "the")) // "the three-day visit": the article belongs to the visit.
                i++;
        }

        k = SkipAdjectives(k, quantity);
        var unit = T(k).Unit;
        if (unit == CalendarUnit.None || !T(k).Is(WordKinds.Unit | WordKinds.Units))
            return null;
        if (T(k).Kind == TokenKind.Word && T(k).Capital && T(i).Capital is false && !T(i).Is(WordKinds.Determiner) && T(i).Kind != TokenKind.Number)
            return null;
        var singular = T(k).Is(WordKinds.Unit);
        if (singular && quantity.Article && unit is CalendarUnit.Second or CalendarUnit.Quarter or CalendarUnit.Weekend && quantity.Text == "1")
            return null;
        if (!hyphen && singular && unit == CalendarUnit.Second && quantity.Value != 1)
            return null;
        if (unit == CalendarUnit.Quarter && (hyphen || singular) && quantity.Pointer == 0)
            return null;
        var text = quantity.Text;
        if (T(k).Lexical!.Text.StartsWith("fortnight", StringComparison.Ordinal))
            text = quantity.Value > 0 ? (quantity.Value * 2).ToString(CultureInfo.InvariantCulture) : text;
        var end = k + 1;

        // "a year and a half"
        if (IsWord(end, "and") && IsWord(end + 1, "a") && IsWord(end + 2, "half") && quantity.Value > 0)
        {
            text += ".5";
            end += 3;
        }

        if (IsOld(end))
            return null;
        if ((hyphen || quantity.Article) && T(end).IsJoin && IsWord(end + 1, "long"))
            end += 2;
        else if (IsWord(end, "long") && !NounFollowsLong(end))
            end++;
        if (IsWord(end, "or") && (IsWord(end + 1, "so") || IsWord(end + 1, "more") || IsWord(end + 1, "less")))
        {
            modifier ??= IsWord(end + 1, "so") ? "APPROX" : IsWord(end + 1, "more") ? "EQUAL_OR_MORE" : "EQUAL_OR_LESS";
            end += 2;
        }

        if (quantity.Article && T(i - 1).IsJoin && !T(i).SpaceBefore)
            return null; // "$12-an-hour"
        if (quantity.Article && IsWord(end - 1, "long") && T(end - 2).IsJoin)
            i++; // "a decade-long silence"
        if (quantity.Pointer == 0 && !hyphen && Behind(end, unit, quantity, modifier, out var shifted, out var shiftedEnd))
            return Found(shifted, i, shiftedEnd);
        if (quantity.Article && quantity.Text == "1" && modifier is null && (!singular || (end == k + 1 && NounFollows(end) && !IsVerbLike(end))))
            return null; // "a year low"
        var anchored = quantity.Pointer is 1 or -1 && !quantity.FromEarlier ? quantity.Pointer * Math.Min(quantity.Value, 100_000) : 0;
        return Found(new DurationForm(text == "0.5" ? HalfOf(unit) : unit.Duration(text), unit, anchored) { Modifier = modifier }, i, end);
    }

    /// <summary>Half a unit in the next smaller one: half an hour is PT30M.</summary>
    private static string HalfOf(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Minute => "PT30S",
        CalendarUnit.Hour => "PT30M",
        CalendarUnit.Day => "PT12H",
        CalendarUnit.Year => "P6M",
        CalendarUnit.Decade => "P5Y",
        CalendarUnit.Century => "P50Y",
        _ => unit.Duration("0.5"),
    };

    private bool NounFollowsLong(int i) => T(i + 1) is { Kind: TokenKind.Word, Length: > 0 } next && !next.Is(WordKinds.Preposition);

    /// <summary>Ages are no durations: "10 years old", "a 59-year-old".</summary>
    private bool IsOld(int i)
    {
        var j = T(i).IsJoin ? i + 1 : i;
        if (IsWord(j, "old"))
            return true;
        var word = text.AsSpan(T(j).Start, T(j).Length);
        return word is "older" or "younger" or "olds" || (IsWord(j, "of") && IsWord(j + 1, "age"));
    }

    /// <summary>"years", "for months", "decades ago", "hours later": an amount that is not said.</summary>
    private TimeMatch? BareUnits(int i)
    {
        if (!T(i).Is(WordKinds.Units) || T(i).Unit is CalendarUnit.Quarter or CalendarUnit.Weekend || T(i).Capital && T(i - 1).Length > 0)
            return null;
        var before = T(i - 1);
        if (before.Is(WordKinds.Pointer | WordKinds.Cardinal | WordKinds.Ordinal) || before.Kind is TokenKind.Number or TokenKind.Amount && before.Length > 0 || before.IsJoin || IsMark(i + 1, '\''))
            return null;
        if (T(i + 1).IsJoin || T(i).Unit is CalendarUnit.Second or CalendarUnit.Minute && !T(i + 1).Is(WordKinds.Behind) && !T(i + 1).Is(WordKinds.Preposition) && !before.Is(WordKinds.Preposition))
            return null;
        var unit = T(i).Unit;
        return Behind(i + 1, unit, new Quantity("X", 0, i + 1), null, out var shifted, out var end)
            ? Found(shifted, i, end)
            : Found(new DurationForm(unit.Duration("X")), i, i + 1);
    }

    /// <summary>"more than", "at least", "about", "nearly" and the like in front of an amount, as a TIMEX3 modifier.</summary>
    private string? ApproximatorAt(int i, out int end)
    {
        end = i + 1;
        if (T(i).Is(WordKinds.Approximator))
            return T(i).Is(WordKinds.Preposition) || IsWord(i, "over") ? (IsWord(end, "the") || T(end).Is(WordKinds.Pointer) ? null : T(i).Lexical!.Code) : T(i).Lexical!.Code;
        if (IsWord(i, "just") && (IsWord(i + 1, "over") || IsWord(i + 1, "under") || T(i + 1).Is(WordKinds.Approximator)))
        {
            end = i + 2;
            return T(i + 1).Lexical!.Code;
        }

        if ((IsWord(i, "no") || IsWord(i, "not")) && IsWord(i + 1, "more") && IsWord(i + 2, "than"))
        {
            end = i + 3;
            return "EQUAL_OR_LESS";
        }

        if ((IsWord(i, "no") || IsWord(i, "not")) && (IsWord(i + 1, "less") || IsWord(i + 1, "fewer")) && IsWord(i + 2, "than"))
        {
            end = i + 3;
            return "EQUAL_OR_MORE";
        }

        end = i + 2;
        if (IsWord(i, "more") && IsWord(i + 1, "than"))
            return "MORE_THAN";
        if ((IsWord(i, "less") || IsWord(i, "fewer")) && IsWord(i + 1, "than"))
            return "LESS_THAN";
        if (IsWord(i, "at") && IsWord(i + 1, "least"))
            return "EQUAL_OR_MORE";
        if (IsWord(i, "at") && IsWord(i + 1, "most") || IsWord(i, "up") && IsWord(i + 1, "to"))
            return "EQUAL_OR_LESS";
        if (IsWord(i, "close") && IsWord(i + 1, "to"))
            return "LESS_THAN";
        return null;
    }

    /// <summary>A number of units, with "the past", "the next" and so on in front.</summary>
    private bool QuantityAt(int i, out Quantity quantity)
    {
        quantity = default;
        var j = SkipThe(i);
        if (j == i && (IsWord(i, "these") || IsWord(i, "those")))
            j++;
        var pointer = 0;
        var earlier = false;
        if (T(j).Is(WordKinds.Pointer) && !IsWord(j, "same") && !IsWord(j, "that") || IsWord(j, "first"))
        {
            pointer = IsWord(j, "first") ? 2 : T(j).Lexical!.Value == 0 ? 3 : T(j).Lexical!.Value;
            earlier = IsWord(j, "following") || IsWord(j, "previous");
            j++;
        }

        if (T(j).Is(WordKinds.Vague) || IsWord(j, "a") && T(j + 1).Is(WordKinds.Vague) && !IsWord(j + 1, "some"))
        {
            if (IsWord(j, "a"))
                j++;
            var end = j + 1;
            if (IsWord(end, "of"))
                end++;
            if (IsWord(j, "couple") is false && IsWord(end, "more"))
                end++;
            quantity = new Quantity("X", 0, end, pointer, false, earlier);
            return true;
        }

        if (pointer == 0 && j == i && IsWord(j, "a") && (IsWord(j + 1, "hundred") || IsWord(j + 1, "dozen") || IsWord(j + 1, "thousand")))
        {
            quantity = new Quantity(T(j + 1).Lexical!.Value.ToString(CultureInfo.InvariantCulture), T(j + 1).Lexical!.Value, j + 2);
            return true;
        }

        if (j == i && (IsWord(j, "a") || IsWord(j, "an")))
        {
            if (IsWord(j + 1, "half") && T(SkipJoin(j + 2)).Is(WordKinds.Unit))
            {
                quantity = new Quantity("0.5", 0, j + 2);
                return true;
            }

            quantity = new Quantity("1", 1, j + 1, 0, true);
            return true;
        }

        if (IsWord(j, "half") && (IsWord(j + 1, "a") || IsWord(j + 1, "an")))
        {
            quantity = new Quantity("0.5", 0, j + 2);
            return true;
        }

        if (j > i && pointer == 0 && T(j).Is(WordKinds.Ordinal))
            return false;
        if (!Cardinal(j, out var value, out var numberEnd))
        {
            return false;
        }

        var number = value.ToString(CultureInfo.InvariantCulture);
        if (value < 0)
        {
            number = text.Substring(T(j).Start, T(j).Length);
            if (number.Length > 8 || number.Contains(','))
                return false;
        }

        // "two and a half", "two-and-a-half"
        var half = SkipJoin(numberEnd);
        if (IsWord(half, "and") && IsWord(SkipJoin(half + 1), "a") && IsWord(SkipJoin(SkipJoin(half + 1) + 1), "half") && value > 0)
        {
            number += ".5";
            numberEnd = SkipJoin(SkipJoin(half + 1) + 1) + 1;
        }

        // "the four previous weeks"
        if (T(numberEnd).Is(WordKinds.Pointer) && T(numberEnd + 1).Is(WordKinds.Units))
        {
            pointer = 3;
            numberEnd++;
        }

        quantity = new Quantity(number, Math.Max(value, 0), numberEnd, pointer, false, earlier);
        return value is >= 0 and < 100_000_000 or < 0;
    }

    private int SkipAdjectives(int k, Quantity quantity)
    {
        for (var n = 0; n < 2 && T(k).Kind == TokenKind.Word; n++)
        {
            if (T(k).Lexical?.Text is "more" or "full" or "straight" or "consecutive" or "additional" or "further" or "solid" or "whole" or "entire" or "trading" or "working" or "business" or "calendar" or "long")
                k++;
            else
                break;
        }

        return k;
    }

    /// <summary>"ago", "earlier", "later", "before", "from now" behind an amount turn it into a date.</summary>
    private bool Behind(int i, CalendarUnit unit, Quantity quantity, string? modifier, out TimeForm form, out int end)
    {
        (form, end) = (Nothing, i);
        var word = T(i).Lexical?.Text;
        var sign = word switch
        {
            "ago" or "earlier" or "before" or "previously" or "beforehand" => -1,
            "later" or "afterward" or "afterwards" or "hence" or "after" => 1,
            "from" when IsWord(i + 1, "now") || IsWord(i + 1, "today") => 1,
            _ => 0,
        };
        if (sign == 0)
            return false;
        end = word == "from" ? i + 2 : i + 1;
        if (word is "before" or "after")
        {
            if (IsWord(end, "that") && IsEndOfPhrase(end + 1))
                end++;
            else if (!IsEndOfPhrase(end))
                return false;
        }

        if (word is "earlier" or "later" && IsWord(end, "than"))
            return false;
        var anchored = word is "ago" or "from" or "hence";
        if (quantity.Value == 0 && quantity.Text == "X")
        {
            form = new ReferenceForm(sign < 0 ? "PAST_REF" : "FUTURE_REF");
            return true;
        }

        var mod = modifier switch
        {
            "MORE_THAN" or "EQUAL_OR_MORE" => sign < 0 ? "BEFORE" : "AFTER",
            "LESS_THAN" or "EQUAL_OR_LESS" => sign < 0 ? "AFTER" : "BEFORE",
            _ => modifier,
        };
        var (shiftUnit, shift) = WholeUnits(unit, quantity);
        form = new PointerForm(shiftUnit, sign * shift, anchored ? PointerBase.Anchor : PointerBase.Earlier) { Modifier = mod };
        return true;
    }

    /// <summary>"half a year" is six months, "a decade and a half" cannot be said better than in its own units.</summary>
    private static (CalendarUnit Unit, int Shift) WholeUnits(CalendarUnit unit, Quantity quantity) => (unit, quantity.Text) switch
    {
        (CalendarUnit.Year, "0.5") => (CalendarUnit.Month, 6),
        (CalendarUnit.Century, "0.5") => (CalendarUnit.Decade, 5),
        _ => (unit, Math.Min(Math.Max(quantity.Value, 0), 100_000)),
    };
}
