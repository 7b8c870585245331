using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;

namespace NewsBot.Storage.Sql;

/// <summary>One version of an article as it stands in table article; text and analysis only where they were asked for.</summary>
internal sealed class ArticleRow
{
    public const string HeaderColumns = "a.id, a.title, a.source, a.published, a.utc_offset AS UtcOffset, a.time_precision AS TimePrecision, a.url, "
        + "a.modified, a.modified_utc_offset AS ModifiedUtcOffset, a.modified_precision AS ModifiedPrecision, a.coverage";

    public const string Columns = "a.key, " + HeaderColumns + ", a.hash, a.author, a.language, a.origin, t.text, t.analysis";

    public long Key { get; init; }

    /// <summary>Only where it was asked for.</summary>
    public long Story { get; init; }

    public string Id { get; init; } = "";

    public string Title { get; init; } = "";

    public string Source { get; init; } = "";

    public long Published { get; init; }

    public int UtcOffset { get; init; }

    public int TimePrecision { get; init; }

    public string? Url { get; init; }

    public long? Modified { get; init; }

    public int? ModifiedUtcOffset { get; init; }

    public int? ModifiedPrecision { get; init; }

    public int Coverage { get; init; }

    public string Hash { get; init; } = "";

    public string? Author { get; init; }

    public string Language { get; init; } = "";

    public string Origin { get; init; } = "";

    public string Text { get; init; } = "";

    public byte[] Analysis { get; init; } = [];

    public ArticleHeader ToHeader() => new(new ArticleId(Id), Title, Source, Time(Published, UtcOffset, TimePrecision), Url)
    {
        Modified = ModifiedTime(),
        Coverage = (Coverage)Coverage,
    };

    public AnalyzedArticle ToArticle()
    {
        var article = new Article
        {
            Id = new ArticleId(Id),
            Title = Title,
            Text = Text,
            Source = Source,
            Published = Time(Published, UtcOffset, TimePrecision),
            Url = Url,
            Author = Author,
            Language = Language,
            Origin = Origin,
            ContentHash = Hash,
            Modified = ModifiedTime(),
            Coverage = (Coverage)Coverage,
        };
        return new AnalyzedArticle(article, AnalysisEncoding.Decode(Text, Analysis));
    }

    private PublicationTime? ModifiedTime() =>
        Modified is { } ticks ? Time(ticks, ModifiedUtcOffset ?? 0, ModifiedPrecision ?? 0) : null;

    private static PublicationTime Time(long utcTicks, int utcOffset, int precision)
    {
        var offset = TimeSpan.FromMinutes(utcOffset);
        return new PublicationTime(new DateTimeOffset(utcTicks + offset.Ticks, offset), (DatePrecision)precision);
    }
}
