using System.Globalization;
using System.Runtime.InteropServices;
using NewsBot.FakeModel;

// A "model" to try the bot with. The first argument may be what it plays, the second a port.
const int UsualPort = 5020;
var behaviour = Behaviour.Faithful;
var port = args.Length > 1 ? args[1] : UsualPort.ToString(CultureInfo.InvariantCulture);
if ((args.Length > 0 && (!Enum.TryParse(args[0], ignoreCase: true, out behaviour) || int.TryParse(args[0], CultureInfo.InvariantCulture, out _)))
    || !ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
{
    Console.Error.WriteLine($"Usage: dotnet run --project tests/NewsBot.FakeModel [behaviour [port]], where behaviour is one of {string.Join(", ", Enum.GetNames<Behaviour>())}.");
    return 1;
}

FakeModelServer server;
try
{
    server = await FakeModelServer.StartAsync(behaviour, number);
}
catch (IOException)
{
    Console.Error.WriteLine($"Port {number} is taken; give another one: dotnet run --project tests/NewsBot.FakeModel {behaviour} {UsualPort + 1}");
    return 1;
}

await using (server)
{
    Console.WriteLine($"""
        A model on this machine, played by a program ({behaviour}). Point the bot at it:

        export NewsBot__Model__Provider=compatible
        export NewsBot__Model__Name=fake
        export NewsBot__Model__Endpoint={server.OpenAiAddress}

        Or in Ollama's protocol: Provider=ollama and Endpoint={server.Address}
        Ctrl+C ends it.
        """);

    using var stop = new CancellationTokenSource();
    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.Cancel();
    }

    using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}

return 0;
