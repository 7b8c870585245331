using NewsBot.Batch;

namespace NewsBot.Tests.Batch;

public sealed class OrderedPipelineTests
{
    [Fact]
    public async Task Results_come_in_the_order_of_the_lines_however_long_each_takes()
    {
        var output = new StringWriter { NewLine = "\n" };
        await OrderedPipeline.RunAsync(
            Numbers(200),
            async (number, token) =>
            {
                await Task.Delay(number % 7, token);
                return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            },
            output,
            CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 200).Select(number => $"{number}"), output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_result_is_written_before_the_next_line_is_there()
    {
        var output = new SignallingWriter();
        var written = false;
        await OrderedPipeline.RunAsync(WaitForFirst(), (number, _) => Task.FromResult($"{number}"), output, CancellationToken.None);
        Assert.True(written);

        async IAsyncEnumerable<int> WaitForFirst()
        {
            yield return 1;
            await output.Flushed.Task.WaitAsync(TimeSpan.FromMinutes(1));
            written = output.ToString().StartsWith('1');
            yield return 2;
        }
    }

    [Fact]
    public async Task A_slow_result_holds_the_reader_back()
    {
        var read = 0;
        using var stop = new CancellationTokenSource();
        var running = OrderedPipeline.RunAsync(Endless(), (_, token) => Task.Delay(Timeout.Infinite, token).ContinueWith(_ => "", TaskScheduler.Default), TextWriter.Null, stop.Token);
        await Task.Delay(200);
        Assert.InRange(Volatile.Read(ref read), 1, (Environment.ProcessorCount * 5) + 2);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        async IAsyncEnumerable<int> Endless()
        {
            while (true)
            {
                await Task.Yield();
                yield return Interlocked.Increment(ref read);
            }
        }
    }

    private static async IAsyncEnumerable<int> Numbers(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private sealed class SignallingWriter : StringWriter
    {
        public TaskCompletionSource Flushed { get; } = new();

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Flushed.TrySetResult();
            return base.FlushAsync(cancellationToken);
        }
    }
}
