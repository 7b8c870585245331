using System.CommandLine;
using NewsBot.CommandLine;

namespace NewsBot;

internal static class Program
{
    /// <summary>Longer than a front end takes to finish or mark what it has in hand.</summary>
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(12);

    private static Task<int> Main(string[] args) =>
        NewsBotCommandLine.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = Ending });
}
