using FsCheck.Xunit;
using NewsBot.Sources.Configuration;

namespace NewsBot.Sources.Tests.Configuration;

public sealed class ChatSourcesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsbot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_written_is_read_again()
    {
        var source = new SourceSettings(SourceKind.Feed, "https://a.example/feed?a=1&b=\"2\"")
        {
            Name = "The \"Courier\": \\ and # more",
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            Language = "de-AT",
            Refresh = TimeSpan.FromMinutes(90),
            Servers = ["1", "2"],
            FullText = false,
            KeepAge = TimeSpan.FromDays(90),
            Paused = true,
        };
        var chat = Chat();
        Assert.Null(chat.Change(_ => new SourcesFile([source with { Place = new Uri(source.Place).AbsoluteUri }], ["https://b.example/"])));
        var (file, faults) = Chat().Read();
        Assert.Empty(faults);
        Assert.Equal(["https://b.example/"], file.Paused);
        var read = Assert.Single(file.Sources);
        Assert.Equivalent(source with { Place = new Uri(source.Place).AbsoluteUri, File = chat.Path, Line = 3 }, read);
    }

    [Property]
    public void Whatever_a_name_holds_it_is_written_so_that_it_can_be_read(string name)
    {
        var source = SourceFields.With(new SourceSettings(SourceKind.Feed, "https://a.example/") { Refresh = TimeSpan.FromMinutes(15) }, "name", [name ?? ""], out _);
        if (source is null)
            return;
        Assert.Null(Chat().Change(_ => new SourcesFile([source], [])));
        Assert.Equal(source.Name, Assert.Single(Chat().Read().File.Sources).Name);
    }

    [Fact]
    public void A_write_that_was_cut_short_is_not_seen()
    {
        Chat().Change(_ => new SourcesFile([new SourceSettings(SourceKind.Feed, "https://a.example/") { Refresh = TimeSpan.FromMinutes(15) }], []));
        File.WriteAllText(Path.Combine(_folder, "sources.yaml.new"), "sources:\n  - fe");
        Assert.Single(Chat().Read().File.Sources);
    }

    private ChatSources Chat() => new(_folder, new ConfigurationFolder(_folder));
}
