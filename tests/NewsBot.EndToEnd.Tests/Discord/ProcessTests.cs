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

        await TerminateAsync(process);
        Assert.Equal(1000, room.Discord.Connections[^1].ClientCloseCode);
        Assert.Equal(0, process.ExitCode);
        var written = await error;
        Assert.DoesNotContain(room.Discord.Token, written, StringComparison.Ordinal);
        Assert.DoesNotContain(asked.Token, written, StringComparison.Ordinal);
        Assert.Equal("", written);
        room.AssertGoodConduct();
    }

    [Fact]
    public async Task Metrics_and_traces_go_to_the_configured_collector_without_any_text_id_or_token()
    {
        await using var room = await Newsroom.OpenAsync(seeds);
        await using var collector = await OtlpReceiver.StartAsync();
        using var process = Start(room, room.Discord.Token, ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        _ = process.StandardError.ReadToEndAsync();
        await room.Discord.WaitUntilReadyAsync();
        await room.Discord.WaitUntilAsync(() => room.Discord.RegisteredCommands().Count > 0, "the commands");
        var asked = room.Ana.Runs(room.General, "whosaid", ("text", "multipolar world"));
        await asked.WaitForAnswerAsync();
        var direct = room.Ana.SaysDirectly("what is the capital of Atlantis?");
        await direct.Channel.WaitForBotAsync(direct);
        await TerminateAsync(process); // Which sends what is left.

        var (metrics, traces) = (collector.Received("/v1/metrics"), collector.Received("/v1/traces"));
        foreach (var name in (string[])["newsbot.questions", "newsbot.question.duration", "newsbot.engine.duration", "newsbot.queue.length", "newsbot.gateway.ready", "newsbot.requests.refused", "discord.request.duration"])
            Assert.Contains(name, metrics, StringComparison.Ordinal);
        foreach (var value in (string[])["whosaid", "answered", "declined"])
            Assert.Contains(value, metrics, StringComparison.Ordinal);
        foreach (var span in (string[])["question", "engine", "deliver", "PATCH webhooks/{id}/{token}/messages/@original"])
            Assert.Contains(span, traces, StringComparison.Ordinal);
        foreach (var secret in (string[])["multipolar", "Atlantis", asked.Token, room.Discord.Token, room.Ana.Id.ToString(CultureInfo.InvariantCulture)])
        {
            Assert.DoesNotContain(secret, metrics, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, traces, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_address_for_metrics_that_is_none_is_named_in_one_line()
    {
        await using var room = await Newsroom.OpenAsync(seeds);
        using var process = Start(room, room.Discord.Token, ("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317"));
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("OTEL_EXPORTER_OTLP_ENDPOINT", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static async Task TerminateAsync(Process process)
    {
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    private static Process Start(Newsroom room, string token, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "NewsBot.dll"), "--data", room.DataFolder, "--sources", SeededBot.Seeds })
            start.ArgumentList.Add(argument);
        start.Environment["NewsBot__Discord__Token"] = token;
        start.Environment["NewsBot__Discord__ApiBaseUrl"] = room.Discord.ApiBaseUrl;
        start.Environment["NewsBot__Discord__LeaseFolder"] = room.LeaseFolder;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
