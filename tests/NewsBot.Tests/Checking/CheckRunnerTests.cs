using System.Text.Json;
using NewsBot.Batch;
using NewsBot.Checking;

namespace NewsBot.Tests.Checking;

public sealed class CheckRunnerTests
{
    [Fact]
    public async Task A_claim_is_judged_by_its_evidence_and_the_reason_is_told()
    {
        var replies = await CheckAsync(
            """{"id":"a","claim":"The quay was approved by the board.","evidence":["The board approved the quay.","It rained."]}""",
            """{"id":"b","claim":"The board rejected the quay.","evidence":"The board approved the quay."}""");
        Assert.True(replies[0].GetProperty("supported").GetBoolean());
        Assert.Equal(0, replies[0].GetProperty("reasons").GetArrayLength());
        Assert.False(replies[1].GetProperty("supported").GetBoolean());
        Assert.StartsWith("direction:", replies[1].GetProperty("reasons")[0].GetString(), StringComparison.Ordinal);
        Assert.All(replies, reply => Assert.InRange(reply.GetProperty("score").GetDouble(), 0, 1));
    }

    [Theory]
    [InlineData("no json", "not a JSON object")]
    [InlineData("""{"id":"x","evidence":["a"]}""", "'claim'")]
    [InlineData("""{"id":"x","claim":"a","evidence":[1]}""", "'evidence'")]
    [InlineData("""{"id":"x","claim":"a","evidence":[],"published":"soon"}""", "'published'")]
    public async Task A_line_that_cannot_be_read_names_what_is_wrong_and_the_rest_go_on(string line, string problem)
    {
        var replies = await CheckAsync(line, """{"id":"next","claim":"It rained.","evidence":["It rained."]}""");
        Assert.Contains(problem, replies[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, replies[0].GetProperty("line").GetInt32());
        Assert.Equal("next", replies[1].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Nothing_is_supported_without_evidence()
    {
        var reply = (await CheckAsync("""{"id":"x","claim":"It rained.","evidence":[]}"""))[0];
        Assert.False(reply.GetProperty("supported").GetBoolean());
        Assert.Equal(0, reply.GetProperty("score").GetDouble());
    }

    private static async Task<List<JsonElement>> CheckAsync(params string[] lines)
    {
        using var input = new StringReader(string.Join('\n', lines));
        using var output = new StringWriter();
        await new CheckRunner(TimeProvider.System).RunAsync(InputLine.ReadAsync(input, CancellationToken.None), output, CancellationToken.None);
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }
}
