using Microsoft.Extensions.DependencyInjection;
using NewsBot.Composition;
using NewsBot.Sources.Fetching;
using NewsBot.Sources.Pages;

namespace NewsBot.Extraction;

/// <summary>Gets the one address that a verb is given, under the same rules as the sources.</summary>
internal sealed class AddressFetch(FetchKind kind) : IPageFetch
{
    public async Task<FetchedPage> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        if (await BotOptions.ReadAsync(null).ConfigureAwait(false) is not { } options)
            return new FetchedPage(null, null, address, "could not be fetched, as the configuration is wrong");
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddFetching(options.Fetching).BuildServiceProvider();
        var result = await services.GetRequiredService<IFetcher>().FetchAsync(new FetchRequest(address, kind), cancellationToken).ConfigureAwait(false);
        return result.Status == FetchStatus.Fetched
            ? new FetchedPage(result.Body, result.ContentType, result.Address ?? address, null)
            : new FetchedPage(null, null, address, result.Reason);
    }
}
