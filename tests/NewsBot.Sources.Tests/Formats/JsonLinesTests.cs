using NewsBot.Core.Dates;
using NewsBot.Sources.Files;
using NewsBot.Sources.Tests.Fixtures;

namespace NewsBot.Sources.Tests.Formats;

public sealed class JsonLinesTests : IDisposable
{
    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.jsonl")]
    [InlineData("a.ndjson")]
    [InlineData("a.json")]
    public async Task All_fields_are_read_and_others_left_alone(string name)
    {
        var article = await _folder.ArticleAsync(name,
            """{"id":"talks 1","title":"Talks begin","text":"The talks have begun.","published":"2023-08-17T09:30:00+03:00","source":"Reed News","url":"https://reed.example/a","author":["Ann Reed","Bo Lark"],"language":"de","category":7,"more":{"a":[1]}}""");

        Assert.Equal("talks 1", article.Id.Value);
        Assert.Equal("Talks begin", article.Title);
        Assert.Equal("The talks have begun.", article.Text);
        Assert.Equal(new DateTimeOffset(2023, 8, 17, 9, 30, 0, TimeSpan.FromHours(3)), article.Published.Instant);
        Assert.Equal("Reed News", article.Source);
        Assert.Equal("https://reed.example/a", article.Url);
        Assert.Equal("Ann Reed, Bo Lark", article.Author);
        Assert.Equal("de", article.Language);
    }

    [Fact]
    public async Task Only_text_and_date_must_be_there()
    {
        var article = await _folder.ArticleAsync("a.jsonl",
            """{"id":17,"text":"LUTMERE, Aug 17 (Reed News) - The talks have begun.","published":"2023-08-17","title":null,"source":"","url":" "}""");

        Assert.Equal(("17", "The talks have begun", "Reed News"), (article.Id.Value, article.Title, article.Source));
        Assert.Null(article.Url);
        Assert.Equal(DatePrecision.Day, article.Published.Precision);
    }

    [Fact]
    public async Task The_text_is_kept_to_the_character_so_that_offsets_hold()
    {
        var article = await _folder.ArticleAsync("a.jsonl", """{"text":"  One\r\nline.\u0000\tTwo \ud83d\ude00.\u0007\n\n\nEnd\u2028 ","published":"2023-08-17"}""");

        Assert.Equal("  One\r\nline. \tTwo 😀. \n\n\nEnd\u2028 ", article.Text);
    }

    [Theory]
    [InlineData("""{"text":"x","published":"2023-08-17" """, "is not valid JSON (at byte")]
    [InlineData("nonsense", "is not valid JSON (at byte 2)")]
    [InlineData("""["a"]""", "is not a JSON object")]
    [InlineData("""{"published":"2023-08-17"}""", "has no text")]
    [InlineData("""{"text":" \n","published":"2023-08-17"}""", "has no text")]
    [InlineData("""{"text":7,"published":"2023-08-17"}""", "has a text that is not text")]
    [InlineData("""{"text":"x","published":"2023-08-17","author":[1]}""", "has a author that is not text")]
    [InlineData("""{"text":"x"}""", "has no usable date: published is missing")]
    [InlineData("""{"text":"x","published":"soon"}""", "has no usable date: published \"soon\"")]
    [InlineData("""{"text":"x","published":"2023-08-17","url":"x"}""", "has a url that is not an http or https address")]
    [InlineData("""{"text":"x\ud800y","published":"2023-08-17"}""", "has half a surrogate pair in text")]
    [InlineData("""{"text":"x","published":"2023-08-17","id":"a\u0007"}""", "has control characters in its id")]
    public async Task A_faulty_line_is_named_and_the_others_are_read(string line, string reason)
    {
        _folder.Write("a.jsonl", $$"""
            {"id":"first","text":"x","published":"2023-08-17"}

            {{line}}
            {"id":"last","text":"y","published":"2023-08-17"}
            """);

        var items = await _folder.ReadAsync();

        Assert.Equal(["first", null, "last"], items.Select(item => item.Article?.Id.Value));
        Assert.Equal((_folder.At("a.jsonl"), 3), (items[1].Failure!.File, items[1].Failure!.Line));
        Assert.StartsWith(reason, items[1].Failure!.Reason, StringComparison.Ordinal);
        Assert.Equal(_folder.At("a.jsonl") + "#4", items[2].Article!.Origin);
    }

    [Theory]
    [InlineData(2_000)]
    [InlineData(1_000_000)]
    public async Task A_line_that_is_too_long_is_skipped(int length)
    {
        const string good = """{"text":"x","published":"2023-08-17"}""";
        _folder.Write("a.jsonl", $"{good}\n{new string('x', length)}\n{good}\n{new string('y', length)}");

        var items = await _folder.ReadAsync(new FileSourceOptions { MaxArticleBytes = 1024 });

        Assert.Equal([null, 2, null, 4], items.Select(item => item.Failure?.Line));
        Assert.All(items.Where(item => item.Failure is not null), item => Assert.Equal("is too long a line", item.Failure!.Reason));
    }

    [Fact]
    public async Task Articles_longer_than_the_read_buffer_are_read()
    {
        var text = string.Join(' ', Enumerable.Range(0, 60_000));
        _folder.Write("a.jsonl", string.Concat(Enumerable.Range(0, 5).Select(i => $"{{\"id\":\"{i}\",\"text\":\"{text}\",\"published\":\"2023-08-17\"}}\r\n")));

        var items = await _folder.ReadAsync();

        Assert.Equal(["0", "1", "2", "3", "4"], items.Select(item => item.Article?.Id.Value));
        Assert.All(items, item => Assert.Equal(text, item.Article!.Text));
    }

    [Fact]
    public async Task Faults_beyond_the_limit_are_counted_and_articles_after_them_are_read()
    {
        _folder.Write("a.jsonl", string.Concat(Enumerable.Repeat("x\n", 10)) + """{"text":"x","published":"2023-08-17"}""");

        var items = await _folder.ReadAsync(new FileSourceOptions { MaxFaultsPerFile = 3 });

        Assert.Equal([1, 2, 3, null, null], items.Select(item => item.Failure?.Line));
        Assert.NotNull(items[3].Article);
        Assert.Equal("has 7 more faulty lines", items[4].Failure!.Reason);
    }

    [Fact]
    public async Task A_JSON_array_holds_articles()
    {
        _folder.Write("a.json", """[{"id":"a","text":"x","published":"2023-08-17"}, {"id":"b"}, {"id":"c","text":"z","published":"2023-08-17"}]""");

        var items = await _folder.ReadAsync();

        Assert.Equal(["a", null, "c"], items.Select(item => item.Article?.Id.Value));
        Assert.Equal("article 2 has no text", items[1].Failure!.Reason);
    }

    [Theory]
    [InlineData("a.json", "[]")]
    [InlineData("a.jsonl", "\n \r\n")]
    public async Task A_file_without_articles_is_a_failure(string name, string content)
    {
        Assert.Equal("has no articles", (await _folder.FailureAsync(name, content)).Reason);
    }
}
