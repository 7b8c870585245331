using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Tests.Fetching;

public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("a file", "file:///etc/passwd")]
    [InlineData("a file of a share", "file://server/share")]
    [InlineData("ftp", "ftp://example.com/")]
    [InlineData("gopher", "gopher://127.0.0.1:6379/_INFO")]
    [InlineData("dict", "dict://127.0.0.1:11211/stat")]
    [InlineData("ldap", "ldap://127.0.0.1/")]
    [InlineData("a script", "javascript:alert(1)")]
    [InlineData("data", "data:text/html,hello")]
    [InlineData("an archive", "jar:http://example.com/a.jar!/")]
    [InlineData("a web socket", "ws://example.com/")]
    [InlineData("no scheme", "example.com/feed")]
    [InlineData("only slashes", "//example.com/feed")]
    [InlineData("no host", "http:///feed")]
    [InlineData("nothing", "")]
    [InlineData("a user", "http://user@example.com/")]
    [InlineData("a user and a password", "http://user:secret@example.com/")]
    [InlineData("an empty user", "http://@127.0.0.1/")]
    [InlineData("two at signs", "http://example.com@evil@127.0.0.1/")]
    [InlineData("a backslash before the at sign", "http://example.com\\@127.0.0.1/")]
    [InlineData("backslashes", "http:\\\\127.0.0.1\\")]
    [InlineData("a line end in the path", "http://example.com/a\r\nHost: 127.0.0.1")]
    [InlineData("a tab in the host", "http://exam\tple.com/")]
    [InlineData("a space in the host", "http://example.com :80/")]
    [InlineData("a zero byte", "http://example.com/\0")]
    [InlineData("a fragment that looks like a host", "http://127.0.0.1#@example.com/")]
    [InlineData("a query that looks like a user", "http://127.0.0.1?@example.com/")]
    [InlineData("loopback", "http://127.0.0.1/")]
    [InlineData("loopback, other number", "http://127.8.9.10/")]
    [InlineData("loopback, short", "http://127.1/")]
    [InlineData("loopback, one number", "http://2130706433/")]
    [InlineData("loopback, hexadecimal", "http://0x7f000001/")]
    [InlineData("loopback, hexadecimal parts", "http://0x7f.0x0.0x0.0x1/")]
    [InlineData("loopback, octal", "http://0177.0.0.1/")]
    [InlineData("loopback, octal in one number", "http://017700000001/")]
    [InlineData("loopback, mixed", "http://0x7f.1/")]
    [InlineData("loopback, wide digits", "http://１２７.０.０.１/")]
    [InlineData("loopback, digits in circles", "http://①②⑦.⓪.⓪.①/")]
    [InlineData("loopback, ideographic full stops", "http://127。0。0。1/")]
    [InlineData("loopback, final full stop", "http://127.0.0.1./")]
    [InlineData("loopback, IPv6", "http://[::1]/")]
    [InlineData("loopback, IPv6 in full", "http://[0:0:0:0:0:0:0:1]/")]
    [InlineData("loopback, mapped", "http://[::ffff:127.0.0.1]/")]
    [InlineData("loopback, mapped in hexadecimal", "http://[::ffff:7f00:1]/")]
    [InlineData("loopback, IPv4-compatible", "http://[::127.0.0.1]/")]
    [InlineData("any address", "http://0.0.0.0/")]
    [InlineData("any address, short", "http://0/")]
    [InlineData("any address, IPv6", "http://[::]/")]
    [InlineData("private 10", "http://10.0.0.1/")]
    [InlineData("private 172.16", "http://172.16.0.1/")]
    [InlineData("private 192.168", "http://192.168.1.1/admin")]
    [InlineData("private, one number", "http://3232235777/")]
    [InlineData("metadata", "http://169.254.169.254/latest/meta-data/")]
    [InlineData("metadata, one number", "http://2852039166/")]
    [InlineData("metadata, octal", "http://0251.0376.0251.0376/")]
    [InlineData("metadata, mapped", "http://[::ffff:169.254.169.254]/")]
    [InlineData("metadata, IPv6 of a cloud", "http://[fd00:ec2::254]/")]
    [InlineData("link-local with a zone", "http://[fe80::1%25eth0]/")]
    [InlineData("6to4 of a private address", "http://[2002:c0a8:0101::1]/")]
    [InlineData("NAT64 of loopback", "http://[64:ff9b::7f00:1]/")]
    [InlineData("Teredo", "http://[2001:0:7f00:1::1]/")]
    [InlineData("the port of a mail server", "http://example.com:25/")]
    [InlineData("the port of a database", "http://example.com:6379/")]
    [InlineData("port zero", "http://example.com:0/")]
    [InlineData("http on the port of https", "http://example.com:443/")]
    [InlineData("two ports", "http://example.com:80:80/")]
    [InlineData("an escaped host", "http://%31%32%37.0.0.1/")]
    public async Task What_is_no_plain_public_web_address_is_refused(string name, string address)
    {
        using var fetcher = new TestFetcher(new FetchOptions { ObeyRobots = false }, (_, _) => throw new InvalidOperationException($"{name} was looked up"));
        if (!AddressRules.TryParse(address, out var uri, out var reason))
        {
            Assert.NotEmpty(reason);
            return;
        }

        var result = await fetcher.GetAsync(uri);
        Assert.True(result.Status == FetchStatus.Refused, name);
        Assert.NotEmpty(result.Reason);
    }

    [Fact]
    public void An_address_that_is_too_long_is_refused() =>
        Assert.False(AddressRules.TryParse("http://example.com/" + new string('a', 3000), out _, out _));

    [Theory]
    [InlineData("http://example.com/feed.xml")]
    [InlineData("https://example.com/")]
    [InlineData("https://bücher.example/feed")]
    [InlineData("http://93.184.216.34/")]
    [InlineData("http://[2606:2800:220:1:248:1893:25c8:1946]/")]
    public void A_plain_public_address_is_no_problem(string address)
    {
        Assert.True(AddressRules.TryParse(address, out var uri, out _));
        Assert.Null(new AddressRules(new FetchOptions()).Problem(uri, null));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/")]
    [InlineData("http://localhost:5000/")]
    [InlineData("http://[::1]:5000/")]
    public void Loopback_is_open_where_the_operator_allows_it(string address)
    {
        Assert.Null(new AddressRules(new FetchOptions { AllowLoopback = true }).Problem(new Uri(address), null));
        Assert.NotNull(new AddressRules(new FetchOptions()).Problem(new Uri(address), null));
    }

    [Theory]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://news.example:8080/")]
    public void Allowing_loopback_allows_nothing_else(string address) =>
        Assert.NotNull(new AddressRules(new FetchOptions { AllowLoopback = true }).Problem(new Uri(address), null));

    [Theory]
    [InlineData("intranet.example", "http://intranet.example/", true)]
    [InlineData("intranet.example", "https://intranet.example/", true)]
    [InlineData("intranet.example", "http://intranet.example:8080/", false)]
    [InlineData("intranet.example:8080", "http://intranet.example:8080/", true)]
    [InlineData("intranet.example:8080", "http://other.example:8080/", false)]
    [InlineData("10.0.0.7:8080", "http://10.0.0.7:8080/", true)]
    [InlineData("10.0.0.7:8080", "http://10.0.0.8:8080/", false)]
    [InlineData("[fd00::7]:80", "http://[fd00::7]/", true)]
    public void A_host_that_the_operator_vouches_for_is_open_at_its_port(string allowed, string address, bool isOpen) =>
        Assert.Equal(isOpen, new AddressRules(new FetchOptions { AllowedHosts = [allowed] }).Problem(new Uri(address), null) is null);

    [Theory]
    [InlineData("http://127.0.0.1:5000/secret")]
    [InlineData("http://intranet.example/secret")]
    public void What_only_the_operator_may_name_is_refused_when_a_public_site_names_it(string address)
    {
        var rules = new AddressRules(new FetchOptions { AllowLoopback = true, AllowedHosts = ["intranet.example"] });
        Assert.NotNull(rules.Problem(new Uri(address), new Uri("https://evil.example/feed")));
        Assert.Null(rules.Problem(new Uri(address), new Uri("http://127.0.0.1:7000/feed")));
    }
}
