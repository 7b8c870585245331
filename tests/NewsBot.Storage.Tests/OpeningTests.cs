using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Storage.Tests.Support;
using static NewsBot.Storage.Tests.Support.TestArticles;

namespace NewsBot.Storage.Tests;

public sealed class OpeningTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_a_failure_in_words()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "");
        Assert.Equal($"The data folder {file}/data cannot be created.", await FailureAsync(file + "/data"));
    }

    [Fact]
    public async Task A_store_that_is_no_database_is_a_failure_and_is_left_alone()
    {
        await File.WriteAllTextAsync(_folder.Store, string.Concat(Enumerable.Repeat("This is no database. ", 100)));
        Assert.Contains("is damaged or is no store", await FailureAsync(_folder.Path), StringComparison.Ordinal);
        Assert.StartsWith("This is no database.", await File.ReadAllTextAsync(_folder.Store), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused()
    {
        (await TestCorpus.OpenAsync(_folder)).Dispose();
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.Store};Pooling=False"))
        {
            connection.Open();
            var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('9999-of-tomorrow.sql', '2030-01-01')";
            command.ExecuteNonQuery();
        }

        Assert.Contains("newer version", await FailureAsync(_folder.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_opening_lets_go_of_the_folder()
    {
        await File.WriteAllTextAsync(_folder.Store, string.Concat(Enumerable.Repeat("This is no database. ", 100)));
        await FailureAsync(_folder.Path);
        File.Delete(_folder.Store);
        using var corpus = await TestCorpus.OpenAsync(_folder);
    }

    [Fact]
    public async Task Nothing_is_written_to_the_console_and_migrations_are_logged()
    {
        var log = new ListLogger();
        using var console = new StringWriter();
        var before = Console.Out;
        Console.SetOut(console);
        try
        {
            (await CorpusStore.OpenAsync(_folder.Path, TestCorpus.Time, log, CancellationToken.None)).Corpus!.Dispose();
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.Equal("", console.ToString());
        Assert.Contains(log.Lines, line => line.Contains("0001-articles.sql", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_size_on_disk_counts_store_and_index()
    {
        using var corpus = await TestCorpus.OpenAsync(_folder);
        var empty = corpus.SizeOnDisk();
        await corpus.PutAsync([.. Enumerable.Range(0, 50).Select(n => Article($"a{n}", string.Join(' ', Enumerable.Range(0, 200).Select(w => $"word{n}x{w}"))))]);
        Assert.True(corpus.SizeOnDisk() > empty + 50_000);
    }

    private static async Task<string> FailureAsync(string folder)
    {
        var result = await CorpusStore.OpenAsync(folder, TestCorpus.Time, NullLoggerFactory.Instance, CancellationToken.None);
        Assert.Null(result.Corpus);
        return result.Failure!;
    }

    private sealed class ListLogger : ILoggerFactory, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
