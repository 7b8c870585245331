using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using NewsBot.Composition;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.Mcp;

namespace NewsBot.EndToEnd.Tests.Mcp;

/// <summary>The tools as another assistant meets them, through the protocol's own client.</summary>
public sealed class McpTests(SeededBot seeds) : IClassFixture<SeededBot>
{
    private const string Key = "a key of sixteen characters or more";

    private static async Task<(JsonElement Answer, bool IsError)> CallAsync(McpClient client, string tool, object arguments)
    {
        var values = JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(property => property.Name, object? (property) => property.Value);
        var result = await client.CallToolAsync(tool, values);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        return (result.IsError == true && !text.StartsWith('{') ? default : JsonDocument.Parse(text).RootElement, result.IsError == true);
    }

    [Fact]
    public async Task Over_standard_input_and_output_the_tools_answer_with_citations()
    {
        using var copy = new TemporaryFolder();
        seeds.CopyData(copy.Path);
        await using var client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Path.Combine(AppContext.BaseDirectory, "NewsBot.dll"), "mcp", "--data", copy.Path],
            WorkingDirectory = Path.GetTempPath(),
        }));
        Assert.Equal("newsbot", client.ServerInfo?.Name);
        var tools = await client.ListToolsAsync();
        Assert.Equal(["check_quote", "said", "search", "summary", "timeline", "when", "who_said"], tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.NotEmpty(tool.Description));

        var (said, _) = await CallAsync(client, "who_said", new { text = "multipolar world" });
        Assert.Equal("answered", said.GetProperty("status").GetString());
        Assert.Equal("Alexander Lukashenko", said.GetProperty("speaker").GetString());
        Assert.Equal("TASS", said.GetProperty("citations")[0].GetProperty("source").GetString());

        var (found, _) = await CallAsync(client, "search", new { text = "Lake Vessen treaty", source = "Fiction Wire", from = "2023-10-01", to = "2023-10-31" });
        Assert.All(found.GetProperty("citations").EnumerateArray(), citation => Assert.StartsWith("2023-10", citation.GetProperty("published").GetString(), StringComparison.Ordinal));
        Assert.NotEqual(0, found.GetProperty("citations").GetArrayLength());

        var (none, declined) = await CallAsync(client, "when", new { text = "the coronation of the king of Atlantis" });
        Assert.Equal("declined", none.GetProperty("status").GetString());
        Assert.False(declined);

        foreach (var tool in tools)
            Assert.NotEqual("error", (await CallAsync(client, tool.Name, new { text = "Lukashenko" })).Answer.GetProperty("status").GetString());
        Assert.True((await CallAsync(client, "search", new { text = "" })).IsError);
        Assert.True((await CallAsync(client, "search", new { text = "x", from = "yesterday" })).IsError);
    }

    [Fact]
    public async Task Over_HTTP_only_who_has_the_key_is_served()
    {
        using var copy = new TemporaryFolder();
        seeds.CopyData(copy.Path);
        var port = FreePort();
        using var stop = new CancellationTokenSource();
        await using var bot = await Bot.OpenAsync(copy.Path, [], Refresh.WhenNeeded, CancellationToken.None, (services, _, _) => services.AddMcpOverHttp(
            new ConfigurationBuilder().AddInMemoryCollection([new("NewsBot:Mcp:HttpPort", $"{port}"), new("NewsBot:Mcp:Key", Key)]).Build()));
        var running = bot!.RunAsync(stop.Token);
        var address = new Uri($"http://127.0.0.1:{port}/mcp");
        HttpClientTransport Transport(string? key) => new(new HttpClientTransportOptions
        {
            Endpoint = address,
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = key is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Authorization"] = "Bearer " + key },
        });

        await using (var client = await ConnectAsync(() => McpClient.CreateAsync(Transport(Key))))
        {
            var (said, _) = await CallAsync(client, "check_quote", new { text = "We are strong advocates for a bipolar world" });
            Assert.StartsWith("Altered", said.GetProperty("message").GetString(), StringComparison.Ordinal);
        }

        foreach (var wrong in (string?[])[null, "", Key + "x", Key.ToUpperInvariant()])
            await Assert.ThrowsAnyAsync<Exception>(() => McpClient.CreateAsync(Transport(wrong)));
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsync(address, new StringContent("{}"))).StatusCode);
        await stop.CancelAsync();
        await running;
    }

    [Theory]
    [InlineData("NewsBot__Mcp__HttpPort", "99999", "NewsBot:Mcp:HttpPort")]
    [InlineData("NewsBot__Mcp__Key", "short", "NewsBot:Mcp:Key must have at least 16 characters")]
    public async Task What_is_wrong_with_the_configuration_is_one_line(string name, string value, string expected)
    {
        using var copy = new TemporaryFolder();
        seeds.CopyData(copy.Path);
        var run = await BotProcess.RunAsync(["mcp", "--data", copy.Path], "", ("NewsBot__Mcp__HttpPort", "5999"), ("NewsBot__Mcp__Key", Key), (name, value));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    /// <summary>The port opens a moment after the bot has started.</summary>
    private static async Task<McpClient> ConnectAsync(Func<Task<McpClient>> connect)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await connect();
            }
            catch (HttpRequestException) when (attempt < 50)
            {
                await Task.Delay(100);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
