using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord;

/// <summary>Registration of the client.</summary>
public static class DiscordServices
{
    /// <summary>Name of the meter and of the source of spans for whoever collects them.</summary>
    public const string MeterName = "NewsBot.Discord";

    /// <summary>Largest answer that is read, in bytes.</summary>
    private const int MaxAnswer = 16 * 1024 * 1024;

    /// <summary>Adds <see cref="IDiscordClient"/>. A <see cref="TimeProvider"/> and a <see cref="Random"/> may be given in the container.</summary>
    /// <exception cref="ArgumentException">The options have problems; the message names them all and no secret.</exception>
    public static IServiceCollection AddDiscordClient(this IServiceCollection services, DiscordOptions options)
    {
        var problems = options.Problems();
        if (problems.Count > 0)
            throw new ArgumentException("Discord: " + string.Join(" ", problems));
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        services.AddSingleton(options);
        services.AddSingleton<RestPipeline>();
        services.AddSingleton<DiscordClient>();
        services.AddSingleton<IDiscordClient>(provider => provider.GetRequiredService<DiscordClient>());

        // The framework's own loggers and activities would write addresses, and some hold an interaction's token.
        services.AddHttpClient(RestPipeline.HttpClientName, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan; // Each attempt has its own.
                client.MaxResponseContentBufferSize = MaxAnswer;
                client.DefaultRequestHeaders.UserAgent.ParseAdd($"DiscordBot ({options.ProjectUrl}, {options.ProjectVersion})");
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                ActivityHeadersPropagator = null,
            })
            .RemoveAllLoggers();
        return services;
    }
}
