using System.Diagnostics;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeEmbeddings;

namespace NewsBot.EndToEnd.Tests.Embeddings;

/// <summary>The program with an embedding endpoint on loopback.</summary>
internal sealed class EmbeddingBot(string data, EmbeddingServer server)
{
    /// <summary>What is set beside provider and endpoint.</summary>
    public List<(string Name, string Value)> Settings { get; } =
    [
        ("NewsBot__Embeddings__Endpoint", new Uri(server.Address, "v1").ToString()),
        ("NewsBot__Embeddings__Model", "alpha"),
        ("NewsBot__Embeddings__ApiKey", "secret-key"),
        ("NewsBot__Embeddings__QueryMilliseconds", "10000"),
    ];

    public Task<BotRun> AskAsync(string text) => BotProcess.RunAsync(["ask", text, "--data", data], environment: Settings);

    /// <summary>Runs the bot until its passages have their vectors.</summary>
    public async Task ServeUntilEmbeddedAsync(params string[] sources)
    {
        using var process = Serve(sources);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            await process.StandardInput.WriteLineAsync("/status".AsMemory(), limit.Token);
            await process.StandardInput.FlushAsync(limit.Token);
            string? line;
            do
                line = await process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(limit.Token));
            while (!line.Contains("vectors     ", StringComparison.Ordinal));
            var counts = line.Split(", ")[^1].Split(' ');
            if (line.Contains("dimensions", StringComparison.Ordinal) && counts[0] == counts[2] && counts[0] != "0")
                break;
            await Task.Delay(100, limit.Token);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(limit.Token);
    }

    /// <summary>Starts the bot as it serves; whoever asks for it ends it.</summary>
    public Process Serve(params string[] sources)
    {
        string[] named = sources.Length == 0 ? [] : ["--sources", .. sources];
        var process = BotProcess.Start(["serve", "--data", data, .. named], Settings);
        _ = process.StandardError.ReadToEndAsync();
        return process;
    }
}
