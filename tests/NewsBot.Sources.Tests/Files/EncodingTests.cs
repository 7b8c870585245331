using System.Text;
using NewsBot.Sources.Tests.Fixtures;

namespace NewsBot.Sources.Tests.Files;

public sealed class EncodingTests : IDisposable
{
    private const string German =
        "date 2024-01-02 Der Bürgermeister sagte, die Straßen würden nächste Woche geöffnet. Für die Bewohner sei das eine große Erleichterung, fügte er hinzu.";

    private const string Russian =
        "date 2024-01-02 Мэр города сообщил, что дороги будут открыты на следующей неделе. По его словам, жители давно ждали этого дня.";

    private readonly SourceFolder _folder = new();

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("utf-8", German, false)]
    [InlineData("utf-8", German, true)]
    [InlineData("utf-16", German, true)]
    [InlineData("utf-16BE", Russian, true)]
    [InlineData("windows-1252", German, false)]
    [InlineData("windows-1251", Russian, false)]
    [InlineData("koi8-r", Russian, false)]
    public async Task Text_is_the_same_in_every_encoding(string encoding, string text, bool mark)
    {
        var writer = Encoding.GetEncoding(encoding);
        var file = _folder.Write("a.txt", [.. mark ? writer.GetPreamble() : [], .. writer.GetBytes(text)]);

        var article = Assert.Single(await SourceFolder.ReadAsync([file])).Article!;

        Assert.Equal(text["date 2024-01-02 ".Length..], article.Text);
    }

    [Fact]
    public async Task JSON_Lines_may_be_UTF_16_with_a_mark()
    {
        const string lines = "{\"id\":\"a\",\"text\":\"Größe\",\"published\":\"2024-01-02\"}\r\n{\"id\":\"b\",\"text\":\"Maß\",\"published\":\"2024-01-02\"}\r\n";
        var file = _folder.Write("a.jsonl", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(lines)]);

        Assert.Equal(["Größe", "Maß"], (await SourceFolder.ReadAsync([file])).Select(item => item.Article?.Text));
    }

    [Fact]
    public async Task JSON_Lines_may_have_a_UTF_8_mark()
    {
        var file = _folder.Write("a.jsonl", "\ufeff{\"text\":\"Größe\",\"published\":\"2024-01-02\"}");

        Assert.Equal("Größe", Assert.Single(await SourceFolder.ReadAsync([file])).Article?.Text);
    }

    [Fact]
    public async Task A_JSON_line_that_is_not_UTF_8_is_a_failure_at_its_line()
    {
        var file = _folder.Write("a.jsonl", [.. "{\"text\":\"ok\",\"published\":\"2024-01-02\"}\n{\"text\":\""u8, 0xe4, .. "\",\"published\":\"2024-01-02\"}\n"u8]);

        var items = await SourceFolder.ReadAsync([file]);

        Assert.Equal("ok", items[0].Article?.Text);
        Assert.Equal((2, "is not valid UTF-8"), (items[1].Failure?.Line, items[1].Failure?.Reason));
    }

    [Fact]
    public async Task Cut_off_UTF_16_is_a_failure()
    {
        var failure = await _folder.FailureAsync("a.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("text"), 0x3d, 0xd8]);

        Assert.Equal("is not valid UTF-16", failure.Reason);
    }
}
