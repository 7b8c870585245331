using NewsBot.Core.Dates;

namespace NewsBot.Core.Tests.Dates;

public class QuestionTimeTests
{
    /// <summary>A Thursday.</summary>
    private static readonly TimeAnchor Now = TimeAnchor.At(new DateOnly(2023, 8, 17));

    [Theory]
    [InlineData("What happened in Belarus last week?", "2023-08-07", "2023-08-13", "What happened in Belarus ?")]
    [InlineData("what did he say in may", "2023-05-01", "2023-05-31", "what did he say")]
    [InlineData("news about Minsk since Monday", "2023-08-14", null, "news about Minsk")]
    [InlineData("what did he say yesterday", "2023-08-16", "2023-08-16", "what did he say")]
    [InlineData("What happened between March and June 2022?", "2022-03-01", "2022-06-30", "What happened ?")]
    [InlineData("what happened in the past three days in Kyiv", "2023-08-14", "2023-08-17", "what happened in Kyiv")]
    [InlineData("Why did he visit in December", "2022-12-01", "2022-12-31", "Why did he visit")]
    [InlineData("who spoke on friday", "2023-08-11", "2023-08-11", "who spoke")]
    [InlineData("today's news", "2023-08-17", "2023-08-17", "news")]
    public void Time_words_give_the_days_and_leave_the_rest(string question, string? start, string? end, string rest)
    {
        var time = QuestionTime.Of(question, Now);
        Assert.Equal((start, end, rest), (time.Interval?.Start?.ToString("o"), time.Interval?.End?.ToString("o"), time.Strip(question)));
        Assert.False(time.WantsLatest);
    }

    [Theory]
    [InlineData("latest on Sudan")]
    [InlineData("who won the most recent election")]
    [InlineData("what is the current policy")]
    [InlineData("what is happening in Minsk right now")]
    public void The_newest_may_be_asked_for(string question)
    {
        var time = QuestionTime.Of(question, Now);
        Assert.True(time.WantsLatest);
        Assert.Null(time.Interval);
        Assert.NotEqual(question, time.Strip(question));
    }

    [Fact]
    public void Dates_apart_ask_for_all_between_them() =>
        Assert.Equal(new DateInterval(new DateOnly(2019, 1, 1), new DateOnly(2021, 12, 31)), QuestionTime.Of("What happened in 2019 or 2021?", Now).Interval);

    [Fact]
    public void A_question_without_time_words_is_left_whole()
    {
        var time = QuestionTime.Of("Who is the president of Belarus?", Now);
        Assert.Equal((null, false, 0), (time.Interval, time.WantsLatest, time.Spans.Count));
    }
}
