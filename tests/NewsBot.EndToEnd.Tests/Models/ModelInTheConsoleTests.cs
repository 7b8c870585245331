using System.Text.RegularExpressions;
using NewsBot.EndToEnd.Tests.Support;
using NewsBot.FakeModel;

namespace NewsBot.EndToEnd.Tests.Models;

/// <summary>The program as a process, with a model that behaves well and badly.</summary>
public sealed partial class ModelInTheConsoleTests(SeededBot seeds) : IClassFixture<SeededBot>
{
    private const string Question = "What did Kelmar and Orvania sign on Lake Vessen?";

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();

    [GeneratedRegex(@"^\[\d+\]", RegexOptions.Multiline)]
    private static partial Regex SourceLine();

    private static (string, string)[] Pointed(FakeModelServer model, string provider = "compatible", string seconds = "2") =>
    [
        ("NewsBot__Model__Provider", provider),
        ("NewsBot__Model__Name", "fake"),
        ("NewsBot__Model__Endpoint", (provider == "compatible" ? model.OpenAiAddress : model.Address).ToString()),
        ("NewsBot__Model__ApiKey", "sk-secret-key"),
        ("NewsBot__Model__TimeoutSeconds", seconds),
        ("Logging__LogLevel__Default", "Trace"),
    ];

    private async Task<BotRun> AskAsync(string question, params (string, string)[] environment)
    {
        using var copy = new TemporaryFolder();
        seeds.CopyData(copy.Path);
        return await BotProcess.RunAsync(["ask", question, "--data", copy.Path], null, environment);
    }

    public static TheoryData<Behaviour> All() => [.. Enum.GetValues<Behaviour>()];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Whatever_the_model_does_the_answer_is_cited_and_foreign_to_nothing(Behaviour behaviour)
    {
        await using var model = await FakeModelServer.StartAsync(behaviour);
        var run = await AskAsync(Question, Pointed(model));
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("treaty", run.Output, StringComparison.Ordinal);
        Assert.NotEmpty(model.Requests);

        var known = string.Concat(Directory.EnumerateFiles(SeededBot.Seeds, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.All(Address().Matches(run.Output), match => Assert.Contains(match.Value, known, StringComparison.Ordinal));
        Assert.DoesNotContain("Harrowgate", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("believe me", run.Output, StringComparison.Ordinal);
        var listed = SourceLine().Count(run.Output);
        Assert.NotEqual(0, listed);
        Assert.Contains("[1]", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("[99]", run.Output, StringComparison.Ordinal);
        foreach (var secret in (string[])["sk-secret-key", "Kelmar and Orvania sign", "You word answers"])
            Assert.DoesNotContain(secret, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compatible")]
    [InlineData("ollama")]
    [InlineData("azure")]
    public async Task Each_provider_is_reached_in_its_own_protocol(string provider)
    {
        await using var model = await FakeModelServer.StartAsync();
        var run = await AskAsync(Question, Pointed(model, provider, "10"));
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.DoesNotContain("language model", run.Output, StringComparison.Ordinal);
        var request = Assert.Single(model.Requests);
        Assert.StartsWith(provider switch { "ollama" => "/api/chat", "azure" => "/openai/deployments/fake/", _ => "/v1/chat/" }, request.Path, StringComparison.Ordinal);
        Assert.Contains("sk-secret-key", request.Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_model_is_down_the_answer_is_the_extract_with_a_note()
    {
        var model = await FakeModelServer.StartAsync();
        var pointed = Pointed(model);
        await model.DisposeAsync();
        var run = await AskAsync(Question, pointed);
        var without = await AskAsync(Question);
        Assert.Equal(0, run.ExitCode);
        var note = Assert.Single(run.Output.Split('\n'), line => line.Contains("language model", StringComparison.Ordinal));
        Assert.Equal(without.Output, run.Output.Replace(note + "\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("NewsBot__Model__Provider", "gemini", "NewsBot:Model:Provider")]
    [InlineData("NewsBot__Model__Prompts", "/nowhere", "config.json: the file is missing")]
    public async Task What_is_wrong_with_the_configuration_is_one_line(string name, string value, string expected)
    {
        await using var model = await FakeModelServer.StartAsync();
        var run = await AskAsync(Question, [.. Pointed(model), ("Logging__LogLevel__Default", "Warning"), (name, value)]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(expected, Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(model.Requests);
    }

    /// <summary>What the process has mapped tells what it has loaded; only Linux shows that as a file.</summary>
    [Fact]
    public async Task Without_a_model_nothing_that_models_need_is_loaded()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var copy = new TemporaryFolder();
        seeds.CopyData(copy.Path);
        using var process = BotProcess.Start(["--data", copy.Path]);
        await process.StandardInput.WriteLineAsync(Question);
        await process.StandardInput.FlushAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { Length: > 0 })
            Assert.False(process.HasExited);
        var loaded = await File.ReadAllTextAsync($"/proc/{process.Id}/maps");
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.Contains("NewsBot.Core.dll", loaded, StringComparison.Ordinal);
        foreach (var library in (string[])["SemanticKernel", "OpenAI.dll", "OllamaSharp", "Microsoft.ML.Tokenizers", "ModelContextProtocol"])
            Assert.DoesNotContain(library, loaded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_names_the_model_and_what_it_has_used()
    {
        await using var model = await FakeModelServer.StartAsync();
        using var copy = new TemporaryFolder();
        seeds.CopyData(copy.Path);
        await BotProcess.RunAsync(["ask", Question, "--data", copy.Path], null, Pointed(model));
        var run = await BotProcess.RunAsync(["status", "--data", copy.Path], null, Pointed(model));
        Assert.Matches(@"model +fake \(compatible at http://127\.0\.0\.1:\d+\), in use\n +today [1-9][\d,]+ of 3,000,000 tokens", run.Output);
    }
}
