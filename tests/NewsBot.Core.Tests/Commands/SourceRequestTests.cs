using NewsBot.Core.Commands.Source;

namespace NewsBot.Core.Tests.Commands;

public sealed class SourceRequestTests
{
    [Theory]
    [InlineData("list", "list", "", "")]
    [InlineData("ADD https://a.example/feed", "add", "https://a.example/feed", "")]
    [InlineData("add <https://a.example/feed>", "add", "https://a.example/feed", "")]
    [InlineData("add https://a.example:8080/feed?a=b:c", "add", "https://a.example:8080/feed?a=b:c", "")]
    [InlineData("add https://a.example/ name:\"Fiction Wire\" refresh:30m", "add", "https://a.example/", "name=Fiction Wire refresh=30m")]
    [InlineData("add Name:Wire https://a.example/", "add", "https://a.example/", "name=Wire")]
    [InlineData("add https://a.example/ name:\"\"", "add", "https://a.example/", "name=")]
    [InlineData("remove Fiction Wire", "remove", "Fiction Wire", "")]
    [InlineData("remove \"Fiction Wire\"", "remove", "Fiction Wire", "")]
    [InlineData("pause C:\\articles", "pause", "C:\\articles", "")]
    [InlineData("   ", "", "", "")]
    public void Action_address_and_settings_are_told_apart(string text, string action, string address, string fields)
    {
        var request = SourceRequest.Parse(text);
        Assert.Equal((action, address), (request.Action, request.Address));
        Assert.Equal(fields, string.Join(' ', request.Fields.Select(field => $"{field.Key}={field.Value}")));
    }
}
