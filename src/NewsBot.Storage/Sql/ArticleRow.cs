using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Core.Dates;

namespace NewsBot.Storage.Sql;

/// <summary>One version of an article as it stands in table article; text and analysis only where they were asked for.</summary>
internal sealed class ArticleRow
{
    public const string HeaderColumns = "a.id, a.title, a.source, a.published, a.utc_offset AS UtcOffset, a.time_precision AS TimePrecision, a.url";

    public const string Columns = "a.key, " + HeaderColumns + ", a.hash, a.author, a.language, a.origin, t.text, t.analysis";

    public long Key { get; init; }

    public string Id { get; init; } = "";

    public string Title { get; init; } = "";

    public string Source { get; init; } = "";

    public long Published { get; init; }

    public int UtcOffset { get; init; }

    public int TimePrecision { get; init; }

    public string? Url { get; init; }

    public string Hash { get; init; } = "";

    public string? Author { get; init; }

    public string Language { get; init; } = "";

    public string Origin { get; init; } = "";

    public string Text { get; init; } = "";

    public byte[] Analysis { get; init; } = [];

    public ArticleHeader ToHeader() => new(new ArticleId(Id), Title, Source, Time(), Url);

    public AnalyzedArticle ToArticle()
    {
        var article = new Article
        {
            Id = new ArticleId(Id),
            Title = Title,
            Text = Text,
            Source = Source,
            Published = Time(),
            Url = Url,
            Author = Author,
            Language = Language,
            Origin = Origin,
            ContentHash = Hash,
        };
        return new AnalyzedArticle(article, AnalysisEncoding.Decode(Text, Analysis));
    }

    private PublicationTime Time()
    {
        var offset = TimeSpan.FromMinutes(UtcOffset);
        return new PublicationTime(new DateTimeOffset(Published + offset.Ticks, offset), (DatePrecision)TimePrecision);
    }
}
