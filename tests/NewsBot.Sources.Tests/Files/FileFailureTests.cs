using System.Text;
using NewsBot.Sources.Files;
using NewsBot.Sources.Tests.Fixtures;

namespace NewsBot.Sources.Tests.Files;

public sealed class FileFailureTests : IDisposable
{
    private const string Published = "---\npublished: 2024-01-02\n---\n";

    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("empty.txt")]
    [InlineData("empty.md")]
    [InlineData("empty.jsonl")]
    [InlineData("empty.json")]
    public async Task An_empty_file_is_a_failure(string name)
    {
        var failure = await _folder.FailureAsync(name, "");

        Assert.Equal($"{_folder.At(name)}: is empty", failure.ToString());
    }

    [Theory]
    [InlineData("blank.txt", "date 2024-01-02 \n \u200b \ufeff\n")]
    [InlineData("blank.md", Published + "\n\n")]
    [InlineData("blank.md", Published + "![a picture](picture.png)\n")]
    public async Task A_file_without_text_is_a_failure(string name, string content)
    {
        Assert.Equal("has no text", (await _folder.FailureAsync(name, content)).Reason);
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.md")]
    [InlineData("a.jsonl")]
    [InlineData("a.json")]
    public async Task A_binary_file_is_a_failure(string name)
    {
        byte[] picture = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0xff];

        Assert.Equal("is binary, not text", (await _folder.FailureAsync(name, picture)).Reason);
    }

    [Theory]
    [InlineData("large.txt", "is larger than 2 KiB")]
    [InlineData("large.md", "is larger than 2 KiB")]
    [InlineData("large.jsonl", "is larger than 5 KiB")]
    [InlineData("large.json", "is larger than 4 KiB")]
    public async Task A_file_over_its_limit_is_a_failure(string name, string reason)
    {
        var options = new FileSourceOptions { MaxArticleBytes = 2048, MaxJsonBytes = 4096, MaxJsonLinesBytes = 5120 };

        var failure = await _folder.FailureAsync(name, "date 2024-01-02 " + new string('x', 6000), options);

        Assert.Equal(reason, failure.Reason);
    }

    [Theory]
    [InlineData("a.txt", "LUTMERE, March 4. /Wire/. The lake has risen.")]
    [InlineData("a.txt", "The lake has risen.")]
    [InlineData("a.md", "# The lake\n\nIt has risen.")]
    public async Task A_file_without_a_date_is_a_failure(string name, string content)
    {
        Assert.Equal("has no usable date: published is missing", (await _folder.FailureAsync(name, content)).Reason);
    }

    [Theory]
    [InlineData("2024-13-45")]
    [InlineData("yesterday")]
    [InlineData("2024")]
    [InlineData("08/09/2024")]
    [InlineData("0001-01-01")]
    public async Task A_date_that_cannot_be_read_is_named_with_its_line(string date)
    {
        var failure = await _folder.FailureAsync("a.md", $"---\ntitle: The lake\npublished: \"{date}\"\n---\nIt has risen.");

        Assert.Equal(3, failure.Line);
        Assert.StartsWith($"has no usable date: published \"{date}\" should look like", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Front_matter_that_is_not_closed_is_a_failure()
    {
        var failure = await _folder.FailureAsync("a.md", "---\ntitle: The lake\n\nIt has risen.");

        Assert.Equal((1, "has front matter that no line --- closes"), (failure.Line, failure.Reason));
    }

    [Fact]
    public async Task Front_matter_that_is_not_YAML_is_named_with_its_line()
    {
        var failure = await _folder.FailureAsync("a.txt", "---\npublished: 2024-01-02\ntitle: Lake: it rises\n---\nIt has risen.");

        Assert.Equal(3, failure.Line);
        Assert.StartsWith("has front matter that is not valid YAML", failure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://wire.example/a")]
    [InlineData("/news/a")]
    [InlineData("https://wire.example/a b")]
    [InlineData("https://wire.example/a>b")]
    public async Task A_url_that_is_not_a_web_address_is_named_with_its_line(string url)
    {
        var failure = await _folder.FailureAsync("a.md", $"---\npublished: 2024-01-02\nurl: {url}\n---\nIt has risen.");

        Assert.Equal((3, $"has a url that is not an http or https address: \"{url}\""), (failure.Line, failure.Reason));
    }

    [Fact]
    public async Task An_id_that_is_too_long_is_a_failure()
    {
        var failure = await _folder.FailureAsync("a.md", $"---\npublished: 2024-01-02\nid: {new string('x', 201)}\n---\nIt has risen.");

        Assert.Equal((3, "has an id of more than 200 characters"), (failure.Line, failure.Reason));
    }

    [Fact]
    public async Task Bytes_in_no_known_encoding_are_refused()
    {
        var failure = await _folder.FailureAsync("a.txt", [.. Encoding.ASCII.GetBytes("date 2024-01-02 x "), 0xff, 0xc0, 0x81, 0xfe, 0x8d, 0x9d]);

        Assert.Equal("is in an encoding that could not be told; save it as UTF-8", failure.Reason);
    }

    [Fact]
    public async Task Markdown_nested_beyond_reason_is_a_failure()
    {
        var failure = await _folder.FailureAsync("a.md", Published + new string('>', 10_000) + " text");

        Assert.Equal("is Markdown that is nested too deeply", failure.Reason);
    }

    [Fact]
    public async Task A_failure_does_not_stop_the_files_after_it()
    {
        _folder.Write("a.txt", "no date");
        _folder.Write("b.jsonl", "{\n{\"text\":\"It has risen.\",\"published\":\"2024-01-02\"}\nnonsense\n");
        _folder.Write("c.md", Published + "It has risen.");

        var items = await _folder.ReadAsync();

        Assert.Equal(["a.txt", "b.jsonl:1", "", "b.jsonl:3", ""], items.Select(item =>
            item.Failure is { } f ? $"{Path.GetFileName(f.File)}{(f.Line is { } line ? $":{line}" : "")}" : ""));
    }
}
