using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Composition;
using NewsBot.Storage.Backups;

namespace NewsBot.CommandLine;

/// <summary><c>restore FILE</c>: makes the data folder what it was when it was backed up.</summary>
internal static class RestoreVerb
{
    public static Command Create(SharedOptions shared)
    {
        var file = new Argument<string>("FILE") { Description = "A file that backup has written" };
        var force = new Option<bool>("--force") { Description = "Replaces what the data folder has, which is lost" };
        var verb = new Command("restore", "Makes a data folder of a backup: the same articles, revision and answers.") { file, force };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed, shared, parsed.GetValue(file)!, parsed.GetValue(force), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, SharedOptions shared, string file, bool force, CancellationToken cancellationToken)
    {
        if (await BotOptions.ReadAsync(parsed.GetValue(shared.Data)).ConfigureAwait(false) is not { } options)
            return ExitCode.Error;
        var result = await Restore.RunAsync(file, options.DataFolder, force, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken).ConfigureAwait(false);
        if (result.Failure is { } failure)
        {
            await System.Console.Error.WriteLineAsync(failure).ConfigureAwait(false);
            return ExitCode.Error;
        }

        await System.Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"revision {result.Revision} with {result.Articles} articles is in {options.DataFolder}")).ConfigureAwait(false);
        return ExitCode.Answered;
    }
}
