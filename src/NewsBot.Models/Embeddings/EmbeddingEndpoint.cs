using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;
using OpenAI.Embeddings;

namespace NewsBot.Models.Embeddings;

/// <summary>Makes clients of the configured endpoint. They neither retry nor time out: that is for who calls them.</summary>
public sealed class EmbeddingEndpoint(EmbeddingSettings settings) : IDisposable
{
    private readonly HttpMessageHandler _handler = new PlainFailures(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });

    /// <summary>The client of one of the endpoint's models.</summary>
    public IEmbeddingGenerator<string, Embedding<float>> Open(string model)
    {
        var http = new HttpClient(_handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        return settings.ActualProvider == EmbeddingProvider.Ollama ? Ollama(http, model) : OpenAI(http, model);
    }

    public void Dispose() => _handler.Dispose();

    private OllamaApiClient Ollama(HttpClient http, string model)
    {
        http.BaseAddress = settings.ActualEndpoint;
        if (!string.IsNullOrWhiteSpace(settings.ApiKey))
            http.DefaultRequestHeaders.Authorization = new("Bearer", settings.ApiKey.Trim());
        return new OllamaApiClient(http, model);
    }

    private IEmbeddingGenerator<string, Embedding<float>> OpenAI(HttpClient http, string model)
    {
        var key = string.IsNullOrWhiteSpace(settings.ApiKey) ? "none" : settings.ApiKey.Trim();
        var options = new OpenAIClientOptions
        {
            Endpoint = settings.ActualEndpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
        return new EmbeddingClient(model, new ApiKeyCredential(key), options).AsIEmbeddingGenerator();
    }
}
