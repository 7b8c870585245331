using NewsBot.Core.Commands.Reload;
using NewsBot.Core.Corpus;
using Spectre.Console;

namespace NewsBot.Console;

/// <summary>Shows how far a reload is, on a terminal only; a pipe gets nothing.</summary>
internal static class ReadingProgress
{
    public static Task<T> ShowAsync<T>(Func<IProgress<ReloadProgress>?, Task<T>> work)
    {
        if (System.Console.IsErrorRedirected || System.Console.IsOutputRedirected)
            return work(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });
        return console.Status().StartAsync("Reading the sources", status => work(new Shown(status)));
    }

    private sealed class Shown(StatusContext status) : IProgress<ReloadProgress>
    {
        public void Report(ReloadProgress value) => status.Status(ReloadProgressText.Of(value));
    }
}
