using NewsBot.Core.Chat;
using NewsBot.Core.Dates;

namespace NewsBot.Core.Tests.Chat;

public sealed class InlineOptionsTests
{
    private static CommandCall Read(string text, DateInterval published = default) =>
        InlineOptions.Read(new CommandCall { Command = "", Text = text, Caller = new Caller("someone", false), Published = published });

    [Fact]
    public void Options_are_taken_out_of_the_text()
    {
        var call = Read("/said Ada Quill about bolts from:2023-05 to:2023-06-30 source:\"Fiction Wire\"");
        Assert.Equal("/said Ada Quill about bolts", call.Text);
        Assert.Equal("Fiction Wire", call.Source);
        Assert.Equal(new DateInterval(new DateOnly(2023, 5, 1), new DateOnly(2023, 6, 30)), call.Published);
    }

    [Fact]
    public void A_year_or_a_month_means_all_its_days() =>
        Assert.Equal(new DateInterval(new DateOnly(2023, 1, 1), new DateOnly(2024, 2, 29)), Read("x from:2023 to:2024-02").Published);

    [Theory]
    [InlineData("the train from: Dorrin")]
    [InlineData("from:soon")]
    [InlineData("open-source:TASS")]
    public void What_is_no_option_stays_text(string text) => Assert.Equal(text, Read(text).Text);

    [Fact]
    public void What_the_front_end_set_wins()
    {
        var set = DateInterval.OnDay(new DateOnly(2020, 1, 1));
        Assert.Equal(set, Read("x from:2023 to:2024", set).Published);
    }
}
