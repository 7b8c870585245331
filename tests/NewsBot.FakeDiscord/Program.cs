using System.Globalization;
using NewsBot.FakeDiscord;
using NewsBot.FakeDiscord.Scripting;

// A Discord to try a bot in: two servers, a few people, and a page to act as them.
var port = args.Length > 0 && int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 5010;
await using var server = await FakeDiscordServer.StartAsync(new FakeDiscordOptions { Port = port });
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
    A Discord on this machine: {server.HttpUrl}
    Point the bot at it:

    export NewsBot__Discord__Token={server.Token}
    export NewsBot__Discord__ApiBaseUrl={server.ApiBaseUrl}
    export NewsBot__Discord__GatewayUrl={server.GatewayUrl}
    export NewsBot__Discord__PublicKey={server.PublicKey}

    Ctrl+C ends it.
    """);

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
await Task.Delay(Timeout.InfiniteTimeSpan, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
