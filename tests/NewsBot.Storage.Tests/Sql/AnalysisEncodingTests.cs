using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NewsBot.Core.Articles;
using NewsBot.Core.Dates;
using NewsBot.Core.Quotes;
using NewsBot.Storage.Sql;
using NewsBot.Storage.Tests.Support;

namespace NewsBot.Storage.Tests.Sql;

public sealed class AnalysisEncodingTests
{
    private static readonly string Text = string.Concat(Enumerable.Repeat("Words of a text that spans point into. ", 50));

    [Property(MaxTest = 300)]
    public Property Every_analysis_is_read_as_it_was_written() => Prop.ForAll(Analyses().ToArbitrary(), analysis =>
    {
        var read = AnalysisEncoding.Decode(Text, AnalysisEncoding.Encode(Text, analysis));
        Assert.Equal(analysis.Sentences, read.Sentences);
        Assert.Equal(analysis.Passages, read.Passages);
        Assert.Equivalent(analysis.Quotes, read.Quotes, strict: true);
        Assert.Equal(analysis.Times, read.Times);
    });

    [Fact]
    public void What_the_text_already_says_takes_no_room()
    {
        var article = TestArticles.Article("a", "\"We are closed,\" Mayor Ann Lee said on Monday. The harbour has been shut since May 3, 2014, she added.");
        Assert.NotEmpty(article.Analysis.Quotes);
        Assert.NotEmpty(article.Analysis.Times);
        Assert.InRange(AnalysisEncoding.Encode(article.Article.Text, article.Analysis).Length, 20, article.Article.Text.Length * 2);
    }

    [Fact]
    public void Bytes_of_another_version_are_refused() =>
        Assert.Throws<InvalidDataException>(() => AnalysisEncoding.Decode("", [255, 0, 0, 0, 0]));

    private static Gen<TextSpan> Spans() =>
        from start in Gen.Choose(0, Text.Length - 1)
        from length in Gen.Choose(0, Text.Length - start)
        select new TextSpan(start, start + length);

    private static Gen<T?> Perhaps<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(Gen.Constant((T?)null), gen.Select(value => (T?)value));

    private static Gen<string?> Words() => Gen.Elements(null, "", "Ann Lee", "日本語 🙂", new string('x', 300));

    private static Gen<Quote> Quotes() =>
        from kind in Gen.Elements(Enum.GetValues<QuoteKind>())
        from stance in Gen.Elements(Enum.GetValues<QuoteStance>())
        from type in Gen.Elements(Enum.GetValues<AttributionType>())
        from content in Spans().NonEmptyListOf()
        from cue in Perhaps(Spans())
        from speakerKind in Gen.Elements(Enum.GetValues<SpeakerKind>())
        from span in Perhaps(Spans())
        from own in Words()
        from name in Words()
        from title in Words()
        from candidates in Gen.Elements("A B", "C").ListOf()
        select new Quote
        {
            Kind = kind,
            Stance = stance,
            Type = type,
            Content = [.. content],
            Cue = cue,
            Speaker = new Speaker { Kind = speakerKind, Span = span, Text = own ?? span?.In(Text) ?? "", Name = name, Title = title, Channel = name, Candidates = [.. candidates] },
        };

    private static Gen<TimeExpression> Times() =>
        from span in Spans()
        from own in Words()
        from type in Gen.Elements(Enum.GetValues<TimeType>())
        from precision in Gen.Elements(Enum.GetValues<DatePrecision>())
        from basis in Gen.Elements(Enum.GetValues<TimeBasis>())
        from modifier in Words()
        from offset in Perhaps(Gen.Choose(-840, 840))
        from interval in Perhaps(
            from start in Perhaps(Gen.Choose(0, 800_000))
            from end in Perhaps(Gen.Choose(0, 800_000))
            select new DateInterval(Day(start), Day(end)))
        select new TimeExpression
        {
            Span = span,
            Text = own ?? span.In(Text),
            Type = type,
            Value = "2024-05",
            Modifier = modifier,
            Precision = precision,
            Basis = basis,
            UtcOffsetMinutes = offset,
            Interval = interval,
        };

    private static Gen<ArticleAnalysis> Analyses() =>
        from sentences in (from span in Spans() from paragraph in Gen.Choose(0, 100) select new Sentence(span, paragraph)).ListOf()
        from passages in Spans().ListOf()
        from quotes in Quotes().ListOf()
        from times in Times().ListOf()
        select new ArticleAnalysis([.. sentences], [.. passages.Select((span, ordinal) => new Passage(ordinal, span))], [.. quotes], [.. times]);

    private static DateOnly? Day(int? number) => number is { } day ? DateOnly.FromDayNumber(day) : null;
}
