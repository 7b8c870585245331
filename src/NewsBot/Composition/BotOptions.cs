using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using NewsBot.Sources.Fetching;

namespace NewsBot.Composition;

/// <summary>
/// The configuration section <c>NewsBot</c> (appsettings.json in the working directory, or environment variables such as
/// <c>NewsBot__DataFolder</c>). Options on the command line win.
/// </summary>
internal sealed record BotOptions
{
    public const string Section = "NewsBot";

    /// <value>The folder with all state. Default: <c>data</c>.</value>
    public string DataFolder { get; init; } = "data";

    /// <value>Files, folders, globs and addresses with articles, and files sources.yaml. Default: those read last into the data folder, else <c>seeds</c>.</value>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <value>Seconds that an answer may take, 1 to 600. Default: 20.</value>
    public int DeadlineSeconds { get; init; } = 20;

    /// <value>Largest article file that is read, in bytes, 1,000 to 1,000,000,000. Default: 4,000,000.</value>
    public int LargestArticleBytes { get; init; } = 4_000_000;

    /// <value>How the network is used, and what is taken from it at most.</value>
    public FetchOptions Fetching { get; init; } = new();

    /// <summary>The options for what works on a data folder without being the bot.</summary>
    /// <returns>Null where something is wrong with them, which has been printed.</returns>
    public static async Task<BotOptions?> ReadAsync(string? dataFolder)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddEnvironmentVariables();
        var (options, problem) = Read(builder.Configuration, dataFolder, []);
        if (options is null)
            await System.Console.Error.WriteLineAsync(problem).ConfigureAwait(false);
        return options;
    }

    /// <returns>The options, or one line that says what is wrong with them.</returns>
    public static (BotOptions? Options, string? Problem) Read(IConfiguration configuration, string? dataFolder, IReadOnlyList<string> sources)
    {
        BotOptions options;
        try
        {
            options = configuration.GetSection(Section).Get<BotOptions>() ?? new BotOptions();
        }
        catch (InvalidOperationException)
        {
            return (null, $"Configuration: a value in the section {Section} is not of its type; DeadlineSeconds and LargestArticleBytes are whole numbers, Sources a list, and the values of Fetching numbers, true or false.");
        }

        options = options with
        {
            DataFolder = dataFolder ?? options.DataFolder,
            Sources = sources.Count > 0 ? sources : options.Sources,
        };
        if (string.IsNullOrWhiteSpace(options.DataFolder))
            return (null, $"Configuration: {Section}:DataFolder is empty.");
        if (options.DeadlineSeconds is < 1 or > 600)
            return (null, $"Configuration: {Section}:DeadlineSeconds is {options.DeadlineSeconds}; it must be from 1 to 600.");
        if (options.LargestArticleBytes is < 1_000 or > 1_000_000_000)
            return (null, $"Configuration: {Section}:LargestArticleBytes is {options.LargestArticleBytes}; it must be from 1,000 to 1,000,000,000.");
        if (options.Fetching.Problems().FirstOrDefault() is { } problem)
            return (null, $"Configuration: {Section}:Fetching: {problem}.");
        return (options, null);
    }
}
