using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.FakeDiscord.Rules;
using NSec.Cryptography;

namespace NewsBot.FakeDiscord.Interactions;

/// <summary>Sends interactions to the bot's own web address, signed with Ed25519 over timestamp and body, and probes that address first.</summary>
internal sealed class SignedEndpoint : IDisposable
{
    /// <summary>More than any interaction needs; the bot has to refuse it unread.</summary>
    private const int Oversize = 8 * 1024 * 1024;

    private readonly FakeDiscordServer server;
    private readonly HttpClient http = new();
    private readonly Key key = Key.Create(SignatureAlgorithm.Ed25519);

    public SignedEndpoint(FakeDiscordServer server)
    {
        this.server = server;
        PublicKey = Convert.ToHexStringLower(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <summary>Where interactions go; null sends them over the gateway.</summary>
    public Uri? Url { get; private set; }

    public string PublicKey { get; }

    /// <summary>Signs the way Discord does: 128 hexadecimal digits.</summary>
    public string Sign(string timestamp, byte[] body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(key, [.. Encoding.UTF8.GetBytes(timestamp), .. body]));

    /// <summary>Probes the address as the portal does and more; takes it if it answered rightly. False leaves all as it was.</summary>
    public async Task<bool> SetAsync(Uri url, CancellationToken cancel)
    {
        var failures = await ProbeAsync(url, cancel);
        foreach (var failure in failures)
            server.Conduct.Violate(SheetRow.SignedEndpoint, failure);
        server.Conduct.Exercise(SheetRow.SignedEndpoint);
        if (failures.Count > 0)
            return false;
        Url = url;
        return true;
    }

    public void Remove() => Url = null;

    private async Task<List<string>> ProbeAsync(Uri url, CancellationToken cancel)
    {
        var timestamp = server.Options.Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var ping = Encoding.UTF8.GetBytes("""{"id":"1","application_id":"1","type":1,"token":"probe","version":1}""");
        var good = Sign(timestamp, ping);
        var failures = new List<string>();
        var (status, pong, type) = await PostAsync(url, ping, good, timestamp, cancel);
        if (status != 200 || type != "application/json" || (int?)pong?["type"] != 1)
            failures.Add($"a PING was answered with {status} {type} {pong?.ToJsonString()}");

        var tampered = (byte[])[.. ping];
        tampered[^2] ^= 1;
        (string What, byte[] Body, string? Signature, string? Timestamp)[] bad =
        [
            ("a tampered body", tampered, good, timestamp),
            ("a changed timestamp", ping, good, timestamp + "0"),
            ("a tampered signature", ping, (good[0] == '0' ? '1' : '0') + good[1..], timestamp),
            ("no signature", ping, null, timestamp),
            ("no timestamp", ping, good, null),
            ("a signature that is not hexadecimal", ping, new string('z', 128), timestamp),
            ("a short signature", ping, good[..64], timestamp),
            ("an empty body", [], good, timestamp),
        ];
        foreach (var probe in bad)
        {
            (status, _, _) = await PostAsync(url, probe.Body, probe.Signature, probe.Timestamp, cancel);
            if (status != 401)
                failures.Add($"{probe.What} was answered with {status} instead of 401");
        }

        var huge = new byte[Oversize];
        Array.Fill(huge, (byte)' ');
        (status, _, _) = await PostAsync(url, huge, Sign(timestamp, huge), timestamp, cancel);
        if (status is >= 200 and < 300 or >= 500)
            failures.Add($"a body of 8 MB was answered with {status}");
        return failures;
    }

    private async Task<(int Status, JsonObject? Body, string? ContentType)> PostAsync(Uri url, byte[] body, string? signature, string? timestamp, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.ParseAdd("Discord-Interactions/1.0 (+https://discord.com)");
        if (signature is not null)
            request.Headers.Add("X-Signature-Ed25519", signature);
        if (timestamp is not null)
            request.Headers.Add("X-Signature-Timestamp", timestamp);
        try
        {
            using var response = await http.SendAsync(request, cancel);
            var text = await response.Content.ReadAsStringAsync(cancel);
            return ((int)response.StatusCode, Parse(text), response.Content.Headers.ContentType?.MediaType);
        }
        catch (HttpRequestException)
        {
            // A server that refuses a large body may cut the line while it is still being sent.
            return (0, null, null);
        }
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Posts an interaction and takes the answer, which is the first response unless it is 202.</summary>
    public void Deliver(FakeInteraction interaction) => _ = DeliverAsync(interaction, Url!, InteractionPayloads.Of(interaction));

    private async Task DeliverAsync(FakeInteraction interaction, Uri url, JsonObject payload)
    {
        var body = Encoding.UTF8.GetBytes(payload.ToJsonString());
        var timestamp = server.Options.Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        int status;
        JsonObject? answer;
        try
        {
            (status, answer, _) = await PostAsync(url, body, Sign(timestamp, body), timestamp, patience.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        lock (server.Gate)
        {
            if (status == 202 || interaction.Failed)
                return;
            if (status != 200 || answer is null)
                server.Conduct.Violate(SheetRow.SignedEndpoint, $"{interaction} was answered with {status}");
            else if (interaction.AcknowledgedAt is not null)
                server.Conduct.Violate(SheetRow.AcknowledgeInTime, $"{interaction} was answered inline and by callback");
            else
                server.Desk.Respond(interaction, answer, []);
        }
    }

    public void Dispose()
    {
        key.Dispose();
        http.Dispose();
    }
}
