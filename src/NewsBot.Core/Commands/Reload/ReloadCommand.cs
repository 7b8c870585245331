using System.Globalization;
using NewsBot.Core.Answering;
using NewsBot.Core.Chat;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Commands.Reload;

/// <summary>What a reload reads when nobody names anything else.</summary>
/// <param name="Paths">Files and folders.</param>
public sealed record ReloadSources(IReadOnlyList<string> Paths);

/// <summary>Something besides articles that a reload reads again, such as prompts.</summary>
public interface IReloadedToo
{
    /// <returns>What could not be read, one line each with file and line; the last good one of it stays.</returns>
    IReadOnlyList<string> Reload();
}

/// <summary>
/// <c>/reload</c> reads the sources again and reports what changed; <c>/reload undo</c> takes that back, <c>/reload
/// history</c> lists the latest, <c>/reload cancel</c> ends the one under way.
/// </summary>
internal sealed class ReloadCommand(Reloader reloader, ReloadSources sources, ICorpus corpus, IEnumerable<IReloadedToo> others) : ICommand
{
    private const int Listed = 10;

    public CommandDefinition Definition { get; } =
        new("reload", "Reads the sources again and says what changed", "[undo, history or cancel]", "undo", AdminOnly: true, NeedsText: false);

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken) => AnswerDraft.Say(context.Text.ToLowerInvariant() switch
    {
        "" => await ReloadAsync(context.Call, cancellationToken).ConfigureAwait(false),
        "undo" => ChangeReportText.Of(await reloader.UndoAsync(context.Call.Caller.Name, cancellationToken).ConfigureAwait(false)),
        "history" => ReloadHistoryText.Of(await corpus.Reloads.LatestAsync(Listed, cancellationToken).ConfigureAwait(false)),
        "cancel" => Cancel(),
        _ => "/reload stands alone, or takes one word: undo, history or cancel.",
    });

    private async Task<string> ReloadAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var request = new ReloadRequest(sources.Paths, call.Caller.Name);
        var report = ChangeReportText.Of(await reloader.ReloadAsync(request, call.Progress is { } progress ? new Words(progress) : null, cancellationToken).ConfigureAwait(false));
        return string.Join('\n', [report, .. others.SelectMany(other => other.Reload()).Select(problem => "failed " + problem)]);
    }

    private string Cancel() => reloader.Cancel() is { } reload
        ? string.Create(CultureInfo.InvariantCulture, $"The reload that {reload.StartedBy} started at {reload.Since.UtcDateTime:HH:mm:ss} (UTC) is being cancelled; nothing changes.")
        : "No reload is under way.";

    private sealed class Words(IProgress<string> told) : IProgress<ReloadProgress>
    {
        public void Report(ReloadProgress value) => told.Report(ReloadProgressText.Of(value));
    }
}
