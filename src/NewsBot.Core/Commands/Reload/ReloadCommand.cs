using NewsBot.Core.Answering;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Commands.Reload;

/// <summary>What a reload reads when nobody names anything else.</summary>
/// <param name="Paths">Files and folders.</param>
public sealed record ReloadSources(IReadOnlyList<string> Paths);

/// <summary><c>/reload</c>: reads the sources again and reports what changed.</summary>
internal sealed class ReloadCommand(Reloader reloader, ReloadSources sources) : ICommand
{
    public CommandDefinition Definition { get; } = new("reload", "Reads the sources again and says what changed", "", "", AdminOnly: true, NeedsText: false);

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var result = await reloader.ReloadAsync(sources.Paths, context.Call.Progress is { } progress ? new Words(progress) : null, cancellationToken).ConfigureAwait(false);
        return AnswerDraft.Say(ChangeReportText.Of(result));
    }

    private sealed class Words(IProgress<string> told) : IProgress<ReloadProgress>
    {
        public void Report(ReloadProgress value) => told.Report($"Reading the sources: {value.Read} read, {value.Analyzed} new or changed");
    }
}
