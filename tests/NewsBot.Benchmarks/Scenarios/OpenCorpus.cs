using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Storage;

namespace NewsBot.Benchmarks.Scenarios;

internal static class OpenCorpus
{
    public static async Task<CorpusStore> AtAsync(string folder, CancellationToken cancellationToken)
    {
        var result = await CorpusStore.OpenAsync(folder, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken);
        return result.TryGet(out var corpus, out var failure) ? corpus : throw new InvalidOperationException(failure);
    }
}
