using NewsBot.Batch;
using NewsBot.CommandLine;

namespace NewsBot.Console;

/// <summary>For pipes: the question after <c>&gt;</c>, the answer under it, an empty line.</summary>
internal sealed class PlainScreen : IConsoleScreen
{
    public void Greet(string text)
    {
    }

    public async IAsyncEnumerable<InputLine> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var input = StandardStreams.Input();
        await foreach (var line in InputLine.ReadAsync(input, cancellationToken).ConfigureAwait(false))
        {
            System.Console.Out.WriteLine("> " + line.Text);
            yield return line;
        }
    }

    public Task<T> WaitAsync<T>(Func<IProgress<string>?, Task<T>> work) => work(null);

    public void Show(IReadOnlyList<TextLine> lines)
    {
        foreach (var line in lines)
            System.Console.Out.WriteLine(line.Text);
        System.Console.Out.WriteLine();
        System.Console.Out.Flush();
    }
}
