namespace NewsBot.Core.Dates;

/// <summary>
/// Calendar days from <see cref="Start"/> to <see cref="End"/>, both included. A missing end is open:
/// "since 2014" has no end, "until Friday" no start.
/// </summary>
public readonly record struct DateInterval(DateOnly? Start, DateOnly? End)
{
    public static DateInterval OnDay(DateOnly day) => new(day, day);

    public bool IsSingleDay => Start is { } start && start == End;

    public bool Contains(DateOnly day) => (Start is not { } start || day >= start) && (End is not { } end || day <= end);

    public bool Contains(DateInterval other) =>
        (Start is not { } start || (other.Start is { } otherStart && otherStart >= start)) &&
        (End is not { } end || (other.End is { } otherEnd && otherEnd <= end));

    public bool Overlaps(DateInterval other) =>
        (Start is not { } start || other.End is not { } otherEnd || otherEnd >= start) &&
        (End is not { } end || other.Start is not { } otherStart || otherStart <= end);
}
