using System.IO.Compression;
using System.Text;
using NewsBot.FakeNews;
using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Tests.Fetching;

public sealed class FetcherTests
{
    [Fact]
    public async Task An_unchanged_resource_is_not_sent_again()
    {
        await using var site = await NewsSite.StartAsync();
        site["/feed"] = new Resource("<rss/>", "application/rss+xml") { ETag = "\"1\"" };
        using var fetcher = new TestFetcher();
        var first = await fetcher.GetAsync(site.At("/feed"), FetchKind.Feed);
        Assert.Equal("\"1\"", first.Validators.ETag);
        var again = await fetcher.Fetcher.FetchAsync(new FetchRequest(site.At("/feed"), FetchKind.Feed) { Validators = first.Validators }, CancellationToken.None);
        Assert.Equal(FetchStatus.NotModified, again.Status);
        Assert.Equal([200, 304], site.Visits.Select(visit => visit.Status));
    }

    [Fact]
    public async Task A_redirect_is_followed_and_the_last_address_told()
    {
        await using var site = await NewsSite.StartAsync();
        site["/old"] = new Resource("") { Status = 301, Location = "/new?x=1" };
        site["/new?x=1"] = new Resource("here");
        using var fetcher = new TestFetcher();
        var result = await fetcher.GetAsync(site.At("/old"));
        Assert.Equal(site.At("/new?x=1"), result.Address);
        Assert.Equal("here", Encoding.UTF8.GetString(result.Body));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task What_is_not_there_is_told_apart_from_a_failure(int status)
    {
        await using var site = await NewsSite.StartAsync();
        site["/gone"] = new Resource("gone") { Status = status };
        using var fetcher = new TestFetcher();
        Assert.Equal(FetchStatus.Gone, (await fetcher.GetAsync(site.At("/gone"))).Status);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("bare deflate")]
    public async Task A_packed_body_is_unpacked(string coding)
    {
        var packed = new MemoryStream();
        await using (Stream packing = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionMode.Compress),
            "br" => new BrotliStream(packed, CompressionMode.Compress),
            "deflate" => new ZLibStream(packed, CompressionMode.Compress),
            _ => new DeflateStream(packed, CompressionMode.Compress),
        })
            await packing.WriteAsync("Grüße aus Quarrow"u8.ToArray());
        await using var server = RawServer.Sending($"HTTP/1.1 200 OK\r\nContent-Encoding: {coding.Split(' ')[^1]}\r\n\r\n", packed.ToArray());
        using var fetcher = new TestFetcher();
        Assert.Equal("Grüße aus Quarrow", Encoding.UTF8.GetString((await fetcher.GetAsync(server.Root)).Body));
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_after_the_pause_it_names()
    {
        var asked = 0;
        await using var server = new RawServer(async (_, stream, token) => await stream.WriteAsync(
            Encoding.ASCII.GetBytes(++asked == 1 ? "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n" : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"), token));
        using var fetcher = new TestFetcher();
        Assert.Equal(FetchStatus.Fetched, (await fetcher.GetAsync(server.Root)).Status);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_server_that_wants_a_long_pause_is_not_asked_again_now()
    {
        await using var site = await NewsSite.StartAsync();
        site["/busy"] = new Resource("") { Status = 429, RetryAfter = "3600" };
        using var fetcher = new TestFetcher();
        var result = await fetcher.GetAsync(site.At("/busy"));
        Assert.Equal((FetchStatus.Failed, TimeSpan.FromHours(1)), (result.Status, result.RetryAfter));
        Assert.Equal(1, site.Count("/busy"));
    }

    [Fact]
    public async Task What_is_forbidden_or_missing_is_not_asked_again()
    {
        await using var site = await NewsSite.StartAsync();
        site["/private"] = new Resource("") { Status = 403 };
        using var fetcher = new TestFetcher();
        await fetcher.GetAsync(site.At("/private"));
        await fetcher.GetAsync(site.At("/missing"));
        Assert.Equal(2, site.Visits.Count);
    }

    [Fact]
    public async Task Robots_txt_is_asked_once_and_obeyed()
    {
        await using var site = await NewsSite.StartAsync();
        site["/robots.txt"] = new Resource("User-agent: *\nDisallow: /private/", "text/plain");
        site["/private/a"] = new Resource("secret");
        site["/b"] = new Resource("open");
        using var fetcher = new TestFetcher(TestFetcher.Quick with { ObeyRobots = true });
        var closed = await fetcher.GetAsync(site.At("/private/a"));
        Assert.Equal((FetchStatus.Refused, "is closed to this program by the robots.txt of the site"), (closed.Status, closed.Reason));
        Assert.Equal(FetchStatus.Fetched, (await fetcher.GetAsync(site.At("/b"))).Status);
        Assert.Equal((1, 0), (site.Count("/robots.txt"), site.Count("/private/a")));
    }

    [Fact]
    public async Task A_redirect_into_what_robots_txt_closes_is_not_followed()
    {
        await using var site = await NewsSite.StartAsync();
        site["/robots.txt"] = new Resource("User-agent: NewsBot\nDisallow: /private/", "text/plain");
        site["/a"] = new Resource("") { Status = 302, Location = "/private/a" };
        site["/private/a"] = new Resource("secret");
        using var fetcher = new TestFetcher(TestFetcher.Quick with { ObeyRobots = true });
        Assert.Equal(FetchStatus.Refused, (await fetcher.GetAsync(site.At("/a"))).Status);
        Assert.Equal(0, site.Count("/private/a"));
    }

    [Theory]
    [InlineData("a site without robots.txt is open", 404, "", true)]
    [InlineData("a robots.txt that is itself forbidden closes nothing", 403, "", true)]
    [InlineData("a broken robots.txt closes the site for now", 500, "", false)]
    [InlineData("a web page in its place closes nothing", 200, "<html>User-agent: x</html>", true)]
    public async Task The_answer_to_robots_txt_decides(string name, int status, string body, bool isOpen)
    {
        await using var site = await NewsSite.StartAsync();
        site["/robots.txt"] = new Resource(body) { Status = status };
        site["/a"] = new Resource("here");
        using var fetcher = new TestFetcher(TestFetcher.Quick with { ObeyRobots = true, Retries = 0 });
        Assert.True(isOpen == ((await fetcher.GetAsync(site.At("/a"))).Status == FetchStatus.Fetched), name);
    }

    [Fact]
    public async Task An_endless_robots_txt_closes_the_site_for_now()
    {
        await using var server = new RawServer(async (path, stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"u8.ToArray(), token);
            while (path == "/robots.txt")
                await stream.WriteAsync("Allow: /\n"u8.ToArray(), token);
        });
        using var fetcher = new TestFetcher(TestFetcher.Quick with { ObeyRobots = true });
        Assert.StartsWith("is left alone", (await fetcher.GetAsync(server.Root)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_host_is_asked_by_so_many_at_a_time_only()
    {
        int now = 0, most = 0;
        await using var server = new RawServer(async (_, stream, token) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(30, token);
            Interlocked.Decrement(ref now);
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"u8.ToArray(), token);
        });
        using var fetcher = new TestFetcher(TestFetcher.Quick with { HostConcurrency = 2 });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => fetcher.GetAsync(new Uri(server.Root, $"/{n}"))));
        Assert.InRange(most, 1, 2);
        Assert.Equal(8, server.Requests);
    }

    [Fact]
    public async Task A_fetch_can_be_cancelled()
    {
        await using var server = new RawServer((_, _, token) => Task.Delay(Timeout.Infinite, token));
        using var fetcher = new TestFetcher(TestFetcher.Quick with { HeadersSeconds = 60 });
        using var stop = new CancellationTokenSource(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.Fetcher.FetchAsync(new FetchRequest(server.Root, FetchKind.Page), stop.Token));
    }

    [Fact]
    public async Task The_program_says_who_it_is_and_nothing_of_the_user()
    {
        await using var site = await NewsSite.StartAsync();
        site["/"] = new Resource("here");
        using var fetcher = new TestFetcher();
        await fetcher.GetAsync(site.Root);
        Assert.StartsWith("NewsBot/", Assert.Single(site.Visits).UserAgent, StringComparison.Ordinal);
    }
}
