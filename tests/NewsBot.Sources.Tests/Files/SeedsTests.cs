using System.Security.Cryptography;
using NewsBot.Core.Dates;
using NewsBot.Sources.Tests.Fixtures;

namespace NewsBot.Sources.Tests.Files;

public sealed class SeedsTests
{
    private static string UsersArticle => Path.Combine(Repository.Seeds, "000_d4181e5e7d64071e.txt");

    [Fact]
    public async Task Every_shipped_article_is_read()
    {
        var items = await SourceFolder.ReadAsync([Repository.Seeds]);

        Assert.Empty(items.Where(item => item.Failure is not null).Select(item => item.Failure!.ToString()));
        Assert.True(items.Count >= 16);
        Assert.Equal(items.Count, items.Select(item => item.Article!.Id).Distinct().Count());
        Assert.All(items, item => Assert.NotEmpty(item.Article!.Source));
        Assert.All(items, item => Assert.InRange(item.Article!.Title.Length, 10, 110));
    }

    [Fact]
    public async Task The_users_article_is_shipped_as_it_was_given()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(UsersArticle)));

        Assert.Equal("42e9bd5f157f7cf100eed5a9c1db17c5df4403b821539c0dc46af961ce0c279d", hash);
    }

    [Fact]
    public async Task The_users_article_has_date_agency_title_and_paragraphs()
    {
        var article = Assert.Single(await SourceFolder.ReadAsync([UsersArticle])).Article!;

        Assert.Equal(new DateOnly(2023, 8, 17), article.Published.Day);
        Assert.Equal(DatePrecision.Day, article.Published.Precision);
        Assert.Equal("TASS", article.Source);
        Assert.Equal("Belarus and China’s shared vision of the world order is in complete alignment", article.Title);
        Assert.StartsWith("MINSK, August 17. /TASS/. Belarus and China’s shared vision", article.Text, StringComparison.Ordinal);
        Assert.EndsWith("in May 2010.", article.Text, StringComparison.Ordinal);
        Assert.Equal(6, article.Text.Split("\n\n").Length);
        Assert.Equal("en", article.Language);
    }

    [Fact]
    public async Task Every_invented_article_shows_in_its_outlet_that_it_is_invented()
    {
        var items = await SourceFolder.ReadAsync([Repository.Seeds]);

        Assert.All(items.Where(item => item.Article!.Source != "TASS"), item => Assert.Matches("Fi[ck]tion", item.Article!.Source));
        Assert.All(items.Where(item => item.Article!.Url is not null), item => Assert.EndsWith(".example", new Uri(item.Article!.Url!).Host, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_article_is_in_another_language_and_the_others_are_in_English()
    {
        var items = await SourceFolder.ReadAsync([Repository.Seeds]);

        Assert.Equal("de", Assert.Single(items, item => item.Article!.Language != "en").Article!.Language);
    }
}
