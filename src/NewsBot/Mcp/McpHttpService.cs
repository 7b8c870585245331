using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Chat;

namespace NewsBot.Mcp;

/// <summary>Serves the tools over HTTP at <c>/mcp</c>, to whoever sends the key.</summary>
internal sealed class McpHttpService(McpSettings settings, CommandRouter router, ILogger<McpHttpService> logger) : IHostedService, IAsyncDisposable
{
    private const int LargestBody = 1_000_000;
    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes("Bearer " + settings.Key));
    private WebApplication? _web;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders(); // What assistants ask stays out of the log.
        builder.Services.AddNewsTools(default, router).WithHttpTransport(http => http.Stateless = true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Parse(settings.HttpAddress), settings.HttpPort);
        });
        _web = builder.Build();
        _web.Use(CheckKeyAsync);
        _web.MapMcp("/mcp");
        try
        {
            await _web.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            // The bot serves all the same.
            logger.LogError("Port {Port} of {Address} cannot be listened on: {Reason}", settings.HttpPort, settings.HttpAddress, exception.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => _web?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _web?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Compared by hash, so that the time it takes tells nothing about the key.</summary>
    private Task CheckKeyAsync(HttpContext context, RequestDelegate next)
    {
        var sent = SHA256.HashData(Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString()));
        if (CryptographicOperations.FixedTimeEquals(sent, _key))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
