using NewsBot.Core.Articles;
using NewsBot.Core.Dates;

namespace NewsBot.Core.Tests.Dates;

public class DatePhraseTests
{
    [Theory]
    [InlineData("in May 2010", "May 2010")]
    [InlineData("early this year", "early 2023")]
    [InlineData("mid-2019", "mid-2019")]
    [InlineData("in late May 2010", "late May 2010")]
    [InlineData("on 5 May 2010", "5 May 2010")]
    [InlineData("this week", "the week of 14 August 2023")]
    [InlineData("last weekend", "the weekend of 12 August 2023")]
    [InlineData("since 2014", "since 2014")]
    [InlineData("since May 2014", "since May 2014")]
    [InlineData("until Friday", "until 11 August 2023")]
    [InlineData("in the third quarter of 2019", "the third quarter of 2019")]
    [InlineData("in the first half of 2019", "the first half of 2019")]
    [InlineData("in the summer of 2019", "summer 2019")]
    [InlineData("in the winter of 2019", "winter 2019/20")]
    [InlineData("in the 1990s", "the 1990s")]
    [InlineData("in the 19th century", "19th century")]
    [InlineData("between 2014 and 2016", "2014 to 2016")]
    [InlineData("from March to June 2010", "March to June 2010")]
    [InlineData("from May 5 to May 7, 2010", "5 to 7 May 2010")]
    public void An_interval_is_put_in_words_no_more_precise_than_it_is_known(string text, string phrase)
    {
        var sentence = $"He worked there {text}.";
        var time = TimeTagger.Tag(sentence, SentenceSplitter.Split(sentence), TimeAnchor.At(new DateOnly(2023, 8, 17)))[0];
        Assert.Equal(phrase, DatePhrase.Of(time.Interval!.Value, time.Precision));
    }
}
