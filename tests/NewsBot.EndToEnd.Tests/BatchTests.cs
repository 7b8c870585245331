using System.Text.Json;
using NewsBot.EndToEnd.Tests.Support;

namespace NewsBot.EndToEnd.Tests;

/// <summary><c>batch</c> and <c>analyze</c> as a program that reads and writes JSON Lines.</summary>
public sealed class BatchTests(SeededBot bot) : IClassFixture<SeededBot>
{
    [Fact]
    public async Task Answers_come_in_the_order_of_the_questions_and_a_bad_line_does_not_stop_the_others()
    {
        var replies = await bot.BatchAsync(
        [
            new { id = "a", command = "whosaid", text = "multipolar world" },
            "this is not JSON",
            new { id = "c", command = "when", text = "agreement between the defense ministries" },
            """{"id":"d","text":7}""",
            new { id = "e", command = "nonsense", text = "x" },
        ]);
        Assert.Equal(5, replies.Count);
        Assert.Equal(["answered", "error", "answered", "error", "error"], replies.Select(reply => reply.GetProperty("status").GetString()));
        Assert.Equal(2, replies[1].GetProperty("line").GetInt32());
        Assert.Contains("line 2", replies[1].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("d", replies[3].GetProperty("id").GetString());
        Assert.Contains("'text'", replies[3].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offsets_of_a_citation_cut_the_cited_words_out_of_the_text_that_was_given()
    {
        const string text = "Mayor Ada Quill opened the bridge.\r\n\r\n“It will not close again,” she said on Tuesday. The crowd cheered.";
        using var folder = new TemporaryFolder();
        var articles = folder.File("articles.jsonl", JsonSerializer.Serialize(new { id = "bridge-1", title = "Bridge opens", text, published = "2024-03-14", source = "Wire", url = "https://wire.example/1" }) + "\n");
        var run = await BotProcess.RunAsync(
            ["batch", "--data", Path.Combine(folder.Path, "data"), "--sources", articles],
            JsonSerializer.Serialize(new { id = "1", command = "whosaid", text = "It will not close again" }) + "\n");
        Assert.True(run.ExitCode == 0, run.Error);
        var reply = JsonDocument.Parse(run.Output).RootElement;
        var citation = reply.GetProperty("citations")[0];
        Assert.Equal("bridge-1", citation.GetProperty("articleId").GetString());
        Assert.Equal("https://wire.example/1", citation.GetProperty("url").GetString());
        Assert.Equal(citation.GetProperty("passage").GetString(), text[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()]);
        Assert.Equal("Ada Quill", reply.GetProperty("speaker").GetString());
    }

    [Fact]
    public async Task A_filter_by_source_or_date_is_kept()
    {
        var replies = await bot.BatchAsync(
        [
            new { id = "1", command = "whosaid", text = "multipolar world", source = "tass" },
            new { id = "2", command = "whosaid", text = "multipolar world", source = "Fiction Wire" },
            new { id = "3", command = "whosaid", text = "multipolar world", from = "2023-08-18" },
        ]);
        Assert.Equal(["answered", "declined", "declined"], replies.Select(reply => reply.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Thousands_of_lines_go_through()
    {
        var replies = await bot.BatchAsync(Enumerable.Range(0, 3000).Select(i => (object)new { id = i, command = "whosaid", text = i % 2 == 0 ? "multipolar world" : "no such words anywhere " + i }));
        Assert.Equal(Enumerable.Range(0, 3000).Select(i => $"{i}"), replies.Select(reply => reply.GetProperty("id").GetString()));
        Assert.All(replies.Where((_, i) => i % 2 == 0), reply => Assert.Equal("answered", reply.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Analyze_gives_what_it_found_with_offsets_into_the_text()
    {
        const string text = "“It will not close again,” Mayor Ada Quill said in May 2010. She denied it later.";
        var run = await BotProcess.RunAsync(["analyze"], JsonSerializer.Serialize(new { id = "x", title = "t", text, published = "2024-03-14" }) + "\nbad\n");
        Assert.True(run.ExitCode == 0, run.Error);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        var analysis = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal(2, analysis.GetProperty("sentences").GetArrayLength());
        var quote = analysis.GetProperty("quotes")[0];
        Assert.Equal("direct", quote.GetProperty("kind").GetString());
        Assert.Equal("Ada Quill", quote.GetProperty("speaker").GetProperty("name").GetString());
        var time = analysis.GetProperty("times")[0];
        Assert.Equal(("May 2010", "2010-05", "DATE"), (time.GetProperty("text").GetString(), time.GetProperty("value").GetString(), time.GetProperty("type").GetString()));
        Assert.Equal("May 2010", text[time.GetProperty("start").GetInt32()..time.GetProperty("end").GetInt32()]);
        Assert.Contains("line 2", JsonDocument.Parse(lines[1]).RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
    }
}
