using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Tests.Fetching;

/// <summary>The real fetcher with short times, and with a resolver of the test's own where it brings one.</summary>
internal sealed class TestFetcher : IDisposable
{
    public static readonly FetchOptions Quick = new()
    {
        AllowLoopback = true,
        HostDelaySeconds = 0,
        RetrySeconds = 0.01,
        ConnectSeconds = 2,
        HeadersSeconds = 1,
        IdleSeconds = 0.5,
        BodySeconds = 1.5,
        MaxBodyBytes = 1024 * 1024,
        Retries = 1,
        ObeyRobots = false,
    };

    private readonly ServiceProvider _services;

    public TestFetcher(FetchOptions? options = null, NameResolver? resolve = null, Dialer? dial = null)
    {
        _services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddFetching(options ?? Quick, resolve ?? Dns.GetHostAddressesAsync, dial ?? SafeConnector.DialAsync)
            .BuildServiceProvider();
        Fetcher = _services.GetRequiredService<IFetcher>();
    }

    public IFetcher Fetcher { get; }

    public Task<FetchResult> GetAsync(Uri address, FetchKind kind = FetchKind.Page) =>
        Fetcher.FetchAsync(new FetchRequest(address, kind), CancellationToken.None);

    public Task<FetchResult> GetAsync(string address, FetchKind kind = FetchKind.Page) => GetAsync(new Uri(address), kind);

    public void Dispose() => _services.Dispose();
}
