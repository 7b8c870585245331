using System.Net;
using NewsBot.FakeEmbeddings;
using NewsBot.Models.Embeddings;

namespace NewsBot.Models.Tests.Embeddings;

/// <summary>The clients of the providers over an endpoint on loopback.</summary>
public sealed class EmbeddingEndpointTests : IAsyncLifetime
{
    private EmbeddingServer _server = null!;

    public async Task InitializeAsync() => _server = await EmbeddingServer.StartAsync(dimension: 16);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(EmbeddingProvider.Compatible)]
    [InlineData(EmbeddingProvider.Ollama)]
    public async Task A_refusal_tells_its_status_and_when_to_come_again_whatever_the_provider(EmbeddingProvider provider)
    {
        _server.Script = _ => new Fault { Status = 429, RetryAfter = "7" };
        using var endpoint = Endpoint(provider);
        using var model = endpoint.Open("alpha");

        var refusal = Http(await Assert.ThrowsAnyAsync<Exception>(() => model.GenerateAsync(["a text"])));

        Assert.Equal(HttpStatusCode.TooManyRequests, refusal.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), refusal.Data["Retry-After"]);
        Assert.Single(_server.Requests); // Nothing below tries again by itself.
    }

    [Theory]
    [InlineData(EmbeddingProvider.Compatible)]
    [InlineData(EmbeddingProvider.Ollama)]
    public async Task Vectors_come_in_the_order_of_the_texts(EmbeddingProvider provider)
    {
        using var endpoint = Endpoint(provider);
        using var model = endpoint.Open("alpha");

        var vectors = await model.GenerateAsync(["a harbour", "a flood", "a harbour"]);

        Assert.Equal(3, vectors.Count);
        Assert.Equal(WordVectors.Of("alpha", "a flood", 16), vectors[1].Vector.ToArray());
        Assert.Equal(vectors[0].Vector.ToArray(), vectors[2].Vector.ToArray());
    }

    private static HttpRequestException Http(Exception? exception) =>
        exception as HttpRequestException ?? Http((exception ?? throw new InvalidOperationException("There is no HTTP failure in it.")).InnerException);

    private EmbeddingEndpoint Endpoint(EmbeddingProvider provider) => new(new EmbeddingSettings
    {
        Provider = provider,
        Endpoint = provider == EmbeddingProvider.Ollama ? _server.Address : new Uri(_server.Address, "v1"),
        Model = "alpha",
    });
}
