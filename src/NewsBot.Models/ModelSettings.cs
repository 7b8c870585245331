using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace NewsBot.Models;

public enum ModelProvider
{
    /// <summary>"openai": api.openai.com.</summary>
    OpenAI,

    /// <summary>"azure": a deployment of Azure OpenAI.</summary>
    Azure,

    /// <summary>"compatible": any server that speaks OpenAI's protocol (vLLM, llama.cpp, LM Studio, Ollama's /v1).</summary>
    Compatible,

    /// <summary>"ollama": Ollama in its own protocol.</summary>
    Ollama,
}

/// <summary>
/// The configuration section <c>NewsBot:Model</c> (or environment variables such as <c>NewsBot__Model__Provider</c>).
/// Without a provider there is no model, and answers are extracts.
/// </summary>
public sealed record ModelSettings
{
    public const string Section = "NewsBot:Model";

    public required ModelProvider Provider { get; init; }

    /// <value>Name of the model; for Azure of the deployment.</value>
    public required string Name { get; init; }

    /// <value>Base address; null for OpenAI's own.</value>
    public Uri? Endpoint { get; init; }

    /// <value>The key; empty where a server of one's own needs none. A secret: printing the settings does not show it.</value>
    public string ApiKey { get; init; } = "";

    /// <value>What the model may take of the time of an answer. Default: six tenths of it, 12 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(12);

    /// <value>Answers the model works on at once, 1 to 64. Default: 4.</value>
    public int ConcurrentCalls { get; init; } = 4;

    /// <value>Tokens of evidence in a prompt, 500 to 200,000; more is cut by whole passages. Default: 4,000.</value>
    public int EvidenceTokens { get; init; } = 4000;

    /// <value>Tokens of an answer, 100 to 8,000. Default: 800.</value>
    public int AnswerTokens { get; init; } = 800;

    /// <value>Lookups that the model may make for one hard question, 0 to 20; 0 for models without tool calling. Default: 4.</value>
    public int PlanSteps { get; init; } = 4;

    /// <value>Tokens a day, UTC, for one server (or person outside of servers); 0 for no cap. Default: 300,000.</value>
    public long ServerTokensPerDay { get; init; } = 300_000;

    /// <value>Tokens a day, UTC, for all together; 0 for no cap. Default: 3,000,000.</value>
    public long TokensPerDay { get; init; } = 3_000_000;

    /// <value>Price of a million tokens of prompts, in any currency. Default: 0, not counted.</value>
    public decimal InputPrice { get; init; }

    /// <value>Price of a million tokens of answers.</value>
    public decimal OutputPrice { get; init; }

    /// <value>Cost a day for all together, by those prices; 0 for no cap.</value>
    public decimal CostPerDay { get; init; }

    /// <value>Folder with the prompts. Default: <c>prompts</c> in the working directory, else beside the program.</value>
    public string Prompts { get; init; } = "";

    public override string ToString() => $"{Name} ({Provider.ToString().ToLowerInvariant()}{(Endpoint is { } endpoint ? " at " + $"{endpoint.Scheme}://{endpoint.Authority}" : "")})";

    /// <param name="configuration">The program's configuration.</param>
    /// <param name="deadline">How long an answer may take; the model must leave time for the answer without it.</param>
    /// <returns>The settings; neither where no model is configured; or one line that says what is wrong.</returns>
    public static (ModelSettings? Settings, string? Problem) Read(IConfiguration configuration, TimeSpan deadline)
    {
        var section = configuration.GetSection(Section);
        if (!section.GetChildren().Any(child => !string.IsNullOrWhiteSpace(child.Value)))
            return (null, null);
        var (provider, problem) = ProviderOf(section["Provider"]);
        if (problem is not null)
            return (null, problem);
        if (section["Endpoint"] is { Length: > 0 } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            return (null, $"Configuration: {Section}:Endpoint is not an address such as http://127.0.0.1:11434.");
        var reader = new Numbers(section);
        var timeout = reader.Whole("TimeoutSeconds", Math.Max(1, (int)(deadline.TotalSeconds * 0.6)), 1, 600);
        var settings = new ModelSettings
        {
            Provider = provider,
            Name = section["Name"]?.Trim() ?? "",
            Endpoint = section["Endpoint"] is { Length: > 0 } endpoint ? new Uri(endpoint) : null,
            ApiKey = section["ApiKey"]?.Trim() ?? "",
            Timeout = TimeSpan.FromSeconds(timeout),
            ConcurrentCalls = (int)reader.Whole(nameof(ConcurrentCalls), 4, 1, 64),
            EvidenceTokens = (int)reader.Whole(nameof(EvidenceTokens), 4000, 500, 200_000),
            AnswerTokens = (int)reader.Whole(nameof(AnswerTokens), 800, 100, 8000),
            PlanSteps = (int)reader.Whole(nameof(PlanSteps), 4, 0, 20),
            ServerTokensPerDay = reader.Whole(nameof(ServerTokensPerDay), 300_000, 0, long.MaxValue),
            TokensPerDay = reader.Whole(nameof(TokensPerDay), 3_000_000, 0, long.MaxValue),
            InputPrice = reader.Price(nameof(InputPrice)),
            OutputPrice = reader.Price(nameof(OutputPrice)),
            CostPerDay = reader.Price(nameof(CostPerDay)),
            Prompts = section["Prompts"]?.Trim() ?? "",
        };
        problem = reader.Problem ?? settings.Missing();
        if (problem is null && settings.Timeout >= deadline)
            problem = $"Configuration: {Section}:TimeoutSeconds is {timeout}; it must be less than NewsBot:DeadlineSeconds ({deadline.TotalSeconds:0}).";
        return problem is null ? (settings, null) : (null, problem);
    }

    private static (ModelProvider Provider, string? Problem) ProviderOf(string? name) => name?.Trim().ToLowerInvariant() switch
    {
        "openai" => (ModelProvider.OpenAI, null),
        "azure" => (ModelProvider.Azure, null),
        "compatible" => (ModelProvider.Compatible, null),
        "ollama" => (ModelProvider.Ollama, null),
        _ => (default, $"Configuration: {Section}:Provider is \"{name}\"; it must be openai, azure, compatible or ollama."),
    };

    private string? Missing()
    {
        if (Name.Length == 0)
            return $"Configuration: {Section}:Name is missing: the name of the model.";
        if (Endpoint is null && Provider != ModelProvider.OpenAI)
            return $"Configuration: {Section}:Endpoint is missing: the address of the server.";
        if (ApiKey.Length == 0 && Provider is ModelProvider.OpenAI or ModelProvider.Azure)
            return $"Configuration: {Section}:ApiKey is missing.";
        if (CostPerDay > 0 && InputPrice == 0 && OutputPrice == 0)
            return $"Configuration: {Section}:CostPerDay needs {Section}:InputPrice and {Section}:OutputPrice.";
        return null;
    }

    /// <summary>Numbers of the section; keeps the first thing that is wrong with one.</summary>
    private sealed class Numbers(IConfigurationSection section)
    {
        public string? Problem { get; private set; }

        public long Whole(string name, long usual, long from, long to)
        {
            if (section[name] is not { Length: > 0 } text)
                return usual;
            if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= from && value <= to)
                return value;
            Problem ??= string.Create(CultureInfo.InvariantCulture, $"Configuration: {Section}:{name} is \"{text}\"; it must be a whole number from {from}{(to == long.MaxValue ? "" : $" to {to}")}.");
            return usual;
        }

        public decimal Price(string name)
        {
            if (section[name] is not { Length: > 0 } text)
                return 0;
            if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) && value >= 0)
                return value;
            Problem ??= $"Configuration: {Section}:{name} is \"{text}\"; it must be a number such as 2.50.";
            return 0;
        }
    }
}
