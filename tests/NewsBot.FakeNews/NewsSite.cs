using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace NewsBot.FakeNews;

/// <summary>What a site serves at one path.</summary>
/// <param name="Body">The body.</param>
/// <param name="ContentType">Its Content-Type.</param>
public sealed record Resource(string Body, string ContentType = "text/html; charset=utf-8")
{
    public int Status { get; init; } = 200;

    /// <summary>Quoted; asked for with it, the resource answers 304.</summary>
    public string? ETag { get; init; }

    public string? Location { get; init; }

    public string? RetryAfter { get; init; }
}

/// <param name="Path">Path and query.</param>
/// <param name="Status">What was answered.</param>
/// <param name="UserAgent">Who asked.</param>
public sealed record Visit(string Path, int Status, string UserAgent);

/// <summary>A news site on a free port of loopback, whose resources a test sets and changes. A path answers for all its queries; what is not set is not there (404).</summary>
public sealed class NewsSite : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Resource> _resources = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Visit> _visits = new();
    private readonly WebApplication _application;

    private NewsSite(WebApplication application) => _application = application;

    public Uri Root { get; private set; } = null!;

    public IReadOnlyList<Visit> Visits => [.. _visits];

    public Resource? this[string path]
    {
        set
        {
            if (value is null)
                _resources.TryRemove(path, out _);
            else
                _resources[path] = value;
        }
    }

    public static async Task<NewsSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var site = new NewsSite(application);
        application.Run(site.AnswerAsync);
        await application.StartAsync().ConfigureAwait(false);
        site.Root = new Uri(application.Urls.First());
        return site;
    }

    public Uri At(string path) => new(Root, path);

    /// <summary>How often a path was asked for, with whatever query.</summary>
    public int Count(string path) => _visits.Count(visit => visit.Path == path || visit.Path.StartsWith(path + "?", StringComparison.Ordinal));

    public void ForgetVisits() => _visits.Clear();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path + context.Request.QueryString.ToString();
        var resource = _resources.GetValueOrDefault(path) ?? _resources.GetValueOrDefault(context.Request.Path.ToString()) ?? new Resource("not here", "text/plain") { Status = 404 };
        if (resource.ETag is { } etag && context.Request.Headers[HeaderNames.IfNoneMatch].Contains(etag))
            resource = resource with { Status = 304, Body = "" };
        _visits.Enqueue(new Visit(path, resource.Status, context.Request.Headers[HeaderNames.UserAgent].ToString()));
        context.Response.StatusCode = resource.Status;
        Set(context, HeaderNames.ETag, resource.ETag);
        Set(context, HeaderNames.Location, resource.Location);
        Set(context, HeaderNames.RetryAfter, resource.RetryAfter);
        if (resource.Body.Length == 0)
            return;
        context.Response.ContentType = resource.ContentType;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(resource.Body), context.RequestAborted).ConfigureAwait(false);
    }

    private static void Set(HttpContext context, string header, string? value)
    {
        if (value is not null)
            context.Response.Headers[header] = value;
    }
}
