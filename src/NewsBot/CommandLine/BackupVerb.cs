using System.CommandLine;
using System.Globalization;
using NewsBot.Composition;
using NewsBot.Storage.Backups;

namespace NewsBot.CommandLine;

/// <summary><c>backup FILE</c>: writes all state into one file, also while the bot is running.</summary>
internal static class BackupVerb
{
    public static Command Create(SharedOptions shared)
    {
        var file = new Argument<string>("FILE") { Description = "The file to write; an earlier backup is replaced" };
        var verb = new Command("backup", "Writes all state of the data folder into one file, also while the bot is running.") { file };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed, shared, parsed.GetValue(file)!, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed, SharedOptions shared, string file, CancellationToken cancellationToken)
    {
        if (await BotOptions.ReadAsync(parsed.GetValue(shared.Data)).ConfigureAwait(false) is not { } options)
            return ExitCode.Error;
        var result = await Backup.WriteAsync(options.DataFolder, file, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        if (result.Failure is { } failure)
        {
            await System.Console.Error.WriteLineAsync(failure).ConfigureAwait(false);
            return ExitCode.Error;
        }

        await System.Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"revision {result.Revision} with {result.Articles} articles is in {file} ({result.Bytes / 1048576.0:0.0} MB)")).ConfigureAwait(false);
        return ExitCode.Answered;
    }
}
