using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Corpus;
using NewsBot.Sources.Files;

namespace NewsBot.Sources.Tests.Fixtures;

/// <summary>A real folder of source files that is gone after the test.</summary>
public sealed class SourceFolder : IDisposable
{
    public SourceFolder() => Path = Directory.CreateTempSubdirectory("newsbot-sources-").FullName;

    public string Path { get; }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = At(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public Task<IReadOnlyList<SourceItem>> ReadAsync(FileSourceOptions? options = null) => ReadAsync([Path], options);

    public static async Task<IReadOnlyList<SourceItem>> ReadAsync(IReadOnlyList<string> sources, FileSourceOptions? options = null)
    {
        var items = new List<SourceItem>();
        await foreach (var item in new FileSourceReader(options ?? new FileSourceOptions()).ReadAsync(sources, CancellationToken.None))
            items.Add(item);
        return items;
    }

    /// <summary>Writes one file and reads the one article that is in it.</summary>
    public async Task<Article> ArticleAsync(string name, string content)
    {
        var item = Assert.Single(await ReadAsync([Write(name, content)]));
        Assert.True(item.Failure is null, item.Failure?.ToString());
        return item.Article!;
    }

    /// <summary>Writes one file and reads the one failure that it gives.</summary>
    public async Task<SourceFailure> FailureAsync(string name, byte[] content, FileSourceOptions? options = null)
    {
        var item = Assert.Single(await ReadAsync([Write(name, content)], options));
        Assert.Null(item.Article);
        return item.Failure!;
    }

    public Task<SourceFailure> FailureAsync(string name, string content, FileSourceOptions? options = null) =>
        FailureAsync(name, Encoding.UTF8.GetBytes(content), options);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
