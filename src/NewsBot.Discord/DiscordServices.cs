using Microsoft.Extensions.DependencyInjection;

namespace NewsBot.Discord;

/// <summary>Registration of the client.</summary>
public static class DiscordServices
{
    /// <summary>Adds <see cref="IDiscordClient"/>. A <see cref="TimeProvider"/> and logging are taken from the container.</summary>
    /// <exception cref="ArgumentException">The options have problems; the message names them all and no secret.</exception>
    public static IServiceCollection AddDiscordClient(this IServiceCollection services, DiscordOptions options)
    {
        var problems = options.Problems();
        if (problems.Count > 0)
            throw new ArgumentException(string.Join(" ", problems), nameof(options));
        return services;
    }
}
