using NewsBot.Batch;

namespace NewsBot.Tests.Batch;

public sealed class BatchRequestParserTests
{
    [Fact]
    public void A_request_carries_its_options_into_the_call()
    {
        var parsed = BatchRequestParser.Parse("""{"id":"7","command":"ask","text":"why?","now":"2024-05-31","source":"Wire","from":"2024-01-01","to":"2024-02-01"}""");
        Assert.Null(parsed.Problem);
        Assert.Equal("7", parsed.Id);
        Assert.Equal(("ask", "why?", "Wire"), (parsed.Call!.Command, parsed.Call.Text, parsed.Call.Source));
        Assert.Equal(new DateOnly(2024, 5, 31), DateOnly.FromDateTime(parsed.Call.Now!.Value.DateTime));
        Assert.Equal((new DateOnly(2024, 1, 1), new DateOnly(2024, 2, 1)), (parsed.Call.Published.Start, parsed.Call.Published.End));
    }

    [Fact]
    public void A_number_as_id_is_given_back() => Assert.Equal("12", BatchRequestParser.Parse("""{"id":12,"text":"x"}""").Id);

    [Theory]
    [InlineData("nonsense", "JSON object")]
    [InlineData("[1]", "JSON object")]
    [InlineData("""{"id":"1"}""", "'text'")]
    [InlineData("""{"text":5}""", "'text' is not a string")]
    [InlineData("""{"text":"x","now":"soon"}""", "'now'")]
    [InlineData("""{"text":"x","from":"2024-13-01"}""", "'from'")]
    [InlineData("""{"text":"x","from":"2024-02-01","to":"2024-01-01"}""", "'from' is after 'to'")]
    public void What_is_wrong_is_said_with_the_field(string line, string problem)
    {
        var parsed = BatchRequestParser.Parse(line);
        Assert.Null(parsed.Call);
        Assert.Contains(problem, parsed.Problem, StringComparison.Ordinal);
    }
}
