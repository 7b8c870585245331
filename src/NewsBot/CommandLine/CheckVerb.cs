using System.CommandLine;
using NewsBot.Batch;
using NewsBot.Checking;

namespace NewsBot.CommandLine;

/// <summary><c>check</c>: JSON Lines of claims with evidence on standard input, verdicts on standard output.</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var verb = new Command("check", """Checks JSON Lines {"id","claim","evidence":[...],"published"?} from standard input: is the claim borne out by its evidence?""");
        verb.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var output = StandardStreams.Output();
        using var input = StandardStreams.Input();
        await new CheckRunner(TimeProvider.System).RunAsync(InputLine.ReadAsync(input, cancellationToken), output, cancellationToken).ConfigureAwait(false);
        return ExitCode.Answered;
    }
}
