using NewsBot.Core.Corpus;

namespace NewsBot.Storage.Sql;

/// <summary>What stands in table revision about a committed revision; all zero before the first.</summary>
internal sealed class RevisionRow
{
    public long Number { get; init; }

    public int Articles { get; init; }

    public int Passages { get; init; }

    public int Quotes { get; init; }

    public int Times { get; init; }

    /// <summary>A <see cref="ReloadKind"/>.</summary>
    public int Kind { get; init; }

    public int? Earliest { get; init; }

    public int? Latest { get; init; }

    public CorpusCounts ToCounts() => new(Articles, Passages, Quotes, Times);

    public CorpusReach ToReach() => new(ToDay(Earliest), ToDay(Latest));

    private static DateOnly? ToDay(int? number) => number is { } day ? DateOnly.FromDayNumber(day) : null;
}
