using System.Runtime.CompilerServices;
using NewsBot.Batch;
using Spectre.Console;

namespace NewsBot.Console;

/// <summary>For a person at a terminal: colours, a prompt, and a sign that work is going on.</summary>
internal sealed class TerminalScreen : IConsoleScreen
{
    private readonly IAnsiConsole _console = AnsiConsole.Console;

    public void Greet(string text) => _console.Write(new Panel(new Text(text)).RoundedBorder());

    public async IAsyncEnumerable<InputLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            _console.Markup("[bold green]>[/] ");
            // Reading a terminal cannot be cancelled; the thread that waits ends with the process.
            var line = await Task.Run(System.Console.In.ReadLine, CancellationToken.None).WaitAsync(cancellationToken).ConfigureAwait(false);
            if (line is null)
                yield break;
            number++;
            if (line.Trim() is { Length: > 0 } text)
                yield return new InputLine(number, text, null);
        }
    }

    public Task<T> WaitAsync<T>(Func<IProgress<string>?, Task<T>> work) => _console.Status().StartAsync("Searching", status => work(new Shown(status)));

    public void Show(IReadOnlyList<TextLine> lines)
    {
        foreach (var line in lines)
            _console.Write(new Text(line.Text + Environment.NewLine, StyleOf(line.Style)));
        _console.WriteLine();
    }

    private static Style StyleOf(LineStyle style) => style switch
    {
        LineStyle.Headline => new Style(decoration: Decoration.Bold),
        LineStyle.Note => new Style(Color.Yellow),
        LineStyle.Source => new Style(Color.Grey),
        LineStyle.Problem => new Style(Color.Red),
        _ => Style.Plain,
    };

    private sealed class Shown(StatusContext status) : IProgress<string>
    {
        public void Report(string value) => status.Status(Markup.Escape(value));
    }
}
