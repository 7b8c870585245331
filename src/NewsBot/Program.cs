using NewsBot.CommandLine;

namespace NewsBot;

internal static class Program
{
    private static Task<int> Main(string[] args) => NewsBotCommandLine.Create().Parse(args).InvokeAsync();
}
