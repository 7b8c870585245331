using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using NewsBot.FakeDiscord.Rules;
using NewsBot.FakeDiscord.Validation;

namespace NewsBot.FakeDiscord.Rest;

/// <summary>The way of every request: headers, route, authorization, limits, body, faults, handler, answer.</summary>
internal sealed partial class RestApi
{
    private const string Prefix = "/api/v10/";
    private static readonly HashSet<string> First = ["GET gateway", "GET gateway/bot", "GET users/@me", "GET applications/@me", "GET oauth2/applications/@me"];

    private readonly FakeDiscordServer server;
    private readonly Route[] routes;
    private readonly Queue<RestRecord> records = new();
    private readonly Queue<DateTimeOffset> invalid = new();
    private readonly Dictionary<string, DateTimeOffset> refused = [];
    private DateTimeOffset bannedUntil;
    private bool stopped;

    public RestApi(FakeDiscordServer server, IEnumerable<Route> routes)
    {
        this.server = server;
        this.routes = [.. routes];
        Limiter = new RateLimiter(server.Options, server.Conduct);
    }

    public RateLimiter Limiter { get; }
    public RestFaults Faults { get; } = new();
    public IReadOnlyList<RestRecord> Records => [.. records];

    /// <summary>Answers 401, 403 and 429 (but for shared ones) within the last ten minutes.</summary>
    public int InvalidRequests => invalid.Count;

    [GeneratedRegex(@"^DiscordBot \(\S+, ?\S+\)")]
    private static partial Regex ProperUserAgent();

    public void ClientStopped() => stopped = true;

    public void ClientStarted() => stopped = false;

    public async Task HandleAsync(HttpContext context)
    {
        var (reply, route, body) = await AnswerAsync(context);
        lock (server.Gate)
        {
            var path = context.Request.Path.Value ?? "";
            if (records.Count >= server.Options.HistoryKept)
                records.Dequeue();
            records.Enqueue(new RestRecord(route ?? path, path, body, reply?.Status ?? 0, reply?.Code ?? 0, server.Options.Time.GetUtcNow()));
            if (reply is not null)
                Count(reply);
            server.Changed();
        }

        if (reply is null)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
            context.Response.Headers[name] = value;
        if (reply.PlainText is not null)
        {
            context.Response.ContentType = reply.PlainTextType;
            await context.Response.WriteAsync(reply.PlainText, context.RequestAborted);
        }
        else if (reply.Body is not null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(reply.Body.ToJsonString(), context.RequestAborted);
        }
    }

    /// <summary>The answer; none means that the line is cut.</summary>
    private async Task<(RestReply? Reply, string? Route, JsonNode? Body)> AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var conduct = server.Conduct;
        lock (server.Gate)
        {
            if (server.Options.Time.GetUtcNow() < bannedUntil)
                return (RateLimiter.Refusal(new RateLimitFault(RateLimitKind.Blocked, bannedUntil - server.Options.Time.GetUtcNow()), []), null, null);
        }

        if (!conduct.Check(SheetRow.Headers, ProperUserAgent().IsMatch(request.Headers.UserAgent.ToString()), $"user agent '{request.Headers.UserAgent}'"))
            return (RestReply.Error(403, 40333, "internal network error"), null, null);
        var path = request.Path.Value ?? "";
        if (!conduct.Check(SheetRow.Headers, path.StartsWith(Prefix, StringComparison.Ordinal), $"a request below {path}, which is not version 10"))
            return (RestReply.NotFound, null, null);
        var (route, values) = Find(request.Method, RawPath(context)[Prefix.Length..].Split('/'));
        if (route is null)
            return (RestReply.NotFound, null, null);
        if (!route.IsOpen && Unauthorized(request) is { } unauthorized)
            return (unauthorized, route.Name, null);

        RestFault? fault;
        IReadOnlyList<(string, string)> headers;
        lock (server.Gate)
        {
            CheckStopped(route);
            var major = route.Major(values!);
            var same = $"{request.Method} {RawPath(context)} {request.ContentLength}";
            if (Limiter.Take(route, major, same, out headers) is { } tooMany)
                return (tooMany, route.Name, null);
            fault = Faults.Next(route.Name);
            if (fault?.RateLimit is { } limit)
                return (Limiter.Order(limit, route, major, same), route.Name, null);
        }

        if (fault is { Stored: false, Wait.Ticks: 0 })
            return (fault.Cut ? null : Broken(fault), route.Name, null);
        var (json, files, malformed) = await ReadBodyAsync(request);
        var reply = malformed ?? Handle(new RestCall(route, values!, request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()))
        {
            Json = json,
            Files = files,
            AnswerWillBeLost = fault is { Stored: true },
            AnswerWillBeLate = fault is { Wait.Ticks: > 0 },
        });
        reply = reply with { Headers = [.. headers, .. reply.Headers, ("Via", "1.1 google")] };
        if (fault is { Wait: { Ticks: > 0 } wait })
            await Task.Delay(wait, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (fault is { Stored: true })
        {
            conduct.Exercise(SheetRow.FaultsAfterStoring);
            if (fault.Hang)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return (fault.Cut ? null : Broken(fault), route.Name, json);
        }

        return (reply, route.Name, json);
    }

    private RestReply Handle(RestCall call)
    {
        lock (server.Gate)
        {
            var reply = call.Route.Handle(call);
            if (reply.Status == 403 && call.Json is not null)
                CheckRefusedBefore($"{call.Route.Name} {string.Join('/', call.Values.Values)} {call.Json.ToJsonString()}");
            return reply;
        }
    }

    /// <summary>What was refused for good must not come again unchanged.</summary>
    private void CheckRefusedBefore(string request)
    {
        var now = server.Options.Time.GetUtcNow();
        foreach (var old in refused.Where(item => now - item.Value > TimeSpan.FromSeconds(30)).Select(item => item.Key).ToList())
            refused.Remove(old);
        server.Conduct.Check(SheetRow.Permissions, !refused.ContainsKey(request), "sent again what had been refused with 403");
        refused[request] = now;
    }

    private void CheckStopped(Route route)
    {
        if (!stopped)
            return;
        if (First.Contains(route.Name))
            stopped = false;
        else
            server.Conduct.Violate(SheetRow.Shutdown, $"{route.Name} after the gateway was closed with 1000");
    }

    private static RestReply Broken(RestFault fault) => fault.Code != 0
        ? RestReply.Error(fault.Status, fault.Code, fault.Message)
        : new(fault.Status, null) { PlainTextType = fault.ContentType, PlainText = fault.Text ?? (fault.Status == 502 ? "<html><head><title>502 Bad Gateway</title></head></html>" : "upstream connect error") };

    private RestReply? Unauthorized(HttpRequest request)
    {
        var given = request.Headers.Authorization.ToString();
        var conduct = server.Conduct;
        if (!conduct.Check(SheetRow.Headers, given.StartsWith("Bot ", StringComparison.Ordinal), "a request without 'Authorization: Bot …'"))
            return RestReply.Unauthorized;
        return given["Bot ".Length..] == server.Token ? null : RestReply.Unauthorized;
    }

    private void Count(RestReply reply)
    {
        server.Conduct.Exercise(SheetRow.InvalidRequests);
        var now = server.Options.Time.GetUtcNow();
        while (invalid.TryPeek(out var first) && now - first > TimeSpan.FromMinutes(10))
            invalid.Dequeue();
        if (reply.Status is not (401 or 403 or 429) || reply.Headers.Contains(("X-RateLimit-Scope", "shared")))
            return;
        invalid.Enqueue(now);
        if (invalid.Count < server.Options.InvalidRequestLimit || bannedUntil > now)
            return;
        server.Conduct.Violate(SheetRow.InvalidRequests, $"{invalid.Count} invalid requests in ten minutes: the address is banned");
        bannedUntil = now + TimeSpan.FromMinutes(10);
    }

    /// <summary>The path as sent, so that an encoded slash or emoji stays one segment.</summary>
    private static string RawPath(HttpContext context)
    {
        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var end = target.IndexOf('?', StringComparison.Ordinal);
        return end < 0 ? target : target[..end];
    }

    private (Route? Route, IReadOnlyDictionary<string, string>? Values) Find(string method, string[] path)
    {
        foreach (var route in routes)
        {
            if (route.Match(method, path) is { } values)
                return (route, values);
        }

        return (null, null);
    }

    private async Task<(JsonNode? Json, IReadOnlyList<UploadedFile> Files, RestReply? Malformed)> ReadBodyAsync(HttpRequest request)
    {
        if (request.Method is "GET" or "DELETE" || (request.ContentLength is null or 0 && request.ContentType is null))
            return (null, [], null);
        var conduct = server.Conduct;
        if (request.HasFormContentType && request.ContentType!.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            var form = await request.ReadFormAsync();
            var files = new List<UploadedFile>();
            foreach (var file in form.Files.Where(file => file.Name != "payload_json"))
            {
                using var copy = new MemoryStream();
                await file.CopyToAsync(copy);
                files.Add(new UploadedFile(file.FileName, copy.ToArray()));
            }

            return Parse(form["payload_json"].ToString() is { Length: > 0 } text ? text : "{}", files);
        }

        if (!conduct.Check(SheetRow.Headers, request.HasJsonContentType(), $"content type '{request.ContentType}'"))
        {
            var errors = new FormErrors();
            errors.Add("", "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}.");
            return (null, [], errors.Reply());
        }

        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return Parse(await reader.ReadToEndAsync(), []);
    }

    private static (JsonNode?, IReadOnlyList<UploadedFile>, RestReply?) Parse(string text, IReadOnlyList<UploadedFile> files)
    {
        try
        {
            return (text.Length == 0 ? null : JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }), files, null);
        }
        catch (JsonException)
        {
            return (null, files, RestReply.Error(400, 50109, "The request body contains invalid JSON."));
        }
    }
}
