using NewsBot.Core.Dates;
using NewsBot.Sources.Tests.Fixtures;

namespace NewsBot.Sources.Tests.Formats;

public sealed class PlainTextTests : IDisposable
{
    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(" date 2023-08-17 MINSK, August 17. /TASS/. The talks have begun.", "TASS", "The talks have begun")]
    [InlineData("date 2023-08-17\nLUTMERE, Aug 17 (Reed News) - The talks have begun.", "Reed News", "The talks have begun")]
    [InlineData("date: 2023-08-17\r\nLUTMERE (Reed News) — The talks have begun.", "Reed News", "The talks have begun")]
    [InlineData("date 2023-08-17 ST. ODO, Kelmar (RN) -- The talks have begun.", "RN", "The talks have begun")]
    [InlineData("date 2023-08-17 LUTMERE/DORRIN, 17 August (RN) – The talks have begun.", "RN", "The talks have begun")]
    [InlineData("date 2023-08-17 LUTMERE — The talks have begun.", "", "The talks have begun")]
    [InlineData("date 2023-08-17 New Lutmere (Reed News) The talks have begun.", "Reed News", "The talks have begun")]
    [InlineData("date 2023-08-17 Odo Marsk (RN) says the talks have begun.", "", "Odo Marsk (RN) says the talks have begun")]
    [InlineData("date 2023-08-17 The talks (RN) - of all things - have begun.", "", "The talks (RN) - of all things - have begun")]
    [InlineData("date 2023-08-17 NATO and/or its members - and others/ - met.", "", "NATO and/or its members - and others/ - met")]
    public async Task A_wire_dateline_gives_the_outlet_and_stays_out_of_the_title(string content, string source, string title)
    {
        var article = await _folder.ArticleAsync("a.txt", content);

        Assert.Equal((source, title), (article.Source, article.Title));
        Assert.Equal(new DateOnly(2023, 8, 17), article.Published.Day);
    }

    [Theory]
    [InlineData("LUTMERE, August 17, 2023 (Reed News) - The talks have begun.")]
    [InlineData("LUTMERE, Aug. 17, 2023. /Reed News/. The talks have begun.")]
    [InlineData("LUTMERE, 17 August 2023 (Reed News) — The talks have begun.")]
    public async Task A_dateline_with_a_year_dates_the_article(string content)
    {
        var article = await _folder.ArticleAsync("a.txt", content);

        Assert.Equal(new DateOnly(2023, 8, 17), article.Published.Day);
        Assert.Equal(DatePrecision.Day, article.Published.Precision);
    }

    [Fact]
    public async Task A_day_at_the_start_of_the_file_name_dates_an_article_that_nothing_else_dates()
    {
        Assert.Equal(new DateOnly(2023, 8, 17), (await _folder.ArticleAsync("2023-08-17-talks.txt", "The talks have begun.")).Published.Day);
        Assert.Equal(new DateOnly(2023, 8, 16), (await _folder.ArticleAsync("2023-08-17-talks.txt", "date 2023-08-16 The talks have begun.")).Published.Day);
    }

    [Fact]
    public async Task Hard_wrapped_lines_are_joined_and_empty_lines_end_paragraphs()
    {
        var article = await _folder.ArticleAsync("a.txt", "date 2023-08-17\nThe talks\r\nhave begun.  \r\n\r\n \r\nThey are in\rthe town hall.\n\n\n");

        Assert.Equal("The talks have begun.\n\nThey are in the town hall.", article.Text);
    }

    [Fact]
    public async Task Long_lines_are_paragraphs_of_their_own()
    {
        var line = string.Join(' ', Enumerable.Repeat("The talks have begun.", 10));

        var article = await _folder.ArticleAsync("a.txt", $"date 2023-08-17\n{line}\nThey end soon.\n{line}");

        Assert.Equal($"{line}\n\nThey end soon.\n\n{line}", article.Text);
    }

    [Fact]
    public async Task A_headline_above_the_text_is_the_title_and_no_part_of_the_text()
    {
        var article = await _folder.ArticleAsync("a.txt", "date 2023-08-17\nTalks begin in Lutmere\n\nThe talks have begun.");

        Assert.Equal(("Talks begin in Lutmere", "The talks have begun."), (article.Title, article.Text));
    }

    [Theory]
    [InlineData("The river, which had been rising since the snow began to melt in March, flooded the town on Monday, police said.", "The river, which had been rising since the snow began to melt in March")]
    [InlineData("The old river flooded the whole town on Monday evening and the people who live near it had to leave their houses in a great hurry.", "The old river flooded the whole town on Monday evening and the people who live near it had to leave their…")]
    [InlineData("It rose. Then it fell.", "It rose")]
    [InlineData("“It rose, and it rose, and it rose, and nobody in town would believe it,” she said, “until it was in my kitchen and in my bed.”", "“It rose, and it rose, and it rose, and nobody in town would believe it,” she said")]
    public async Task A_title_is_made_from_the_lead_and_cut_at_a_clause_or_a_word(string lead, string title)
    {
        var article = await _folder.ArticleAsync("a.txt", "date 2023-08-17 LUTMERE (Wire) — " + lead);

        Assert.Equal(title, article.Title);
        Assert.InRange(article.Title.Length, 1, 110);
    }

    [Fact]
    public async Task Control_characters_become_spaces()
    {
        var article = await _folder.ArticleAsync("a.txt", "date 2023-08-17 The talks\u0007in the town hall" + new string('x', 300) + " have begun.");

        Assert.StartsWith("The talks in the town hall", article.Text, StringComparison.Ordinal);
    }
}
