using FsCheck.Xunit;
using NewsBot.Sources.Configuration;

namespace NewsBot.Sources.Tests.Configuration;

public sealed class SourcesFileTests
{
    private const string Path = "/etc/newsbot/sources.yaml";

    [Fact]
    public void Every_kind_and_field_is_read()
    {
        var file = Read("""
            # The outlets that are followed.
            sources:
              - feed: https://wire.example/rss
                name: Example Wire
                timezone: Europe/Minsk
                language: en
                refresh: 30m
                servers: [123, "456"]
                fulltext: yes
                keep: 90d
              - page: https://wire.example/about
                paused: true
              - pages:
                  - https://wire.example/a
                  - https://wire.example/b
                keep: 500
              - sitemap: https://wire.example/news.xml
                refresh: 2 hours
              - path: ../articles/*.txt
                watch: on
            """);
        Assert.Equal(
            [SourceKind.Feed, SourceKind.Page, SourceKind.Page, SourceKind.Page, SourceKind.Sitemap, SourceKind.Files],
            file.Sources.Select(source => source.Kind));
        var feed = file.Sources[0];
        Assert.Equal(("Example Wire", "Europe/Minsk", "en", TimeSpan.FromMinutes(30), true, TimeSpan.FromDays(90)), (feed.Name, feed.TimeZone!.Id, feed.Language, feed.Refresh, feed.FullText, feed.KeepAge));
        Assert.Equal(["123", "456"], feed.Servers);
        Assert.Equal((Path, 3), (feed.File, feed.Line));
        Assert.True(file.Sources[1].Paused);
        Assert.Equal(["https://wire.example/a", "https://wire.example/b"], file.Sources.Skip(2).Take(2).Select(page => page.Place));
        Assert.All(file.Sources.Skip(2).Take(2), page => Assert.Equal(500, page.KeepCount));
        Assert.Equal((TimeSpan.FromHours(2), 17), (file.Sources[4].Refresh, file.Sources[4].Line));
        Assert.Equal(("/etc/articles/*.txt", true), (file.Sources[5].Place, file.Sources[5].Watch));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("sources:\n")]
    [InlineData("sources: []\n")]
    [InlineData("[]")]
    public void A_file_without_sources_is_good(string yaml) => Assert.Empty(Read(yaml).Sources);

    [Fact]
    public void A_bare_list_is_good() => Assert.Single(Read("- feed: https://a.example/\n").Sources);

    [Theory]
    [InlineData("an unknown field", "sources:\n  - feed: https://a.example/\n    colour: red\n", 3, "unknown field \"colour\"")]
    [InlineData("an unknown field at the top", "feeds:\n  - https://a.example/\n", 1, "unknown field \"feeds\"")]
    [InlineData("a field twice", "sources:\n  - feed: https://a.example/\n    name: A\n    name: B\n", 4, "\"name\" twice")]
    [InlineData("no place", "sources:\n  - name: A\n", 2, "without a place")]
    [InlineData("two places", "sources:\n  - feed: https://a.example/\n    page: https://a.example/b\n", 2, "several places (feed, page)")]
    [InlineData("a place twice", "sources:\n  - feed: https://a.example/\n  - feed: https://a.example/\n", 3, "in line 2 already")]
    [InlineData("a place that is no address", "sources:\n  - feed: a.example\n", 2, "not an http or https address: \"a.example\"")]
    [InlineData("a file as an address", "sources:\n  - feed: file:///etc/passwd\n", 2, "not an http or https address")]
    [InlineData("a password", "sources:\n  - feed: https://a:b@a.example/\n", 2, "user name or password")]
    [InlineData("a second page that is none", "sources:\n  - pages:\n      - https://a.example/\n      - nowhere\n", 4, "not an http or https address")]
    [InlineData("pages without pages", "sources:\n  - pages: []\n", 2, "must be a list of addresses")]
    [InlineData("several feeds in one", "sources:\n  - feed: [https://a.example/, https://b.example/]\n", 2, "must have one value")]
    [InlineData("a list where a value stands", "sources:\n  - feed: https://a.example/\n    name: [A, B]\n", 3, "several values")]
    [InlineData("fields where a value stands", "sources:\n  - feed: https://a.example/\n    name: {a: b}\n", 3, "plain value")]
    [InlineData("a time zone that is none", "sources:\n  - feed: https://a.example/\n    timezone: Europe/Atlantis\n", 3, "Europe/Atlantis")]
    [InlineData("a time zone that is a path", "sources:\n  - feed: https://a.example/\n    timezone: ../../etc/passwd\n", 3, "not a time zone")]
    [InlineData("a language that is none", "sources:\n  - feed: https://a.example/\n    language: 12\n", 3, "not a language")]
    [InlineData("an interval in words", "sources:\n  - feed: https://a.example/\n    refresh: often\n", 3, "\"refresh\" is \"often\"")]
    [InlineData("an interval that is too short", "sources:\n  - feed: https://a.example/\n    refresh: 10s\n", 3, "from 1 minute")]
    [InlineData("an interval that is too long", "sources:\n  - feed: https://a.example/\n    refresh: 99d\n", 3, "to 30 days")]
    [InlineData("an interval beyond numbers", "sources:\n  - feed: https://a.example/\n    refresh: 99999999999d\n", 3, "refresh")]
    [InlineData("an interval for files", "sources:\n  - path: a\n    refresh: 1h\n", 3, "not for a path")]
    [InlineData("watching an address", "sources:\n  - feed: https://a.example/\n    watch: yes\n", 3, "for a path only")]
    [InlineData("keeping nothing", "sources:\n  - feed: https://a.example/\n    keep: 0\n", 3, "keep")]
    [InlineData("keeping less than nothing", "sources:\n  - feed: https://a.example/\n    keep: -5\n", 3, "keep")]
    [InlineData("neither yes nor no", "sources:\n  - feed: https://a.example/\n    paused: maybe\n", 3, "must be yes or no")]
    [InlineData("a server by name", "sources:\n  - feed: https://a.example/\n    servers: [my server]\n", 3, "numbers of servers")]
    [InlineData("no servers", "sources:\n  - feed: https://a.example/\n    servers: []\n", 3, "numbers of servers")]
    [InlineData("an empty path", "sources:\n  - path: \"\"\n", 2, "is not a path")]
    [InlineData("an entry that is a word", "sources:\n  - hello\n", 2, "not a source")]
    [InlineData("sources that are no list", "sources: hello\n", 1, "must be a list")]
    [InlineData("a word", "hello\n", 1, "must have a list")]
    [InlineData("broken YAML", "sources:\n  - feed: [\n", 3, "not valid YAML")]
    [InlineData("a tab", "sources:\n\t- feed: https://a.example/\n", 2, "begins with a tab")]
    [InlineData("an anchor", "sources:\n  - &a\n    feed: https://a.example/\n", 2, "anchor")]
    [InlineData("an alias", "sources:\n  - feed: https://a.example/\n    name: *a\n", 3, "alias")]
    [InlineData("a tag", "sources:\n  - feed: !!python/object:os.system https://a.example/\n", 2, "tag")]
    [InlineData("depth", "[[[[[[[[[[[[]]]]]]]]]]]]", 1, "nested too deeply")]
    [InlineData("two documents", "sources: []\n---\nsources: []\n", 2, "more than one document")]
    public void A_fault_is_told_with_its_line_and_field(string name, string yaml, int line, string reason)
    {
        var (file, faults) = SourcesFile.Parse(yaml, Path);
        Assert.Null(file);
        var fault = faults[0];
        Assert.True(fault.Reason.Contains(reason, StringComparison.Ordinal), $"{name}: {fault}");
        Assert.True(fault.Line == line, $"{name}: {fault}");
        Assert.Equal(Path, fault.File);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var (_, faults) = SourcesFile.Parse("sources:\n  - feed: nowhere\n  - page: https://a.example/\n    keep: much\n    colour: red\n", Path);
        Assert.Equal([2, 4, 5], faults.Select(fault => fault.Line));
    }

    [Fact]
    public void A_file_of_a_megabyte_of_brackets_is_refused_at_once()
    {
        var (file, faults) = SourcesFile.Parse(new string('[', 1024 * 1024), Path);
        Assert.Null(file);
        Assert.Single(faults);
    }

    [Property]
    public void Whatever_a_file_holds_it_is_read_or_told(string text)
    {
        var (file, faults) = SourcesFile.Parse(text ?? "", Path);
        Assert.Equal(file is null, faults.Count > 0);
    }

    private static SourcesFile Read(string yaml)
    {
        var (file, faults) = SourcesFile.Parse(yaml, Path);
        Assert.Empty(faults);
        return file!;
    }
}
