using System.Globalization;
using NewsBot.Core.Answering;
using NewsBot.Core.Chat;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Commands.Reload;

/// <summary>What a reload reads when nobody names anything else.</summary>
/// <param name="Paths">Files and folders.</param>
public sealed record ReloadSources(IReadOnlyList<string> Paths);

/// <summary><c>/reload</c>: reads the sources again and reports what changed; <c>/reload cancel</c> ends that.</summary>
internal sealed class ReloadCommand(Reloader reloader, ReloadSources sources) : ICommand
{
    public CommandDefinition Definition { get; } =
        new("reload", "Reads the sources again and says what changed", "[cancel]", "", AdminOnly: true, NeedsText: false);

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken) => context.Text.ToLowerInvariant() switch
    {
        "" => await ReloadAsync(context.Call, cancellationToken).ConfigureAwait(false),
        "cancel" => Cancel(),
        _ => AnswerDraft.Say("/reload stands alone, or takes one word: cancel."),
    };

    private async Task<AnswerDraft> ReloadAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var request = new ReloadRequest(sources.Paths, call.Caller.Name);
        var outcome = await reloader.ReloadAsync(request, call.Progress is { } progress ? new Words(progress) : null, cancellationToken).ConfigureAwait(false);
        return AnswerDraft.Say(ChangeReportText.Of(outcome));
    }

    private AnswerDraft Cancel() => AnswerDraft.Say(reloader.Cancel() is { } reload
        ? string.Create(CultureInfo.InvariantCulture, $"The reload that {reload.StartedBy} started at {reload.Since.UtcDateTime:HH:mm:ss} (UTC) is being cancelled; nothing has changed.")
        : "No reload is under way.");

    private sealed class Words(IProgress<string> told) : IProgress<ReloadProgress>
    {
        public void Report(ReloadProgress value) => told.Report(ReloadProgressText.Of(value));
    }
}
