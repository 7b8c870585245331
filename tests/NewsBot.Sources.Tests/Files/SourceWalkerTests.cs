using NewsBot.Core.Corpus;
using NewsBot.Sources.Tests.Fixtures;

namespace NewsBot.Sources.Tests.Files;

public sealed class SourceWalkerTests : IDisposable
{
    private readonly SourceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Story(string title) => $"date 2024-01-02 LUTMERE, January 2. /Wire/. {title} happened in town today.";

    private static IEnumerable<string> Titles(IEnumerable<SourceItem> items) => items.Select(item => item.Article!.Title.Split(' ')[0]);

    [Fact]
    public async Task A_folder_is_read_with_all_below_it_in_the_order_of_the_names()
    {
        _folder.Write("b.txt", Story("Second"));
        _folder.Write("c/deep/er.txt", Story("Fourth"));
        _folder.Write("a.txt", Story("First"));
        _folder.Write("c/a.txt", Story("Third"));
        _folder.Write("z.txt", Story("Fifth"));

        Assert.Equal(["First", "Second", "Third", "Fourth", "Fifth"], Titles(await _folder.ReadAsync()));
    }

    [Fact]
    public async Task Hidden_files_hidden_folders_and_unknown_formats_in_a_folder_are_passed_over()
    {
        _folder.Write("a.txt", Story("Seen"));
        _folder.Write(".b.txt", Story("Hidden"));
        _folder.Write(".git/c.txt", Story("Hidden"));
        _folder.Write("picture.png", [0x89, 0x50, 0x4e, 0x47, 0]);
        _folder.Write("README", "no article");

        Assert.Equal(["Seen"], Titles(await _folder.ReadAsync()));
    }

    [Fact]
    public async Task A_file_of_unknown_format_that_is_named_is_a_failure()
    {
        var failure = await _folder.FailureAsync("story.docx", "text");

        Assert.Equal("has an extension that is not .txt, .md, .jsonl or .json", failure.Reason);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("nowhere.txt")]
    public async Task A_source_that_does_not_exist_is_a_failure_and_the_others_are_read(string name)
    {
        var items = await SourceFolder.ReadAsync([_folder.At(name), _folder.Write("a.txt", Story("Seen"))]);

        Assert.Equal($"{_folder.At(name)}: does not exist", items[0].Failure!.ToString());
        Assert.Equal(["Seen"], Titles(items.Skip(1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public async Task What_is_no_path_is_a_failure(string path)
    {
        Assert.Equal("is not a path", Assert.Single(await SourceFolder.ReadAsync([path])).Failure!.Reason);
    }

    [Fact]
    public async Task A_loop_of_links_ends_and_reads_every_file_once()
    {
        _folder.Write("a/one.txt", Story("One"));
        _folder.Write("b/two.txt", Story("Two"));
        Directory.CreateSymbolicLink(_folder.At("a/up"), _folder.Path);
        Directory.CreateSymbolicLink(_folder.At("b/a"), _folder.At("a"));
        Directory.CreateSymbolicLink(_folder.At("self"), _folder.At("self"));

        Assert.Equal(["One", "Two"], Titles(await _folder.ReadAsync()).Order());
    }

    [Fact]
    public async Task A_link_to_a_file_outside_is_followed()
    {
        using var outside = new SourceFolder();
        File.CreateSymbolicLink(_folder.At("link.txt"), outside.Write("far.txt", Story("Far")));

        Assert.Equal(["Far"], Titles(await _folder.ReadAsync()));
    }

    [Fact]
    public async Task A_link_to_nothing_is_a_failure()
    {
        File.CreateSymbolicLink(_folder.At("broken.txt"), _folder.At("gone.txt"));

        Assert.Equal("does not exist", Assert.Single(await _folder.ReadAsync()).Failure!.Reason);
    }

    [Fact]
    public async Task A_relative_path_names_the_same_article_as_the_full_one()
    {
        _folder.Write("a.txt", Story("Same"));

        var relative = Assert.Single(await SourceFolder.ReadAsync([Path.GetRelativePath(Environment.CurrentDirectory, _folder.Path)])).Article!;
        var full = Assert.Single(await _folder.ReadAsync()).Article!;

        Assert.Equal((full.Id, full.Origin), (relative.Id, relative.Origin));
    }

    [Fact]
    public async Task A_folder_and_a_file_in_it_named_both_give_the_file_once()
    {
        var file = _folder.Write("a.txt", Story("Once"));

        Assert.Single(await SourceFolder.ReadAsync([_folder.Path, file, _folder.Path + "/"]));
    }

    [Fact]
    public async Task A_pipe_does_not_block_the_reading()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var process = System.Diagnostics.Process.Start("mkfifo", _folder.At("pipe.txt"));
        await process.WaitForExitAsync();

        Assert.Equal("is empty", Assert.Single(await _folder.ReadAsync()).Failure!.Reason);
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_is_a_failure()
    {
        var file = _folder.Write("locked.txt", Story("Locked"));
        using var locked = new FileStream(file, FileMode.Open, System.IO.FileAccess.ReadWrite, FileShare.None);

        Assert.Equal("cannot be read", Assert.Single(await _folder.ReadAsync()).Failure!.Reason);
    }
}
