using Microsoft.Extensions.Logging.Abstractions;

namespace NewsBot.Storage.Tests.Support;

/// <summary>
/// A process that tests start: <c>write FOLDER</c> commits one revision after the other and prints each number once it is
/// committed, until it is killed; <c>hold FOLDER</c> opens the folder and waits for the end of its input.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var result = await CorpusStore.OpenAsync(args[1], TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        if (!result.TryGet(out var corpus, out var failure))
        {
            Console.WriteLine(failure);
            return 1;
        }

        using (corpus)
        {
            Console.WriteLine("open");
            while (args[0] == "write")
                Console.WriteLine(await NumberedRevision.CommitNextAsync(corpus));
            await Console.In.ReadToEndAsync();
        }

        return 0;
    }
}
