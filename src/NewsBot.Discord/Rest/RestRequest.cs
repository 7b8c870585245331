using System.Globalization;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Model;

namespace NewsBot.Discord.Rest;

/// <summary>How a request is limited.</summary>
internal enum LimitClass
{
    /// <summary>By its bucket and the global limit.</summary>
    Ordinary,

    /// <summary>By its bucket only: answers to interactions after the first.</summary>
    Interaction,

    /// <summary>Not held back at all: the first answer.</summary>
    Callback,
}

/// <summary>
/// One request. Printing it shows the route, never the path, which may hold a token.
/// </summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Route">The path with ids left open, for limits and logs.</param>
/// <param name="Major">The id that has limits of its own: channel, server, or webhook with token. Empty for none.</param>
/// <param name="Path">The path, after the base address.</param>
internal sealed record RestRequest(HttpMethod Method, string Route, string Major, string Path)
{
    public ReadOnlyMemory<byte>? Json { get; init; }

    public IReadOnlyList<MessageFile> Files { get; init; } = [];

    public LimitClass Limit { get; init; } = LimitClass.Ordinary;

    /// <summary>Whether the bot's token goes with it. Routes with a token of their own need none.</summary>
    public bool Authorize { get; init; } = true;

    /// <summary>Whether sending it twice does the same as sending it once.</summary>
    public bool Repeatable { get; init; } = Method != HttpMethod.Post;

    /// <summary>Longest the whole request may take, waits and retries included; null for no limit but those of the options.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>Longest one attempt may take; null for the options' own.</summary>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>A route under a channel: <c>channels/{id}/{rest}</c>.</summary>
    public static RestRequest Channel(HttpMethod method, Snowflake channel, string rest = "", string? route = null) =>
        Under("channels", method, channel, rest, route);

    /// <summary>A route under a server: <c>guilds/{id}/{rest}</c>.</summary>
    public static RestRequest Guild(HttpMethod method, Snowflake guild, string rest = "", string? route = null) =>
        Under("guilds", method, guild, rest, route);

    public override string ToString() => $"{Method} {Route}";

    private static RestRequest Under(string kind, HttpMethod method, Snowflake id, string rest, string? route)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{kind}/{id}{(rest.Length == 0 ? "" : "/")}{rest}");
        return new RestRequest(method, $"{kind}/{{id}}/{route ?? rest}", id.ToString(), path);
    }
}
