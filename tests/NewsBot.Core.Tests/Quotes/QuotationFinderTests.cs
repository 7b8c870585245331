using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NewsBot.Core.Articles;
using NewsBot.Core.Quotes;

namespace NewsBot.Core.Tests.Quotes;

public sealed class QuotationFinderTests
{
    private const string Marks = "\"'“”‘’„‚«»‹›「」『』＂`";

    [Theory]
    [InlineData("He said \"yes\" and \"no\".", "\"yes\"|\"no\"")]
    [InlineData("He said “yes ‘and’ no”.", "“yes ‘and’ no”|‘and’")]
    [InlineData("He said ‘it’s the workers’ day’ twice.", "‘it’s the workers’ day’")]
    [InlineData("Sie sagte: „Es ist ‚spät‘ heute.“", "„Es ist ‚spät‘ heute.“|‚spät‘")]
    [InlineData("Il a dit « oui ».", "« oui »")]
    [InlineData("Er sagte »ja«.", "»ja«")]
    [InlineData("Hon sade ”ja”.", "”ja”")]
    [InlineData("他说：「是的『好』。」", "「是的『好』。」|『好』")]
    [InlineData("``Yes,'' he said.", "``Yes,''")]
    [InlineData("He is 6'2\" tall and said \"yes\".", "\"yes\"")]
    [InlineData("The '90s were “great.”", "“great.”")]
    [InlineData("Get 'em while you can, the boys' father said.", "")]
    [InlineData("He said \"yes and left.", "")]
    public void Marks_are_paired_by_their_kind(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Find(text).Select(q => q.Span.In(text))));

    [Fact]
    public void A_quotation_that_is_never_closed_ends_with_its_paragraph()
    {
        const string text = "“We waited for years.\n\nThe crowd left.";

        Assert.Equal("“We waited for years.", Assert.Single(Find(text)).Span.In(text));
    }

    [Fact]
    public void A_running_quotation_continues_in_each_paragraph_that_opens_with_its_mark()
    {
        const string text = "“One.\n\n“Two.\n\n“Three.”\n\n“Four.”";

        Assert.Equal([false, true, true, false], Find(text).Select(q => q.Continues));
    }

    [Fact]
    public void A_text_of_five_million_quotation_marks_is_read_and_has_no_quote()
    {
        Assert.Empty(new string('"', 5_000_000).Quotes());
        foreach (var mark in Marks)
            Assert.Empty(new string(mark, 200_000).Quotes());
    }

    [Theory]
    [InlineData("he said ")]
    [InlineData("saying ")]
    [InlineData(", said Lee, a b, ")]
    [InlineData("told a b c ")]
    [InlineData("according to ")]
    [InlineData(", he said, ")]
    [InlineData("who said that ")]
    [InlineData("Ann Lee and ")]
    [InlineData("never ")]
    [InlineData("(")]
    [InlineData("Lee's claim of ")]
    [InlineData("\"yes,\" Lee said, ")]
    [InlineData("“‘«")]
    [InlineData("“a\n\n")]
    [InlineData("Ann Lee said. ")]
    [InlineData("Ann Lee met Bob Lee. Lee said yes. ")]
    [InlineData("the mayor said yes. ")]
    public void A_long_text_of_one_construction_is_read_in_time_linear_in_its_length(string construction) =>
        _ = string.Concat(Enumerable.Repeat(construction, 1_000_000 / construction.Length)).Quotes();

    [Property(MaxTest = 400)]
    public Property Quotations_lie_inside_the_text_and_never_cross() => Prop.ForAll(Texts, text =>
    {
        var found = Find(text);
        for (var i = 0; i < found.Count; i++)
        {
            Assert.InRange(found[i].Span.Start, 0, text.Length);
            Assert.InRange(found[i].Span.End, found[i].Span.Start + 1, text.Length);
            for (var j = i + 1; j < found.Count; j++)
                Assert.True(!found[i].Span.Overlaps(found[j].Span) || found[i].Span.Contains(found[j].Span), text);
        }
    });

    [Property(MaxTest = 400)]
    public Property Quotes_of_any_text_lie_inside_it_in_order_and_never_cross() => Prop.ForAll(Texts, text =>
    {
        var quotes = text.Quotes();
        var spans = quotes.SelectMany(q => q.Content).ToList();
        foreach (var span in spans.Concat(quotes.Select(q => q.Cue).OfType<TextSpan>()).Concat(quotes.Select(q => q.Speaker.Span).OfType<TextSpan>()))
        {
            Assert.InRange(span.Start, 0, text.Length);
            Assert.InRange(span.End, span.Start + 1, text.Length);
        }

        foreach (var quote in quotes)
            for (var i = 1; i < quote.Content.Count; i++)
                Assert.True(quote.Content[i].Start >= quote.Content[i - 1].End, text);
        for (var i = 1; i < quotes.Count; i++)
            Assert.True(quotes[i].Content[0].Start >= quotes[i - 1].Content[0].Start, text);
        for (var i = 0; i < spans.Count; i++)
            for (var j = i + 1; j < spans.Count; j++)
                Assert.True(!spans[i].Overlaps(spans[j]) || spans[i].Contains(spans[j]) || spans[j].Contains(spans[i]), text);
    });

    /// <summary>Words that matter to the extraction, marks, punctuation and breaks in any order.</summary>
    private static Arbitrary<string> Texts { get; } = Arb.From(
        Gen.Elements(
                "said", "says", "according to", "that", "Ann Lee", "Lee", "the mayor", "he", "who", "claim", "'s", "’s", "and", "but", "added", "adding", "told", "reporters", "in", "Monday", "by",
                "was quoted as saying", "Said", "According to", "I", "not", "\n\n", "\n", "\"", "“", "”", "‘", "’", "'", "''", "«", "»", "„", "「", "」", ",", ".", ":", ";", "—", "-", "(", ")", "?", "!", "\u00A0", "é", "好", "😀", "U.S.", "6'2\"")
            .ListOf().Select(parts => string.Join(' ', parts).Replace(" ,", ",", StringComparison.Ordinal)));

    private static IReadOnlyList<Quotation> Find(string text)
    {
        var paragraphs = SentenceSplitter.Split(text).GroupBy(s => s.Paragraph).Select(g => new TextSpan(g.First().Span.Start, g.Last().Span.End)).ToList();
        return QuotationFinder.Find(text, paragraphs);
    }
}
