using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Core.Corpus;
using NewsBot.Storage.Backups;
using NewsBot.Storage.Tests.Support;
using static NewsBot.Storage.Tests.Support.TestArticles;

namespace NewsBot.Storage.Tests.Backups;

public sealed class BackupTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestFolder _elsewhere = new();

    private string BackupFile => Path.Combine(_elsewhere.Path, "newsbot.backup");

    private string Target => Path.Combine(_elsewhere.Path, "data");

    public void Dispose()
    {
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task A_backup_of_a_folder_in_use_gives_the_same_revision_and_ranking()
    {
        using var corpus = await TestCorpus.OpenAsync(_folder);
        await CommitAsync(corpus, 3);
        var expected = Rank(corpus);
        using var reading = corpus.Acquire();
        await using (var update = await corpus.BeginUpdateAsync(CancellationToken.None))
        {
            await update.PutAsync(Article("half", "A harbour half done."), CancellationToken.None);
            Assert.Equal(new BackupResult(3, 30, new FileInfo(await BackUpAsync()).Length, null), await RunAsync());
        }

        Assert.Equal((3L, 30), Facts(await RestoreAsync()));
        using var restored = await TestCorpus.OpenAsync(Target);
        using var snapshot = restored.Acquire();
        Assert.Equal(3, snapshot.Revision);
        Assert.Equal(expected, Rank(restored));
        Assert.Equal("Ann", Assert.Single(await restored.Reloads.LatestAsync(10, CancellationToken.None)).StartedBy);
    }

    [Fact]
    public async Task A_folder_that_nobody_uses_is_backed_up_too_with_all_of_its_state_and_nothing_else()
    {
        using (var corpus = await TestCorpus.OpenAsync(_folder))
            await CommitAsync(corpus, 1);
        await using (var other = new SqliteConnection($"Data Source={_folder.Path}/other.db;Pooling=False"))
        {
            other.Open();
            var command = other.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (42)";
            await command.ExecuteNonQueryAsync();
            Directory.CreateDirectory(Path.Combine(_folder.Path, "sources"));
            await File.WriteAllTextAsync(Path.Combine(_folder.Path, "sources", "state.json"), "{}");
            await BackUpAsync(); // While the other database has its write-ahead log.
        }

        using (var zip = ZipFile.OpenRead(BackupFile))
            Assert.Equal(["articles.db", "manifest.json", "other.db", "sources/state.json"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        await RestoreAsync();
        Assert.Equal("{}", await File.ReadAllTextAsync(Path.Combine(Target, "sources", "state.json")));
        await using var copied = new SqliteConnection($"Data Source={Target}/other.db;Pooling=False");
        copied.Open();
        var count = copied.CreateCommand();
        count.CommandText = "SELECT a FROM t";
        Assert.Equal(42L, await count.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_restored_archive_goes_on_with_reloads_and_its_last_one_can_be_undone()
    {
        using (var corpus = await TestCorpus.OpenAsync(_folder))
            await CommitAsync(corpus, 2);
        await BackUpAsync();
        await RestoreAsync();
        using var restored = await TestCorpus.OpenAsync(Target);
        var reloader = new Reloader(new ListReader(), restored, TestCorpus.Time);
        Assert.Equal((3L, 10), ((await reloader.UndoAsync("Ann", CancellationToken.None)).Report!.Revision, Rank(restored).Count));
        Assert.Equal(4, await restored.PutAsync(Article("new", "A new harbour.")));
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_is_replaced_only_by_force_and_never_while_it_is_in_use()
    {
        using (var corpus = await TestCorpus.OpenAsync(_folder))
            await CommitAsync(corpus, 1);
        await BackUpAsync();
        using (var inUse = await TestCorpus.OpenAsync(Target))
        {
            await inUse.PutAsync(Article("other", "Another archive."));
            Assert.Equal($"The data folder {Target} is not empty; --force replaces what it has.", (await RestoreAsync()).Failure);
            Assert.Equal($"The data folder {Target} is in use by process {Environment.ProcessId}.", (await RestoreAsync(force: true)).Failure);
            Assert.Equal(["other"], inUse.Find("archive"));
        }

        Assert.Null((await RestoreAsync(force: true)).Failure);
        using var restored = await TestCorpus.OpenAsync(Target);
        Assert.Empty(restored.Find("archive"));
        Assert.Equal(10, Rank(restored).Count);
        Assert.Equal([Target], Directory.GetDirectories(_elsewhere.Path));
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_wherever_it_is_damaged_and_the_folder_stays()
    {
        using (var corpus = await TestCorpus.OpenAsync(_folder))
            await CommitAsync(corpus, 1);
        var whole = await File.ReadAllBytesAsync(await BackUpAsync());
        for (var part = 1; part < 20; part++)
        {
            var damaged = (byte[])whole.Clone();
            damaged.AsSpan(whole.Length * part / 20, 8).Fill(0xA5);
            await File.WriteAllBytesAsync(BackupFile, damaged);
            var result = await RestoreAsync();
            Assert.StartsWith(BackupFile + " is ", result.Failure, StringComparison.Ordinal);
            Assert.False(Directory.Exists(Target));
        }

        await File.WriteAllBytesAsync(BackupFile, whole[..(whole.Length / 2)]);
        Assert.Equal($"{BackupFile} is damaged, or is no backup of NewsBot.", (await RestoreAsync()).Failure);
        File.Delete(BackupFile);
        Assert.Equal($"{BackupFile} does not exist.", (await RestoreAsync()).Failure);
        Assert.Empty(Directory.GetFileSystemEntries(_elsewhere.Path));
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("/tmp/newsbot-evil.txt")]
    public async Task A_backup_that_would_write_outside_its_folder_is_refused(string path)
    {
        using (var corpus = await TestCorpus.OpenAsync(_folder))
            await CommitAsync(corpus, 1);
        await BackUpAsync();
        using (var zip = ZipFile.Open(BackupFile, ZipArchiveMode.Update))
        {
            string manifest;
            using (var reader = new StreamReader(zip.GetEntry("manifest.json")!.Open()))
                manifest = await reader.ReadToEndAsync();
            var evil = Encoding.UTF8.GetBytes("evil");
            await using (var entry = zip.CreateEntry(path).Open())
                await entry.WriteAsync(evil);
            zip.GetEntry("manifest.json")!.Delete();
            await using var writer = new StreamWriter(zip.CreateEntry("manifest.json").Open());
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(evil));
            await writer.WriteAsync(manifest.Replace("\"files\": [", $"\"files\": [{{\"path\":\"{path}\",\"bytes\":4,\"sha256\":\"{hash}\"}},", StringComparison.Ordinal));
        }

        Assert.Equal($"{BackupFile} is damaged: {path} is not what was backed up.", (await RestoreAsync()).Failure);
        Assert.False(File.Exists(Path.Combine(_elsewhere.Path, "evil.txt")));
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public async Task Only_an_earlier_backup_is_replaced_and_none_is_made_inside_the_data_folder()
    {
        using (var corpus = await TestCorpus.OpenAsync(_folder))
            await CommitAsync(corpus, 1);
        await File.WriteAllTextAsync(BackupFile, "Something dear to somebody.");
        Assert.Equal($"{BackupFile} exists and is no backup; it is left alone.", (await RunAsync()).Failure);
        Assert.Equal("Something dear to somebody.", await File.ReadAllTextAsync(BackupFile));
        File.Delete(BackupFile);
        await BackUpAsync();
        await BackUpAsync();
        var inside = Path.Combine(_folder.Path, "backup.zip");
        Assert.Equal($"{inside} lies in the data folder; a backup has to lie elsewhere.", (await Backup.WriteAsync(_folder.Path, inside, TestCorpus.Time, CancellationToken.None)).Failure);
        Assert.Equal($"The data folder {_elsewhere.Path} has no store to back up.", (await Backup.WriteAsync(_elsewhere.Path, inside, TestCorpus.Time, CancellationToken.None)).Failure);
    }

    private static async Task CommitAsync(ICorpus corpus, int revisions)
    {
        var sources = new ListReader();
        var reloader = new Reloader(sources, corpus, TestCorpus.Time);
        for (var n = 1; n <= revisions; n++)
        {
            sources.Has([.. Enumerable.Range(0, n * 10).Select(i => Plain($"b{i}", $"Storm {i} closed the harbour for {i} days, and the ships of the harbour company wait."))]);
            if (n == revisions)
                await reloader.ReloadAsync(new ReloadRequest([], "Ann"), null, CancellationToken.None);
            else
                await corpus.PutAsync([.. sources.Items.Select(item => Core.Articles.ArticleAnalyzer.Analyze(item.Article!))]);
        }
    }

    private static IReadOnlyList<PassageHit> Rank(ICorpus corpus)
    {
        using var snapshot = corpus.Acquire();
        return snapshot.SearchPassages(TestCorpus.Query("harbour storm ships wait 7"), 100);
    }

    private static (long Revision, int Articles) Facts(BackupResult result) => (result.Revision, result.Articles);

    private Task<BackupResult> RunAsync() => Backup.WriteAsync(_folder.Path, BackupFile, TestCorpus.Time, CancellationToken.None);

    private async Task<string> BackUpAsync()
    {
        Assert.Null((await RunAsync()).Failure);
        return BackupFile;
    }

    private Task<BackupResult> RestoreAsync(bool force = false) =>
        Restore.RunAsync(BackupFile, Target, force, TestCorpus.Time, NullLoggerFactory.Instance, CancellationToken.None);
}
