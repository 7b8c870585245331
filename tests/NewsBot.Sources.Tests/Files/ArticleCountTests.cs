using NewsBot.Sources.Files;

namespace NewsBot.Sources.Tests.Files;

public sealed class ArticleCountTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newsbot-count-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Files_count_one_and_lines_count_one_whether_or_not_the_last_one_ends()
    {
        Write("a.txt", "date 2024-05-01\nA text.\nOf three lines.");
        Write("b.jsonl", "{}\n{}\n{}");
        Write("c.ndjson", "{}\n{}\n");
        Assert.Equal(6, await CountAsync());
    }

    [Fact]
    public async Task Arrays_and_what_is_not_there_have_no_count_of_their_own()
    {
        Assert.Equal(1, await new FileSourceReader(new FileSourceOptions()).CountAsync([Path.Combine(_folder, "none.txt")], CancellationToken.None));
        Write("a.json", "[{}, {}]");
        Assert.Null(await CountAsync());
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), content);

    private Task<int?> CountAsync() => new FileSourceReader(new FileSourceOptions()).CountAsync([_folder], CancellationToken.None);
}
