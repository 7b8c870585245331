using System.Diagnostics;

namespace NewsBot.Benchmarks.Scenarios;

/// <summary>This program started once more, whether it runs by itself or as <c>dotnet NewsBot.Benchmarks.dll</c>.</summary>
internal static class OwnProcess
{
    public static Process Start(params string[] arguments)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] all = isHost ? [typeof(OwnProcess).Assembly.Location, .. arguments] : arguments;
        return Process.Start(new ProcessStartInfo(program, all) { RedirectStandardOutput = true })!;
    }
}
