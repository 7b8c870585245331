using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Interactions;

namespace NewsBot.Discord.Operation;

/// <summary>
/// A local port with <c>GET /healthz</c> (200 or 503), <c>GET /readyz</c> (200 or 503) and, with a public key, the address
/// for interactions over HTTP, <c>POST /interactions</c>. Not there unless a port is configured.
/// </summary>
internal sealed class HttpService(DiscordSettings settings, HealthCheck health, IServiceProvider services, ILogger<HttpService> logger) : IHostedService, IAsyncDisposable
{
    private WebApplication? _web;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.HttpPort == 0)
            return;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(System.Net.IPAddress.Parse(settings.HttpAddress), settings.HttpPort);
        });
        _web = builder.Build();
        _web.MapGet("/healthz", (HttpContext context) => WriteAsync(context, health.Alive()));
        _web.MapGet("/readyz", (HttpContext context) => WriteAsync(context, health.Serving()));
        if (settings.PublicKey is not null)
            new RoutesOf(_web, services).MapDiscordInteractions("/interactions");
        try
        {
            await _web.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            // The bot serves all the same: its health can be asked with /status.
            logger.LogError("Port {Port} of {Address} cannot be listened on: {Reason}", settings.HttpPort, settings.HttpAddress, exception.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => _web?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _web?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Task WriteAsync(HttpContext context, (bool Ok, string Text) answer)
    {
        context.Response.StatusCode = answer.Ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(answer.Text + "\n", context.RequestAborted);
    }

    /// <summary>Maps on the web server with the services of the bot, where the client is.</summary>
    private sealed class RoutesOf(IEndpointRouteBuilder web, IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources => web.DataSources;

        public IApplicationBuilder CreateApplicationBuilder() => web.CreateApplicationBuilder();
    }
}
