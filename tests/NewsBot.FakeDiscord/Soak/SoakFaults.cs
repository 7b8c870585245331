using NewsBot.FakeDiscord.Rest;

namespace NewsBot.FakeDiscord.Soak;

/// <summary>The faults of a soak, each in its turn: all kinds of ends of the gateway's connection, odd frames, and failures of requests.</summary>
internal sealed class SoakFaults(FakeDiscordServer server, Random random)
{
    private static readonly TimeSpan Spell = TimeSpan.FromSeconds(2);
    private static readonly int[] Codes = [1000, 1001, 4000, 4001, 4002, 4003, 4005, 4006, 4007, 4008, 4009];

    private const string Callback = "POST interactions/{interaction}/{token}/callback";
    private const string Original = "PATCH webhooks/{application}/{token}/messages/{message}";
    private const string Create = "POST channels/{channel}/messages";

    private readonly Dictionary<string, int> counts = [];
    private readonly List<string> log = [];
    private readonly List<(string Name, Func<CancellationToken, Task> Do)> turn = [];

    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>What came when.</summary>
    public IReadOnlyList<string> Log => log;

    /// <summary>The next fault; it may last for a few seconds.</summary>
    public Task NextAsync(CancellationToken cancel)
    {
        if (turn.Count == 0)
            turn.AddRange(All().OrderBy(_ => random.Next()));
        var (name, act) = turn[^1];
        turn.RemoveAt(turn.Count - 1);
        counts[name] = counts.GetValueOrDefault(name) + 1;
        log.Add($"{server.Options.Time.GetUtcNow():HH:mm:ss.fff} {name}");
        return act(cancel);
    }

    private (string Name, Func<CancellationToken, Task> Do)[] All() =>
    [
        Now("drop", server.GatewayFaults.Drop),
        .. Codes.Select(code => Now($"close code {code}", () => server.GatewayFaults.Close(code))),
        Now("op 7", server.GatewayFaults.AskToReconnect),
        Now("op 9 true", () => server.GatewayFaults.InvalidateSession(resumable: true)),
        Now("op 9 false", () => server.GatewayFaults.InvalidateSession(resumable: false)),
        Now("op 1", server.GatewayFaults.RequestHeartbeat),
        Now("broken JSON", () => server.GatewayFaults.SendText("""{"op":0,"s":""")),
        Now("no object", () => server.GatewayFaults.SendText("[1,2]")),
        Now("binary noise", () => server.GatewayFaults.SendBinary([0xFF, 0x00, 0x13])),
        Now("unknown opcode", server.GatewayFaults.SendUnknownOpcode),
        Now("event of a megabyte", () => server.GatewayFaults.SendUnknownEvent(1_000_000)),
        Now("connections refused", () =>
        {
            server.GatewayFaults.RefuseConnections = 2;
            server.GatewayFaults.Drop();
        }),
        For("fragments", () => server.GatewayFaults.FragmentSize = 7, () => server.GatewayFaults.FragmentSize = 0),
        For("delays", () => server.GatewayFaults.Delay = TimeSpan.FromMilliseconds(15), () => server.GatewayFaults.Delay = TimeSpan.Zero),
        For("duplicates", () => server.GatewayFaults.DuplicateEvents = 1, () => server.GatewayFaults.DuplicateEvents = 0),
        For("resume host down", () =>
        {
            server.GatewayFaults.ResumeHostDown = true;
            server.GatewayFaults.Drop();
        }, () => server.GatewayFaults.ResumeHostDown = false),

        // The line is dead and then cut: what was not sent meanwhile comes with the resume.
        For("silence", () => server.GatewayFaults.Silence = true, () => server.Read(() =>
        {
            // At once, or an event in between would hide that those before it are missing.
            server.GatewayFaults.Silence = false;
            server.GatewayFaults.Drop();
            return true;
        })),
        .. new[] { Callback, Original, Create }.SelectMany(OfRoute),
        Rest("global 429", "*", RestFault.TooMany(new RateLimitFault(RateLimitKind.Global, TimeSpan.FromSeconds(1)))),
    ];

    private IEnumerable<(string, Func<CancellationToken, Task>)> OfRoute(string route) =>
    [
        Rest("500 before", route, RestFault.ErrorBefore(500)),
        Rest("503 before", route, RestFault.ErrorBefore(503), times: 2),
        Rest("502 after storing", route, RestFault.ErrorAfterStoring(502)),
        Rest("cut before", route, RestFault.CutBefore()),
        Rest("cut after storing", route, RestFault.CutAfterStoring()),
        Rest("late", route, RestFault.Delay(TimeSpan.FromSeconds(1.5))),
        Rest("429", route, RestFault.TooMany(new RateLimitFault(RateLimitKind.User, TimeSpan.FromSeconds(0.7)))),
        .. route == Callback ? [] : new[] { Rest("no answer after storing", route, RestFault.HangAfterStoring()) },
    ];

    private static (string, Func<CancellationToken, Task>) Now(string name, Action act) => (name, _ =>
    {
        act();
        return Task.CompletedTask;
    });

    private static (string, Func<CancellationToken, Task>) For(string name, Action begin, Action end) => (name, async cancel =>
    {
        begin();
        await Task.Delay(Spell, TimeProvider.System, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end();
    });

    private (string, Func<CancellationToken, Task>) Rest(string name, string route, RestFault fault, int times = 1) =>
        Now($"{name}: {route}", () => server.RestFaults.Add(route, fault, times));
}
