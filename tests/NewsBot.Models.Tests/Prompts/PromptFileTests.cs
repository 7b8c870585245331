using NewsBot.Models.Prompts;

namespace NewsBot.Models.Tests.Prompts;

public sealed class PromptFileTests : IDisposable
{
    private const string Template = "<message role=\"system\">Rules.</message>\n<message role=\"user\">\n{{$question}}\n{{$evidence}}\n</message>\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("newsbot-").FullName;

    public PromptFileTests()
    {
        foreach (var file in Directory.EnumerateFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "prompts");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string file, string content) => File.WriteAllText(Path.Combine(_folder, file), content);

    [Fact]
    public void The_shipped_prompts_are_good()
    {
        var (library, problem) = PromptLibrary.Open(Shipped);
        Assert.Null(problem);
        Assert.All(PromptNames.All, name => Assert.Equal(name, library![name].Name));
    }

    [Theory]
    [InlineData("ask/skprompt.txt", Template, null)]
    [InlineData("ask/skprompt.txt", "<message role=\"system\">Rules.</message>\n<message role=\"user\">\n{{$question}}\n{{$evidance}}\n</message>", "skprompt.txt(4): there is no variable $evidance")]
    [InlineData("ask/skprompt.txt", "<message role=\"system\">Rules.</message>\n<message role=\"user\">{{$question}}</message>", "the variable $evidence must be used")]
    [InlineData("ask/skprompt.txt", "<message role=\"system\">Rules.</message>\n<message role=\"user\">\n{{$question}}{{$evidence}\n</message>", "skprompt.txt(3): double braces that are not closed")]
    [InlineData("ask/skprompt.txt", "<message role=\"system\">\n{{time.now}}</message><message role=\"user\">{{$question}}{{$evidence}}</message>", "skprompt.txt(2): only variables")]
    [InlineData("ask/skprompt.txt", "<message role=\"system\">Rules.</message>\n<message role=\"user\">{{$question}}{{$evidence}}", "skprompt.txt(2): the messages are not well-formed")]
    [InlineData("ask/skprompt.txt", "{{$question}}\n{{$evidence}}", "skprompt.txt(1): text outside of a message")]
    [InlineData("ask/skprompt.txt", "<message role=\"user\">{{$question}}{{$evidence}}</message>", "skprompt.txt(1): there must be a message of the role system")]
    [InlineData("timeline/config.json", "{\n \"schema\": 1,\n oops\n}", "config.json(3): not valid JSON")]
    public void What_is_wrong_with_a_prompt_is_said_with_file_and_line(string file, string content, string? expected)
    {
        Write(file, content);
        var (library, problem) = PromptLibrary.Open(_folder);
        Assert.Equal(expected is null, library is not null);
        Assert.Contains(expected ?? "", problem ?? "", StringComparison.Ordinal);
        if (expected is not null)
            Assert.Contains(file, problem!.Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_prompt_is_named()
    {
        Directory.Delete(Path.Combine(_folder, "plan"), recursive: true);
        Assert.Contains("plan", PromptLibrary.Open(_folder).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void When_prompts_are_read_again_a_broken_one_leaves_the_last_good_one()
    {
        var library = PromptLibrary.Open(_folder).Library!;
        var before = library["ask"];
        Write("ask/skprompt.txt", "{{$question");
        Write("when/skprompt.txt", Template);
        var old = library["when"];
        var problem = Assert.Single(library.Reload());
        Assert.Contains("skprompt.txt(1)", problem, StringComparison.Ordinal);
        Assert.Same(before, library["ask"]);
        Assert.NotSame(old, library["when"]);
        Write("ask/skprompt.txt", Template);
        Assert.Empty(library.Reload());
        Assert.NotSame(before, library["ask"]);
    }
}
