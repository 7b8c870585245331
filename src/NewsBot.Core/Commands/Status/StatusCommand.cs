using System.Globalization;
using NewsBot.Core.Answering;
using NewsBot.Core.Commands.Reload;
using NewsBot.Core.Commands.Source;
using NewsBot.Core.Corpus;

namespace NewsBot.Core.Commands.Status;

/// <summary>What the program that runs the commands says of itself.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="DataFolder">Full path of the data folder.</param>
/// <param name="Sources">What a reload reads.</param>
/// <param name="FrontEnds">Where questions come from: "console".</param>
public sealed record BotFacts(string Version, string DataFolder, IReadOnlyList<string> Sources, IReadOnlyList<string> FrontEnds);

/// <summary>A language model that words answers, as the status shows it.</summary>
public interface IModelState
{
    /// <summary>One line each: which model, how it is, what it has used.</summary>
    IReadOnlyList<string> Describe();
}

/// <summary><c>/status</c>: what the bot runs on and how it is.</summary>
internal sealed class StatusCommand(ICorpus corpus, BotFacts facts, ISourceRegistry registry, IModelState? model = null) : ICommand
{
    private const int MostShown = 20;

    public CommandDefinition Definition { get; } = new("status", "How the bot is: store, revision, counts, front ends, model", "", "", AdminOnly: true, NeedsText: false);

    public async Task<AnswerDraft> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var counts = context.Snapshot.Counts;
        var reach = context.Snapshot.Reach;
        List<string> lines =
        [
            $"version     {facts.Version}",
            $"store       {facts.DataFolder}",
            $"revision    {context.Snapshot.Revision}",
            Line("articles", counts.Articles) + (reach is { Earliest: { } from, Latest: { } to } ? $" ({from:yyyy-MM-dd} to {to:yyyy-MM-dd})" : ""),
            Line("passages", counts.Passages),
            Line("quotes", counts.Quotes),
            Line("dates", counts.Times),
            string.Create(CultureInfo.InvariantCulture, $"on disk     {corpus.SizeOnDisk() / 1048576.0:0.0} MB"),
            $"sources     {string.Join(", ", facts.Sources)}",
            .. Followed(context),
            $"front ends  {string.Join(", ", facts.FrontEnds)}",
            $"model       {string.Join("\n            ", model?.Describe() ?? ["none: answers are extracts of the articles"])}",
        ];
        if (await context.Snapshot.VectorsAsync(cancellationToken).ConfigureAwait(false) is { } vectors)
            lines.Add(VectorLine.Of(vectors, counts.Passages));
        if (await corpus.Reloads.LastDoneAsync(cancellationToken).ConfigureAwait(false) is { } reload)
            lines.Add("last reload " + ReloadHistoryText.Of(reload) + (reload.Kind == ReloadKind.Undo ? "; scheduled reloads wait for a /reload" : ""));
        return AnswerDraft.Say(string.Join('\n', lines));
    }

    /// <summary>How many feeds and pages are followed, and how each does that is not well.</summary>
    private IEnumerable<string> Followed(CommandContext context)
    {
        var live = registry.List(context.Call.Audience).Where(source => source.IsLive).ToList();
        if (live.Count == 0)
            yield break;
        var ill = live.Where(source => source.FailuresInRow > 0 || source.IsPaused).ToList();
        yield return Line("followed", live.Count) + (ill.Count == 0 ? ", all well" : string.Create(CultureInfo.InvariantCulture, $", {ill.Count} failing or paused"));
        foreach (var source in ill.Take(MostShown))
            yield return $"            {SourceText.Of(source, context.Now)}";
    }

    private static string Line(string name, int count) => string.Create(CultureInfo.InvariantCulture, $"{name,-11} {count}");
}
