using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Gateway;

namespace NewsBot.FakeDiscord.Tests;

/// <summary>The server as a program, in a process of its own.</summary>
public sealed class ProgramTests
{
    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(FakeDiscordServer).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    [Fact]
    public async Task It_prints_where_a_bot_finds_it_serves_the_page_and_ends_when_told()
    {
        using var program = Start("0");
        var settings = new Dictionary<string, string>();
        while (settings.Count < 2 && await program.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("export ", StringComparison.Ordinal) && line["export ".Length..].Split('=', 2) is [var name, var value])
                settings[name] = value;
        }

        Assert.Equal(["NewsBot__Discord__ApiBaseUrl", "NewsBot__Discord__Token"], settings.Keys.Order(StringComparer.Ordinal));
        var api = new Uri(settings["NewsBot__Discord__ApiBaseUrl"]);
        using var http = new HttpClient();
        Assert.Contains("EventSource", await http.GetStringAsync(new Uri(api, "/")), StringComparison.Ordinal);
        Assert.Contains("Newsroom", await http.GetStringAsync(new Uri(api, "/page/state")), StringComparison.Ordinal);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://bot.example, 1)");
        var address = JsonNode.Parse(await http.GetStringAsync(new Uri(api + "/gateway")))!["url"]!.GetValue<string>();
        using (var gateway = await Support.RawGateway.OpenAsync(address))
        {
            await gateway.IdentifyAsync(settings["NewsBot__Discord__Token"], (int)(Intents.Guilds | Intents.DirectMessages));
            await gateway.EventAsync("READY");
        }

        if (OperatingSystem.IsWindows())
        {
            program.Kill();
            return;
        }

        Assert.Equal(0, Kill(program.Id, 15));
        await program.WaitForExitAsync();
        Assert.Equal(0, program.ExitCode);
    }

    [Fact]
    public async Task A_port_that_is_none_or_taken_is_told_in_one_line()
    {
        using var wrong = Start("north");
        Assert.StartsWith("'north' is not a port.", await wrong.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        await wrong.WaitForExitAsync();
        Assert.Equal(1, wrong.ExitCode);

        await using var server = await FakeDiscordServer.StartAsync();
        using var taken = Start(new Uri(server.HttpUrl).Port.ToString());
        Assert.StartsWith("Port ", await taken.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        await taken.WaitForExitAsync();
        Assert.Equal(1, taken.ExitCode);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);
}
