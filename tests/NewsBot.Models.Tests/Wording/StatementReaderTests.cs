using System.Text.Json;
using FsCheck.Xunit;
using NewsBot.Models.Wording;

namespace NewsBot.Models.Tests.Wording;

public sealed class StatementReaderTests
{
    private const string Good = """{"statements": [{"text": "The bridge is closed.", "evidence": [1, 2]}, {"text": "It opens in May.", "evidence": [3]}]}""";

    private static IEnumerable<string> Texts(string text) => StatementReader.Read(text).Select(statement => statement.Text);

    [Theory]
    [InlineData(Good)]
    [InlineData("Sure, here you are:\n```json\n" + Good + "\n```\nAnything else?")]
    [InlineData("""[{"text": "The bridge is closed.", "evidence": [1, 2],}, {"text": "It opens in May.", "evidence": ["3"],},]""")]
    [InlineData("""{"answer": {"statements": [{"evidence": [1, 2], "text": "The bridge is closed."}, {"evidence": 3, "text": "It opens in May."}]}}""")]
    public void Statements_are_found_in_whatever_stands_around_them(string text)
    {
        var statements = StatementReader.Read(text);
        Assert.Equal(["The bridge is closed.", "It opens in May."], statements.Select(statement => statement.Text));
        Assert.Equal([1, 2], statements[0].Evidence);
        Assert.Equal([3], statements[1].Evidence);
    }

    [Fact]
    public void Of_an_answer_that_was_cut_the_complete_statements_are_read()
    {
        var first = Good.IndexOf('}', StringComparison.Ordinal);
        for (var length = 0; length <= Good.Length; length++)
            Assert.Equal(length <= first ? 0 : length < Good.Length - 2 ? 1 : 2, Texts(Good[..length]).Count());
    }

    [Fact]
    public void Braces_and_quotes_inside_a_text_are_text()
    {
        var text = "He said \"{no}\" and \\ left.";
        Assert.Equal([text], Texts(JsonSerializer.Serialize(new { statements = new[] { new { text, evidence = new[] { 1 } } } })));
    }

    [Theory]
    [InlineData("The bridge is closed [3].", "The bridge is closed.")]
    [InlineData("The bridge is closed.[1][2, 3] 【4†source】", "The bridge is closed.")]
    [InlineData("**The bridge** is\n\n`closed`.", "The bridge is closed.")]
    [InlineData("- The bridge is closed.", "The bridge is closed.")]
    public void Citation_numbers_and_markup_of_a_model_are_taken_out(string written, string read) =>
        Assert.Equal([read], Texts(JsonSerializer.Serialize(new { text = written, evidence = new[] { 1 } })));

    [Theory]
    [InlineData("")]
    [InlineData("The bridge is closed.")]
    [InlineData("null")]
    [InlineData("{\"statements\": []}")]
    [InlineData("{\"text\": 5, \"evidence\": [1]}")]
    [InlineData("{\"text\": \"No evidence is named.\"}")]
    [InlineData("}}}{{{\"\"\"")]
    public void What_states_nothing_gives_nothing(string text) => Assert.Empty(StatementReader.Read(text));

    [Fact]
    public void Sizes_are_bounded()
    {
        var many = JsonSerializer.Serialize(new { statements = Enumerable.Range(1, 500).Select(i => new { text = $"Sentence {i}.", evidence = Enumerable.Range(1, 500) }) });
        var statements = StatementReader.Read(many);
        Assert.Equal(StatementReader.MostStatements, statements.Count);
        Assert.All(statements, statement => Assert.True(statement.Evidence.Count <= 12));
        Assert.Empty(StatementReader.Read(JsonSerializer.Serialize(new { text = new string('a', 5000), evidence = new[] { 1 } })));
        Assert.Empty(StatementReader.Read(new string('{', 100_000)));
    }

    [Property(MaxTest = 300)]
    public void Any_text_is_read_without_failing(string text, int cut)
    {
        foreach (var input in (string[])[text ?? "", Good.Insert(Math.Abs(cut % Good.Length), text ?? ""), Good[Math.Abs(cut % Good.Length)..] + text])
            Assert.All(StatementReader.Read(input), statement => Assert.NotEmpty(statement.Text));
    }
}
