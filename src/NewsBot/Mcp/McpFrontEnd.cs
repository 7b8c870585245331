using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Composition;
using NewsBot.Core.Commands.Status;
using NewsBot.Core.Corpus;

namespace NewsBot.Mcp;

/// <summary>Puts the tools for other assistants together.</summary>
internal static class McpFrontEnd
{
    /// <summary>For the assistant that started the program: over standard input and output, until it closes them.</summary>
    public static string? OverStandardStreams(IServiceCollection services, IConfiguration configuration, BotOptions options)
    {
        services.AddNewsTools(Audience.Operator).WithStdioServerTransport();
        services.ShowFrontEnd("mcp", instead: true);
        return services.AddMcpOverHttp(configuration);
    }

    /// <summary>Over HTTP besides, where a port is configured.</summary>
    /// <returns>Null, or one line that says what is wrong with the configuration.</returns>
    public static string? AddMcpOverHttp(this IServiceCollection services, IConfiguration configuration)
    {
        var (settings, problem) = McpSettings.Read(configuration);
        if (settings is null)
            return problem;
        services.AddSingleton(settings).AddHostedService<McpHttpService>();
        services.ShowFrontEnd(settings.ToString(), instead: false);
        return null;
    }

    private static void ShowFrontEnd(this IServiceCollection services, string name, bool instead)
    {
        if (services.Select(service => service.ImplementationInstance).OfType<BotFacts>().LastOrDefault() is { } facts)
            services.AddSingleton(facts with { FrontEnds = instead ? [name] : [.. facts.FrontEnds, name] });
    }
}
