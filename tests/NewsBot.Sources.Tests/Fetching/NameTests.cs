using System.Net;
using System.Net.Sockets;
using NewsBot.FakeNews;
using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Tests.Fetching;

/// <summary>Where names lead, with a resolver that answers what an attacker's would.</summary>
public sealed class NameTests
{
    private static readonly FetchOptions Public = TestFetcher.Quick with { AllowLoopback = false, Retries = 0, ConnectSeconds = 0.3 };

    [Theory]
    [InlineData("a name of loopback", "127.0.0.1")]
    [InlineData("a name of loopback, IPv6", "::1")]
    [InlineData("a name of a private address", "10.1.2.3")]
    [InlineData("a name of a router", "192.168.0.1")]
    [InlineData("a name of the metadata service", "169.254.169.254")]
    [InlineData("a name of a mapped address", "::ffff:192.168.0.1")]
    [InlineData("a name of a unique local address", "fd00::1")]
    [InlineData("a name of a translated address", "64:ff9b::c0a8:1")]
    [InlineData("a name of any address", "0.0.0.0")]
    [InlineData("a name of a group", "224.0.0.251")]
    [InlineData("a name of a public and a private address", "93.184.216.34 10.0.0.1")]
    [InlineData("a name of a private and a public address", "10.0.0.1 93.184.216.34")]
    public async Task A_name_that_leads_inside_is_refused(string name, string addresses)
    {
        using var fetcher = new TestFetcher(Public, (_, _) => Task.FromResult(Array.ConvertAll(addresses.Split(' '), IPAddress.Parse)));
        var result = await fetcher.GetAsync("http://news.example/");
        Assert.True(result.Status == FetchStatus.Refused, $"{name}: {result.Reason}");
        Assert.Contains("not on the public internet", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_public_first_and_private_when_connected_to_is_refused()
    {
        var answers = new Queue<string>(["93.184.216.34", "127.0.0.1"]);
        var asked = 0;
        var dialled = new List<string>();
        using var fetcher = new TestFetcher(
            Public,
            (_, _) =>
            {
                asked++;
                return Task.FromResult(new[] { IPAddress.Parse(answers.Dequeue()) });
            },
            (ip, _, _) =>
            {
                dialled.Add(ip.ToString());
                throw new SocketException((int)SocketError.ConnectionRefused);
            });
        Assert.Equal("cannot be connected to", (await fetcher.GetAsync("http://rebinding.example/")).Reason);
        Assert.Equal(1, asked); // What was checked is what is connected to: no second look-up in between.
        Assert.Equal("93.184.216.34", Assert.Single(dialled));
        Assert.Equal(FetchStatus.Refused, (await fetcher.GetAsync("http://rebinding.example/")).Status);
    }

    [Fact]
    public async Task A_public_name_for_loopback_is_refused_even_where_loopback_is_allowed()
    {
        await using var server = RawServer.Sending("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var fetcher = new TestFetcher(TestFetcher.Quick with { AllowedHosts = [] }, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        Assert.Equal(FetchStatus.Refused, (await fetcher.GetAsync("http://localtest.example/")).Status);
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public async Task The_name_localhost_must_lead_to_loopback()
    {
        using var fetcher = new TestFetcher(TestFetcher.Quick, (_, _) => Task.FromResult(new[] { IPAddress.Parse("10.0.0.1") }));
        Assert.Equal(FetchStatus.Refused, (await fetcher.GetAsync("http://localhost/")).Status);
    }

    [Fact]
    public async Task A_host_that_is_vouched_for_may_be_private()
    {
        await using var server = RawServer.Sending("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        using var fetcher = new TestFetcher(Public with { AllowedHosts = [$"intranet.example:{server.Root.Port}"] }, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        Assert.Equal(FetchStatus.Fetched, (await fetcher.GetAsync($"http://intranet.example:{server.Root.Port}/")).Status);
    }

    [Fact]
    public async Task A_host_that_is_vouched_for_must_not_be_the_metadata_service()
    {
        using var fetcher = new TestFetcher(Public with { AllowedHosts = ["intranet.example"] }, (_, _) => Task.FromResult(new[] { IPAddress.Parse("169.254.169.254") }));
        Assert.Equal(FetchStatus.Refused, (await fetcher.GetAsync("http://intranet.example/")).Status);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_told_in_plain_words()
    {
        using var fetcher = new TestFetcher(Public, (_, _) => throw new SocketException((int)SocketError.HostNotFound));
        Assert.Equal("has a host name that cannot be found", (await fetcher.GetAsync("http://nowhere.example/")).Reason);
    }

    [Fact]
    public async Task A_name_without_addresses_is_told_in_plain_words()
    {
        using var fetcher = new TestFetcher(Public, (_, _) => Task.FromResult(Array.Empty<IPAddress>()));
        Assert.Equal("has a host name that cannot be found", (await fetcher.GetAsync("http://nowhere.example/")).Reason);
    }

    [Fact]
    public async Task A_resolver_that_never_answers_is_not_waited_for()
    {
        using var fetcher = new TestFetcher(Public, async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return [];
        });
        Assert.Equal(FetchStatus.Failed, (await fetcher.GetAsync("http://slow.example/")).Status);
    }
}
