namespace NewsBot.Core.Dates.Resolution;

/// <summary>Whether a clause speaks of what was or of what is to come.</summary>
internal enum Tense
{
    Unknown,
    Past,
    Future,
}
