using System.Globalization;
using System.Runtime.InteropServices;
using NewsBot.FakeDiscord;
using NewsBot.FakeDiscord.Scripting;

// A Discord to try a bot in: two servers, a few people, and a page to act as them. The first argument may be a port.
const int UsualPort = 5010;
var port = args.Length > 0 ? args[0] : UsualPort.ToString(CultureInfo.InvariantCulture);
if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
{
    Console.Error.WriteLine($"'{port}' is not a port. Usage: dotnet run --project tests/NewsBot.FakeDiscord [port]");
    return 1;
}

FakeDiscordServer server;
try
{
    server = await FakeDiscordServer.StartAsync(new FakeDiscordOptions { Port = number });
}
catch (IOException)
{
    Console.Error.WriteLine($"Port {number} is taken; give another one: dotnet run --project tests/NewsBot.FakeDiscord {UsualPort + 1}");
    return 1;
}

await using (server)
{
    var ana = server.CreateUser("ana");
    var ben = server.CreateUser("ben");
    foreach (var name in (string[])["Newsroom", "Reading circle"])
    {
        var guild = server.CreateGuild(name);
        guild.CreateChannel("general");
        guild.CreateChannel("questions");
        guild.AddMember(ana);
        guild.AddMember(ben);
    }

    Console.WriteLine($"""
        A Discord on this machine, to be opened in a browser: {server.HttpUrl}
        Point the bot at it:

        export NewsBot__Discord__Token={server.Token}
        export NewsBot__Discord__ApiBaseUrl={server.ApiBaseUrl}

        Its public key, for interactions over HTTP: {server.PublicKey}
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
