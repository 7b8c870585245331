using System.IO.Compression;
using System.Text;
using NewsBot.FakeNews;
using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Tests.Fetching;

/// <summary>Servers that send what no server should: each ends in a plain reason, soon, and without much memory.</summary>
public sealed class HostileServerTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    public static TheoryData<string, byte[]> Bombs => new()
    {
        { "gzip", Compressed(100, stream => new GZipStream(stream, CompressionLevel.SmallestSize)) },
        { "deflate", Compressed(100, stream => new ZLibStream(stream, CompressionLevel.SmallestSize)) },
        { "deflate", Compressed(100, stream => new DeflateStream(stream, CompressionLevel.SmallestSize)) },
        { "br", Compressed(100, stream => new BrotliStream(stream, CompressionLevel.Optimal)) },
        { "gzip", [.. Compressed(1, stream => new GZipStream(stream, CompressionLevel.SmallestSize)), .. Compressed(100, stream => new GZipStream(stream, CompressionLevel.SmallestSize))] },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task A_small_body_that_unpacks_to_a_large_one_is_refused(string coding, byte[] body)
    {
        var result = await GetAsync($"{Ok}Content-Encoding: {coding}\r\nContent-Length: {body.Length}\r\n\r\n", body);
        Assert.Equal(FetchStatus.Failed, result.Status);
        Assert.Contains("unpack", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_grows_too_much_is_refused_before_it_reaches_the_size_limit()
    {
        var body = Compressed(1, stream => new GZipStream(stream, CompressionLevel.SmallestSize), kilobytes: 600);
        Assert.Contains("100 times", (await GetAsync($"{Ok}Content-Encoding: gzip\r\nContent-Length: {body.Length}\r\n\r\n", body)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip that is not", "gzip", "this is not gzip at all, but some text")]
    [InlineData("zlib that is not", "deflate", "x\u009cthis is not zlib")]
    [InlineData("brotli that is not", "br", "\u00ff\u00ff\u00ff\u00ffnot brotli")]
    [InlineData("an unknown coding", "lzma", "anything")]
    [InlineData("a coding that was not asked for", "zstd", "anything")]
    [InlineData("two codings", "gzip, br", "anything")]
    [InlineData("a hundred codings", "gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip", "anything")]
    public async Task A_body_that_cannot_be_unpacked_is_told(string name, string coding, string body)
    {
        var result = await GetAsync($"{Ok}Content-Encoding: {coding}\r\nContent-Length: {body.Length}\r\n\r\n", Encoding.Latin1.GetBytes(body));
        Assert.True(result.Status == FetchStatus.Failed, name);
    }

    [Theory]
    [InlineData("a status line that is none", "hello\r\n\r\n")]
    [InlineData("only line ends", "\r\n\r\n\r\n\r\n")]
    [InlineData("nothing at all", "")]
    [InlineData("binary", "\u0000\u0001\u0002\u0003\u00ff\u00fe")]
    [InlineData("a protocol of another kind", "SSH-2.0-OpenSSH_9.0\r\n")]
    [InlineData("a greeting of a mail server", "220 mail.example ESMTP\r\n")]
    [InlineData("a version that does not exist", "HTTP/9.9 200 OK\r\n\r\n")]
    [InlineData("a status with letters", "HTTP/1.1 abc OK\r\n\r\n")]
    [InlineData("a status that is too long", "HTTP/1.1 20000 OK\r\n\r\n")]
    [InlineData("a head that breaks off", "HTTP/1.1 200 OK\r\nContent-Type: text/h")]
    [InlineData("a header without a colon", "HTTP/1.1 200 OK\r\nno colon here\r\n\r\n")]
    [InlineData("a length that is no number", "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nabc")]
    [InlineData("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabc")]
    [InlineData("a body shorter than its length", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nabc")]
    [InlineData("a length beyond all measure", "HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\nabc")]
    [InlineData("a length above the limit", "HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\nabc")]
    [InlineData("a chunk size that is no number", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n")]
    [InlineData("a chunk size that overflows", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nabc\r\n0\r\n\r\n")]
    [InlineData("chunks that break off", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab")]
    [InlineData("a redirect to nowhere", "HTTP/1.1 302 Found\r\n\r\n")]
    [InlineData("a redirect to a file", "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n")]
    [InlineData("a redirect to a script", "HTTP/1.1 302 Found\r\nLocation: javascript:alert(1)\r\n\r\n")]
    [InlineData("a redirect to ftp", "HTTP/1.1 302 Found\r\nLocation: ftp://example.com/\r\n\r\n")]
    [InlineData("a redirect to gopher", "HTTP/1.1 302 Found\r\nLocation: gopher://127.0.0.1:6379/_FLUSHALL\r\n\r\n")]
    [InlineData("a redirect to metadata", "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest/\r\n\r\n")]
    [InlineData("a redirect to a router", "HTTP/1.1 301 Moved\r\nLocation: http://192.168.0.1/\r\n\r\n")]
    [InlineData("a redirect to a private address in disguise", "HTTP/1.1 307 Moved\r\nLocation: http://0xc0.0xa8.0.1/\r\n\r\n")]
    [InlineData("a redirect to a mapped address", "HTTP/1.1 308 Moved\r\nLocation: http://[::ffff:10.0.0.1]/\r\n\r\n")]
    [InlineData("a redirect with a password", "HTTP/1.1 302 Found\r\nLocation: http://a:b@example.com/\r\n\r\n")]
    [InlineData("a redirect to another port", "HTTP/1.1 302 Found\r\nLocation: http://example.com:8080/\r\n\r\n")]
    [InlineData("a redirect without a scheme to a private host", "HTTP/1.1 302 Found\r\nLocation: //10.0.0.1/\r\n\r\n")]
    [InlineData("a redirect to itself", "HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n")]
    [InlineData("a redirect to itself under another fragment", "HTTP/1.1 302 Found\r\nLocation: /#again\r\n\r\n")]
    [InlineData("not modified, though nobody asked", "HTTP/1.1 304 Not Modified\r\n\r\n")]
    [InlineData("a switch of protocols", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")]
    [InlineData("no content", "HTTP/1.1 204 No Content\r\n\r\n")]
    [InlineData("a part of a body", "HTTP/1.1 206 Partial Content\r\nContent-Length: 2\r\n\r\nab")]
    [InlineData("forbidden", "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("a login", "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("a proxy's login", "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("a broken server", "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("an unknown status", "HTTP/1.1 799 What\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("a picture", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 3\r\n\r\nabc")]
    [InlineData("a drawing", "HTTP/1.1 200 OK\r\nContent-Type: image/svg+xml\r\nContent-Length: 3\r\n\r\nabc")]
    [InlineData("a program", "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 3\r\n\r\nabc")]
    [InlineData("an archive", "HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\nContent-Length: 3\r\n\r\nabc")]
    [InlineData("a film without an end", "HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\nabc")]
    [InlineData("a Content-Type of nonsense", "HTTP/1.1 200 OK\r\nContent-Type: ;;;<script>\r\nContent-Length: 100\r\n\r\nabc")]
    public async Task An_answer_that_is_wrong_is_told_and_nothing_more(string name, string answer)
    {
        var result = await GetAsync(answer, null);
        Assert.True(result.Status is FetchStatus.Failed or FetchStatus.Refused, name);
        Assert.NotEmpty(result.Reason);
        Assert.DoesNotContain("Exception", result.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('<', result.Reason);
    }

    [Theory]
    [InlineData("headers without end")]
    [InlineData("one header of a megabyte")]
    [InlineData("interim answers without end")]
    [InlineData("a head that trickles")]
    [InlineData("silence")]
    [InlineData("a body without end")]
    [InlineData("a body that trickles")]
    [InlineData("a body that stops")]
    [InlineData("chunks without end")]
    [InlineData("empty lines in place of chunks")]
    [InlineData("chunk extensions without end")]
    [InlineData("trailers without end")]
    [InlineData("packed zeros without end")]
    public async Task A_server_without_end_is_left(string name)
    {
        await using var server = new RawServer((_, stream, token) => EndlessAsync(name, stream, token));
        using var fetcher = new TestFetcher(TestFetcher.Quick with { Retries = 0 });
        var result = await fetcher.GetAsync(server.Root);
        Assert.True(result.Status == FetchStatus.Failed, name);
        Assert.NotEmpty(result.Reason);
    }

    [Fact]
    public async Task Redirects_that_never_repeat_are_followed_only_so_far()
    {
        var number = 0;
        await using var server = new RawServer((_, stream, token) => WriteAsync(stream, $"HTTP/1.1 302 Found\r\nLocation: /{++number}\r\nContent-Length: 0\r\n\r\n", token));
        using var fetcher = new TestFetcher();
        Assert.Equal("redirects more than 5 times", (await fetcher.GetAsync(server.Root)).Reason);
        Assert.Equal(6, server.Requests);
    }

    [Fact]
    public async Task Two_pages_that_redirect_to_each_other_are_left()
    {
        await using var server = new RawServer((path, stream, token) => WriteAsync(stream, $"HTTP/1.1 302 Found\r\nLocation: {(path == "/a" ? "/b" : "/a")}\r\nContent-Length: 0\r\n\r\n", token));
        using var fetcher = new TestFetcher();
        Assert.Equal("redirects in a circle", (await fetcher.GetAsync(server.Root)).Reason);
    }

    [Fact]
    public async Task A_public_site_that_redirects_to_this_machine_is_refused_even_where_loopback_is_allowed()
    {
        await using var inside = RawServer.Sending("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret");
        var rules = new AddressRules(TestFetcher.Quick);
        Assert.NotNull(rules.Problem(inside.Root, new Uri("http://public.example/")));
    }

    [Fact]
    public async Task A_wrong_length_that_is_too_short_gives_what_was_announced()
    {
        var result = await GetAsync("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdefHTTP/1.1 200 OK\r\n\r\n", null);
        Assert.Equal("abc", Encoding.UTF8.GetString(result.Body));
    }

    [Theory]
    [InlineData("a broken ETag", "ETag: \"unclosed")]
    [InlineData("an ETag without quotes", "ETag: abc")]
    [InlineData("a date that is none", "Last-Modified: the day before yesterday")]
    [InlineData("a very long header", "X-Long: LONG")]
    [InlineData("a cookie", "Set-Cookie: id=1; Domain=.example.com")]
    [InlineData("a strange alternative service", "Alt-Svc: h3=\"127.0.0.1:22\"")]
    [InlineData("strict transport", "Strict-Transport-Security: max-age=1")]
    [InlineData("a refresh", "Refresh: 0; url=http://169.254.169.254/")]
    [InlineData("a content location", "Content-Location: http://169.254.169.254/")]
    public async Task Odd_headers_do_no_harm(string name, string header)
    {
        header = header.Replace("LONG", new string('x', 8000), StringComparison.Ordinal);
        var result = await GetAsync($"HTTP/1.1 200 OK\r\n{header}\r\nContent-Length: 2\r\n\r\nok", null);
        Assert.True(result.Status == FetchStatus.Fetched, $"{name}: {result.Reason}");
        Assert.Equal("ok", Encoding.UTF8.GetString(result.Body));
    }

    [Fact]
    public async Task A_long_ETag_is_not_kept()
    {
        var result = await GetAsync($"HTTP/1.1 200 OK\r\nETag: \"{new string('x', 5000)}\"\r\nContent-Length: 2\r\n\r\nok", null);
        Assert.Null(result.Validators.ETag);
    }

    private static async Task<FetchResult> GetAsync(string head, byte[]? body)
    {
        await using var server = RawServer.Sending(head, body);
        using var fetcher = new TestFetcher(TestFetcher.Quick with { Retries = 0 });
        return await fetcher.GetAsync(server.Root);
    }

    private static async Task EndlessAsync(string name, Stream stream, CancellationToken token)
    {
        var (head, piece, pause) = name switch
        {
            "headers without end" => ("HTTP/1.1 200 OK\r\n", "X-A: b\r\n", 0),
            "one header of a megabyte" => ("HTTP/1.1 200 OK\r\nX-A: ", new string('a', 4096), 0),
            "interim answers without end" => ("", "HTTP/1.1 103 Early Hints\r\n\r\n", 1),
            "a head that trickles" => ("HTTP/1.1 200 OK\r\n", "X", 50),
            "silence" => ("", "", 50),
            "a body without end" => (Ok + "\r\n", new string('a', 4096), 0),
            "a body that trickles" => (Ok + "\r\n", "a", 50),
            "a body that stops" => (Ok + "Content-Length: 100\r\n\r\nabc", "", 50),
            "chunks without end" => (Ok + "Transfer-Encoding: chunked\r\n\r\n", "1000\r\n" + new string('a', 4096) + "\r\n", 0),
            "empty lines in place of chunks" => (Ok + "Transfer-Encoding: chunked\r\n\r\n", "\r\n", 0),
            "chunk extensions without end" => (Ok + "Transfer-Encoding: chunked\r\n\r\n1;", "a=b;", 0),
            "trailers without end" => (Ok + "Transfer-Encoding: chunked\r\n\r\n0\r\n", "X-A: b\r\n", 0),
            _ => (Ok + "Content-Encoding: gzip\r\n\r\n", "\0\0\0\0", 0),
        };
        await WriteAsync(stream, head, token);
        while (!token.IsCancellationRequested)
        {
            await WriteAsync(stream, piece, token);
            if (pause > 0)
                await Task.Delay(pause, token);
        }
    }

    private static Task WriteAsync(Stream stream, string text, CancellationToken token) => stream.WriteAsync(Encoding.Latin1.GetBytes(text), token).AsTask();

    private static byte[] Compressed(int megabytes, Func<Stream, Stream> compress, int kilobytes = 1024)
    {
        var packed = new MemoryStream();
        using (var packing = compress(packed))
            for (var i = 0; i < megabytes; i++)
                packing.Write(new byte[kilobytes * 1024]);
        return packed.ToArray();
    }
}
