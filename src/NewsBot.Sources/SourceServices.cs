using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Commands.Source;
using NewsBot.Core.Corpus;
using NewsBot.Sources.Configuration;
using NewsBot.Sources.Fetching;
using NewsBot.Sources.Files;
using NewsBot.Sources.Live;

namespace NewsBot.Sources;

/// <summary>Puts the reading of sources together.</summary>
public static class SourceServices
{
    /// <remarks>Needs a <see cref="TimeProvider"/> and logging.</remarks>
    /// <param name="services">Where they are registered.</param>
    /// <param name="dataFolder">The folder with all state.</param>
    /// <param name="named">Files, folders, globs, addresses and sources files.</param>
    /// <param name="files">Limits on files.</param>
    /// <param name="network">Limits and rules on the network.</param>
    public static IServiceCollection AddSources(
        this IServiceCollection services, string dataFolder, IReadOnlyList<string> named, FileSourceOptions files, FetchOptions network) => services
        .AddFetching(network)
        .AddSingleton(new SourceCatalog(dataFolder))
        .AddSingleton(new SourceStates(dataFolder))
        .AddSingleton<SourceTrials>()
        .AddSingleton(provider => new SourceRegistry(
            provider.GetRequiredService<SourceCatalog>(), provider.GetRequiredService<SourceStates>(), provider.GetRequiredService<SourceTrials>(), named))
        .AddSingleton<ISourceRegistry>(provider => provider.GetRequiredService<SourceRegistry>())
        .AddSingleton<ISourceAccess>(provider => provider.GetRequiredService<SourceRegistry>())
        .AddSingleton<ISourceSchedule>(provider => new SourceSchedule(
            provider.GetRequiredService<SourceCatalog>(), provider.GetRequiredService<SourceStates>(), named))
        .AddSingleton<ISourceReader>(provider => new NewsSourceReader(
            new FileSourceReader(files),
            provider.GetRequiredService<SourceCatalog>(),
            provider.GetRequiredService<SourceStates>(),
            provider.GetRequiredService<IFetcher>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<NewsSourceReader>>()));
}
