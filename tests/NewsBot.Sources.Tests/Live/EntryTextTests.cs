using NewsBot.Sources.Feeds;
using NewsBot.Sources.Live;

namespace NewsBot.Sources.Tests.Live;

public sealed class EntryTextTests
{
    private static readonly string Long = "<p>" + string.Concat(Enumerable.Repeat("The council met on Thursday and decided. ", 20)) + "</p>";

    [Theory]
    [InlineData("long content is the whole article", "", "", true)]
    [InlineData("content that goes on elsewhere is not", "", "<a href='/x'>Read more</a>", false)]
    [InlineData("content with an ellipsis is not", "", " [...]", false)]
    [InlineData("content cut in a sentence is not", "", " and then …", false)]
    public void Whether_a_feed_has_the_whole_article_is_told_from_its_length_and_end(string name, string before, string after, bool isWhole) =>
        Assert.True(EntryText.Of(new FeedEntry { ContentHtml = before + Long + after, SummaryHtml = "A teaser." }).IsWhole == isWhole, name);

    [Fact]
    public void A_short_summary_is_a_teaser()
    {
        var text = EntryText.Of(new FeedEntry { SummaryHtml = "The council has <b>decided</b>." });
        Assert.Equal(("The council has decided.", false), (text.Text, text.IsWhole));
    }

    [Fact]
    public void A_summary_as_long_as_an_article_is_one() => Assert.True(EntryText.Of(new FeedEntry { SummaryHtml = Long + Long + Long }).IsWhole);

    [Fact]
    public void An_entry_without_words_has_none() => Assert.Equal("", EntryText.Of(new FeedEntry()).Text);
}
