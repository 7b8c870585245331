using NewsBot.Sources.Files;

namespace NewsBot.Sources.Tests.Files;

public sealed class FileSourceOptionsTests
{
    [Fact]
    public void The_defaults_are_sound()
    {
        Assert.Empty(new FileSourceOptions().Problems());
    }

    [Fact]
    public void Every_limit_out_of_bounds_is_named()
    {
        var options = new FileSourceOptions { MaxArticleBytes = 1, MaxJsonLinesBytes = 0, MaxJsonBytes = 0, MaxFaultsPerFile = 0 };

        Assert.Equal(
            ["MaxArticleBytes", "MaxJsonLinesBytes", "MaxJsonBytes", "MaxFaultsPerFile"],
            options.Problems().Select(problem => problem.Split(' ')[0]));
    }
}
