namespace NewsBot.Core.Answering.Gate.Wordings;

internal enum AmountKind
{
    Count,
    Percent,

    /// <summary>"percentage points": a difference between two shares.</summary>
    Points,
    Money,
    Ordinal,
}

/// <summary>How an amount stands to the true one.</summary>
internal enum Bound
{
    Exact,

    /// <summary>"about", "some", "roughly".</summary>
    About,

    /// <summary>"more than", "over", "at least".</summary>
    AtLeast,

    /// <summary>"nearly", "less than", "up to".</summary>
    AtMost,
}

/// <summary>A number in a text with what it counts.</summary>
/// <param name="Value">In ones: "2.5 million" is 2,500,000; a half is 50 per cent.</param>
/// <param name="Kind">What sort of number it is.</param>
/// <param name="Bound">What an approximator before it says.</param>
/// <param name="Currency">Of money, the currency as a term; null where it is not told.</param>
/// <param name="First">Its first word.</param>
/// <param name="Last">Its last word, with "per cent" or the currency.</param>
internal readonly record struct Amount(decimal Value, AmountKind Kind, Bound Bound, string? Currency, int First, int Last)
{
    /// <summary>The largest relative distance at which a rounded amount still stands for another.</summary>
    private const decimal Rounding = 0.05m;

    /// <summary>
    /// Whether this amount may be told where the evidence has <paramref name="other"/>: equal and not bounded from the other
    /// side, or with "about", "more than", "nearly" before it and within five per cent on the side that it says.
    /// </summary>
    public bool MayStandFor(Amount other)
    {
        if (Kind != other.Kind && !(Kind == AmountKind.Money && other.Kind == AmountKind.Count) && !(Kind == AmountKind.Count && other.Kind == AmountKind.Money))
            return false;
        if (Currency is not null && other.Currency is not null && Currency != other.Currency)
            return false;
        if (Value == other.Value)
            return !IsOther(Bound, other.Bound);
        var distance = Math.Abs(Value - other.Value);
        if (Figures(Value) >= Figures(other.Value))
            return false; // Rounded, never more precise than the evidence.
        if (Bound == Bound.Exact || Kind == AmountKind.Ordinal || distance > Rounding * Math.Abs(other.Value))
            return false;
        return Bound switch
        {
            Bound.AtLeast => other.Value > Value && other.Bound != Bound.AtMost,
            Bound.AtMost => other.Value < Value && other.Bound != Bound.AtLeast,
            _ => true,
        };
    }

    /// <summary>How many digits are left without the noughts at the end.</summary>
    private static int Figures(decimal value)
    {
        var digits = value.ToString(System.Globalization.CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('0');
        return digits.Length;
    }

    private static bool IsOther(Bound a, Bound b) => (a == Bound.AtLeast && b == Bound.AtMost) || (a == Bound.AtMost && b == Bound.AtLeast);
}
