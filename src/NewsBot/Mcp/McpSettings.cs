using Microsoft.Extensions.Configuration;
using NewsBot.Composition;

namespace NewsBot.Mcp;

/// <summary>
/// The configuration section <c>NewsBot:Mcp</c> (or environment variables such as <c>NewsBot__Mcp__HttpPort</c>): the tools
/// for other assistants over HTTP, beside whatever else the bot serves.
/// </summary>
internal sealed record McpSettings
{
    public const string Section = BotOptions.Section + ":Mcp";
    private const int ShortestKey = 16;

    /// <value>The local port; 0, the default, for none.</value>
    public int HttpPort { get; init; }

    /// <value>Address that the port listens on. Default: 127.0.0.1.</value>
    public string HttpAddress { get; init; } = "127.0.0.1";

    /// <value>What assistants send as <c>Authorization: Bearer KEY</c>; of 16 characters or more. A secret: printing the settings does not show it.</value>
    public string Key { get; init; } = "";

    public override string ToString() => $"MCP at http://{HttpAddress}:{HttpPort}/mcp";

    /// <returns>The settings; neither where no port is configured; or one line that says what is wrong.</returns>
    public static (McpSettings? Settings, string? Problem) Read(IConfiguration configuration)
    {
        McpSettings settings;
        try
        {
            settings = configuration.GetSection(Section).Get<McpSettings>() ?? new McpSettings();
        }
        catch (InvalidOperationException)
        {
            return (null, $"Configuration: {Section}:HttpPort is not a whole number.");
        }

        if (settings.HttpPort == 0)
            return (null, null);
        if (settings.HttpPort is < 0 or > 65535)
            return (null, $"Configuration: {Section}:HttpPort is {settings.HttpPort}; it must be from 0 to 65535.");
        if (!System.Net.IPAddress.TryParse(settings.HttpAddress, out _))
            return (null, $"Configuration: {Section}:HttpAddress is not an IP address such as 127.0.0.1.");
        if (settings.Key.Length < ShortestKey)
            return (null, $"Configuration: {Section}:Key must have at least {ShortestKey} characters; without a key the tools are not served over HTTP.");
        return (settings, null);
    }
}
