using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Resources;

namespace NewsBot.Composition;

/// <summary>
/// Metrics and traces over OTLP, when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names where to; the other variables of OpenTelemetry
/// count as well. Everything measured under a name that begins with "NewsBot" is sent; none of it has texts of users, ids of
/// Discord, or addresses with tokens.
/// </summary>
internal static class Telemetry
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string Names = "NewsBot*";

    /// <returns>Null, or one line that says what is wrong with the configuration.</returns>
    public static string? AddTelemetry(this IServiceCollection services, IConfiguration configuration, string version)
    {
        if (configuration[Endpoint] is not { Length: > 0 } endpoint)
            return null;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return $"Configuration: {Endpoint} is not an address such as http://localhost:4317.";
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("newsbot", serviceVersion: version))
            .WithMetrics(metrics => metrics.AddMeter(Names))
            .WithTracing(traces => traces.AddSource(Names))
            .UseOtlpExporter();
        return null;
    }
}
