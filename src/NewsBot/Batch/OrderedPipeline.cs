using System.Threading.Channels;

namespace NewsBot.Batch;

/// <summary>Works on lines with all cores and writes the results in the order of the lines, each as soon as it can be.</summary>
internal static class OrderedPipeline
{
    /// <param name="lines">The input.</param>
    /// <param name="work">Makes the result of one line; must not throw for bad input.</param>
    /// <param name="output">Takes one line per result.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync<TLine>(
        IAsyncEnumerable<TLine> lines, Func<TLine, CancellationToken, Task<string>> work, TextWriter output, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // The queue's bound is what keeps the memory flat: a slow line makes the reader wait, not the results pile up.
        var results = Channel.CreateBounded<Task<string>>(new BoundedChannelOptions(Environment.ProcessorCount * 4) { SingleReader = true, SingleWriter = true });
        using var slots = new SemaphoreSlim(Environment.ProcessorCount);
        var reading = Task.Run(ReadAsync, CancellationToken.None);
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(stop.Token).ConfigureAwait(false))
            {
                await output.WriteLineAsync(await result.ConfigureAwait(false)).ConfigureAwait(false);
                if (!results.Reader.TryPeek(out var next) || !next.IsCompleted)
                    await output.FlushAsync(stop.Token).ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await reading.ConfigureAwait(false);

        async Task ReadAsync()
        {
            Exception? failure = null;
            try
            {
                await foreach (var line in lines.WithCancellation(stop.Token).ConfigureAwait(false))
                {
                    await slots.WaitAsync(stop.Token).ConfigureAwait(false);
                    await results.Writer.WriteAsync(Task.Run(() => WorkAsync(line), CancellationToken.None), stop.Token).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException exception)
            {
                failure = cancellationToken.IsCancellationRequested ? exception : null;
            }
            catch (Exception exception)
            {
                failure = exception;
                throw;
            }
            finally
            {
                results.Writer.TryComplete(failure);
            }
        }

        async Task<string> WorkAsync(TLine line)
        {
            try
            {
                return await work(line, stop.Token).ConfigureAwait(false);
            }
            finally
            {
                slots.Release();
            }
        }
    }
}
