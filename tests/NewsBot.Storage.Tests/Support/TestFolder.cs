namespace NewsBot.Storage.Tests.Support;

/// <summary>A data folder of its own for one test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("newsbot-storage-").FullName;

    public string Store => System.IO.Path.Combine(Path, "articles.db");

    public string Index => System.IO.Path.Combine(Path, "index");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
