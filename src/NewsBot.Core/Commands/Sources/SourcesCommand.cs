using System.Globalization;
using NewsBot.Core.Answering;
using NewsBot.Core.Commands.Source;

namespace NewsBot.Core.Commands.Sources;

/// <summary><c>/sources</c>: the outlets in the archive, with the number and the reach of their articles, and how the feeds and pages do that are followed.</summary>
internal sealed class SourcesCommand(ISourceRegistry registry) : ICommand
{
    public CommandDefinition Definition { get; } = new("sources", "Which outlets the archive has, and from when to when", "", "", NeedsText: false);

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var sources = await context.Snapshot.SourcesAsync(cancellationToken).ConfigureAwait(false);
        var live = registry.List(context.Call.Audience).Where(source => source.IsLive).ToList();
        var followed = live.Count == 0 ? "" : "\n\nFollowed:\n" + SourceText.List(live, context.Now);
        if (sources.Count == 0)
            return AnswerDraft.Say("The archive is empty: no source has been read yet." + followed);
        var lines = sources.Select(source => string.Create(
            CultureInfo.InvariantCulture,
            $"{(source.Source.Length > 0 ? source.Source : "(no outlet named)")}: {source.Articles} {(source.Articles == 1 ? "article" : "articles")}, {Reach(source.Earliest, source.Latest)}"));
        return AnswerDraft.Say(string.Join('\n', lines) + followed);
    }

    private static string Reach(DateOnly from, DateOnly to) => from == to
        ? from.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : $"{from.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} to {to.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}";
}
