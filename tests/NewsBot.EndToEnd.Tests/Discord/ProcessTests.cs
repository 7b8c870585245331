using System.Diagnostics;
using System.Globalization;
using NewsBot.EndToEnd.Tests.Discord.Support;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeDiscord.Scripting;

namespace NewsBot.EndToEnd.Tests.Discord;

/// <summary>The program as a process of its own with a token.</summary>
[Collection(DiscordTests.Name)]
public sealed class ProcessTests(SeededBot seeds)
{
    [Fact]
    public async Task A_wrong_token_ends_the_process_with_one_line_a_code_and_no_secret()
    {
        await using var room = await Newsroom.OpenAsync(seeds);
        using var process = Start(room, "wrong.token-that-nobody-may-see");
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(1, process.ExitCode);
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("does not accept the bot's token", line, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody-may-see", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_cannot_be_is_named_in_one_line()
    {
        await using var room = await Newsroom.OpenAsync(seeds);
        using var process = Start(room, "Bot " + room.Discord.Token);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("Token", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain(room.Discord.Token, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_with_a_token_serves_and_a_signal_ends_it_in_order()
    {
        await using var room = await Newsroom.OpenAsync(seeds);
        using var process = Start(room, room.Discord.Token);
        var error = process.StandardError.ReadToEndAsync();
        await room.Discord.WaitUntilReadyAsync();
        await room.Discord.WaitUntilAsync(() => room.Discord.RegisteredCommands().Count > 0, "the commands");
        var asked = room.Ana.Runs(room.General, "whosaid", ("text", "multipolar world"));
        Assert.Contains("Alexander Lukashenko", (await asked.WaitForAnswerAsync()).Text, StringComparison.Ordinal);

        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        Assert.Equal(1000, room.Discord.Connections[^1].ClientCloseCode);
        Assert.Equal(0, process.ExitCode);
        var written = await error;
        Assert.DoesNotContain(room.Discord.Token, written, StringComparison.Ordinal);
        Assert.DoesNotContain(asked.Token, written, StringComparison.Ordinal);
        Assert.Equal("", written);
        room.AssertGoodConduct();
    }

    private static Process Start(Newsroom room, string token)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "NewsBot.dll"), "--data", room.DataFolder, "--sources", SeededBot.Seeds })
            start.ArgumentList.Add(argument);
        start.Environment["NewsBot__Discord__Token"] = token;
        start.Environment["NewsBot__Discord__ApiBaseUrl"] = room.Discord.ApiBaseUrl;
        start.Environment["NewsBot__Discord__LeaseFolder"] = room.LeaseFolder;
        return Process.Start(start)!;
    }
}
