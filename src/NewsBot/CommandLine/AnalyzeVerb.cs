using System.CommandLine;
using NewsBot.Analysis;
using NewsBot.Batch;

namespace NewsBot.CommandLine;

/// <summary><c>analyze</c>: JSON Lines of articles on standard input, what is found in them on standard output.</summary>
internal static class AnalyzeVerb
{
    public static Command Create()
    {
        var verb = new Command("analyze", """Finds sentences, passages, quotes and times in JSON Lines {"id","title","text","published"?,"source"?,"url"?} from standard input.""");
        verb.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var output = StandardStreams.Output();
        using var input = StandardStreams.Input();
        await new AnalyzeRunner(TimeProvider.System).RunAsync(InputLine.ReadAsync(input, cancellationToken), output, cancellationToken).ConfigureAwait(false);
        return ExitCode.Answered;
    }
}
