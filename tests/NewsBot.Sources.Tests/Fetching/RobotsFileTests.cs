using System.Text;
using FsCheck.Xunit;
using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Tests.Fetching;

public sealed class RobotsFileTests
{
    [Theory]
    [InlineData("no rules", "", "/a", true)]
    [InlineData("all is closed", "User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("an empty rule closes nothing", "User-agent: *\nDisallow:", "/a", true)]
    [InlineData("the own group wins over the star", "User-agent: *\nDisallow: /\n\nUser-agent: NewsBot\nDisallow: /x", "/a", true)]
    [InlineData("the own group, in other letters", "User-agent: newsbot\nDisallow: /a", "/a", false)]
    [InlineData("the own group with a version", "User-agent: NewsBot/1.0\nDisallow: /a", "/a", false)]
    [InlineData("another program", "User-agent: NewsBotter\nDisallow: /a", "/a", true)]
    [InlineData("two groups of one program are one", "User-agent: NewsBot\nDisallow: /a\n\nUser-agent: NewsBot\nDisallow: /b", "/b", false)]
    [InlineData("a group for several programs", "User-agent: Other\nUser-agent: NewsBot\nDisallow: /a", "/a", false)]
    [InlineData("a group after rules is a new one", "User-agent: NewsBot\nDisallow: /b\nUser-agent: Other\nDisallow: /a", "/a", true)]
    [InlineData("an own group without rules opens all", "User-agent: *\nDisallow: /\nUser-agent: NewsBot\n", "/a", true)]
    [InlineData("the longest rule wins", "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("the longest rule wins, other order", "User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", false)]
    [InlineData("as long: allowed", "User-agent: *\nDisallow: /page\nAllow: /page", "/page", true)]
    [InlineData("rules are prefixes", "User-agent: *\nDisallow: /fish", "/fishing.html", false)]
    [InlineData("letters matter in paths", "User-agent: *\nDisallow: /Fish", "/fish", true)]
    [InlineData("a star", "User-agent: *\nDisallow: /*.pdf", "/a/b.pdf?x", false)]
    [InlineData("an end", "User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", true)]
    [InlineData("an end that fits", "User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("an end without a star", "User-agent: *\nDisallow: /a$", "/a", false)]
    [InlineData("an end that does not fit", "User-agent: *\nDisallow: /a$", "/ab", true)]
    [InlineData("a part that must not be counted twice", "User-agent: *\nDisallow: /aba*aba$", "/aba", true)]
    [InlineData("escapes are one spelling", "User-agent: *\nDisallow: /a%7eb", "/a~b", false)]
    [InlineData("escapes of other letters", "User-agent: *\nDisallow: /bücher", "/b%C3%BCcher", false)]
    [InlineData("an escaped slash is no slash", "User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    [InlineData("queries count", "User-agent: *\nDisallow: /*?print=", "/a?print=1", false)]
    [InlineData("comments", "# all\nUser-agent: * # everybody\nDisallow: /a # closed", "/a", false)]
    [InlineData("carriage returns", "User-agent: *\rDisallow: /a\r", "/a", false)]
    [InlineData("a mark of byte order", "\ufeffUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("spaces before the colon", "user-agent : *\n disallow : /a", "/a", false)]
    [InlineData("unknown lines do not end a group", "User-agent: *\nCrawl-delay: 5\nSitemap: http://x/\nDisallow: /a", "/a", false)]
    [InlineData("rules before any group", "Disallow: /\nUser-agent: Other\nDisallow: /", "/a", true)]
    [InlineData("robots.txt itself is always open", "User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("binary", "\0\u0001\u0002User-agent\0: *\nDisallow: /", "/a", true)]
    [InlineData("lines without sense", "::::\n:\nUser-agent\nDisallow\n\n", "/a", true)]
    public void Rules_are_read_as_the_standard_says(string name, string file, string path, bool isAllowed) =>
        Assert.True(RobotsFile.Parse(Encoding.UTF8.GetBytes(file), "NewsBot").Allows(path) == isAllowed, name);

    [Fact]
    public void A_pattern_of_many_stars_is_decided_at_once()
    {
        var file = RobotsFile.Parse(Encoding.UTF8.GetBytes("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 900)) + "$"), "NewsBot");
        Assert.True(file.Allows("/" + new string('a', 899) + "b"));
    }

    [Fact]
    public void A_file_beyond_the_limit_is_read_up_to_it()
    {
        var file = RobotsFile.Parse(Encoding.UTF8.GetBytes("User-agent: *\nDisallow: /a\n" + new string('#', RobotsFile.MostBytes) + "\nDisallow: /b"), "NewsBot");
        Assert.False(file.Allows("/a"));
        Assert.True(file.Allows("/b"));
    }

    [Fact]
    public void A_rule_that_is_too_long_is_left_out() =>
        Assert.True(RobotsFile.Parse(Encoding.UTF8.GetBytes("User-agent: *\nDisallow: /" + new string('a', 5000)), "NewsBot").Allows("/" + new string('a', 6000)));

    [Property]
    public void Whatever_a_file_holds_it_is_read(byte[] file, string path) =>
        RobotsFile.Parse(file ?? [], "NewsBot").Allows("/" + path);
}
